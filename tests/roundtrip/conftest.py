"""A brief that was sent round, and what its readers did to it."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from bluf.pipeline import Order, deliver, make, pull

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bluf.pipeline import Pulled

DATA = """\
id: talks
title: Talks on the crossing
date: 2026-03-01
to: Minister  # who reads it
from: River desk
bottom_line: Highland will pay.
parties:
  low: {name: Lowland}
  high: {name: Highland}
sources:
  s: {title: Release, publisher: Ministry, party: low, file: s.txt}
requests:
  - id: R1
    from: low
    to: high
    ask: Half of the cost
    response: accepted
    evidence: [{source: s, quote: "asked Highland to bear half of the cost"}]
outcomes:
  # the one that matters
  - id: O1
    statement: Highland pays half of the crossing
    strength: agreed
    answers: [R1]
    evidence: [{source: s, strength: agreed, quote: "The ministers agreed to share the cost"}]
  - id: O2
    statement: Trains were discussed
    strength: discussed
    evidence: [{source: s, strength: discussed, quote: "They discussed trains"}]
follow_ups:
  - id: F1
    action: Put the money into the budget
    owner: high
    due: {wording: next year, latest: 2027-12-31}
    follows: [O1]
background: Both sides *met* before.
"""
RICH = (
    DATA.replace(
        "  - id: R1\n",
        """\
  - id: R0
    from: high
    to: low
    ask: A train each hour
    response: accepted
    evidence: [{source: s, quote: They discussed trains}]
  - id: R1
""",
    )
    .replace(
        "follow_ups:\n",
        """\
  - id: O3
    statement: The crossing opens soon
    strength: agreed
    evidence: [{source: s, strength: agreed, quote: The ministers agreed to share the cost}]
follow_ups:
""",
    )
    .replace(
        "background: Both sides *met* before.\n",
        """\
  - id: F2
    action: Send the plans
    owner: low
lines_to_take:
  - Say yes to the crossing
  # the softer one
  - Say that trains come later
  - Say nothing of the cost
background: Both sides met before. They will meet again.
""",
    )
)
"""Lists with several items, with words that stand twice and with comments."""
SOURCE = (
    "Lowland asked Highland to bear half of the cost, which Highland accepted. The ministers "
    "agreed to share the cost: Highland pays half of the crossing. They discussed trains.\n"
)


class Sent:
    """A brief in its folder, built, and its Word file as it was sent."""

    def __init__(self, folder: Path, data: str = DATA) -> None:
        self.data = folder / "brief.yaml"
        self.word = folder / "talks.docx"
        folder.mkdir()
        (folder / "s.txt").write_text(SOURCE, encoding="utf-8")
        self.write(data)
        self.build()

    def write(self, text: str) -> None:
        self.data.write_text(text, encoding="utf-8")

    @property
    def text(self) -> str:
        return self.data.read_text(encoding="utf-8")

    @property
    def order(self) -> Order:
        return Order(self.data, allow_findings=True)

    def build(self) -> None:
        deliver(make(self.order), overwrite=True)

    def came_back(self, *edits: tuple[str, str], name: str = "edited.docx") -> Path:
        """The Word file after plain edits of its main part, saved by another program."""
        path = self.data.parent / name
        path.write_bytes(edited(self.word.read_bytes(), *edits))
        return path

    def pull(self, *edits: tuple[str, str]) -> Pulled:
        return pull(self.came_back(*edits), self.data, accept=True)


def row_with(sent: Sent, words: str) -> str:
    """The row of the main part that holds words, as it is written."""
    with zipfile.ZipFile(sent.word) as archive:
        text = archive.read("word/document.xml").decode()
    at = text.index(words)
    start = max(text.rfind("<w:tr>", 0, at), text.rfind("<w:tr ", 0, at))
    return text[start : text.index("</w:tr>", at) + len("</w:tr>")]


def edited(document: bytes, *edits: tuple[str, str]) -> bytes:
    """A Word file with texts of its main part replaced; each has to be there."""
    written = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(document)) as old,
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                text = content.decode()
                for before, after in edits:
                    assert before in text
                    text = text.replace(before, after, 1)
                content = text.encode()
            new.writestr(name, content)
    return written.getvalue()


@pytest.fixture
def sent(tmp_path: Path) -> Sent:
    """A brief that was built."""
    return Sent(tmp_path / "talks")


@pytest.fixture
def fates() -> Callable[[Pulled], dict[str, str]]:
    """What becomes of each change, by its field."""

    def of(pulled: Pulled) -> dict[str, str]:
        return {".".join(each.field): each.fate.value for each in pulled.changes}

    return of


@pytest.fixture
def rich(tmp_path: Path) -> Sent:
    return Sent(tmp_path / "talks", RICH)


def re_anchored(row: str) -> str:
    """A row whose anchors have names of their own, as a copied one has none."""
    return row.replace('w:name="_b', 'w:name="_c')


def moved(sent: Sent, words: str, above: str) -> tuple[tuple[str, str], ...]:
    """The edits that put one row above another."""
    row, other = row_with(sent, words), row_with(sent, above)
    return (row, ""), (other, row + other)


def paragraph_with(sent: Sent, words: str) -> str:
    """The paragraph of the main part that holds words, as it is written."""
    from octavo.ooxml import read_package

    package = read_package(sent.word.read_bytes(), "a.docx")
    text = package.parts[package.main].data.decode()
    at = text.index(words)
    start = max(text.rfind("<w:p>", 0, at), text.rfind("<w:p ", 0, at))
    return text[start : text.index("</w:p>", at) + len("</w:p>")]
