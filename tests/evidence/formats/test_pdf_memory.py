"""The pages of a PDF file are read once, for briefs that everybody may read."""

from __future__ import annotations

import hashlib
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bluf.evidence.formats.pdf import document
from bluf.pipeline import Order
from bluf.pipeline.making import draft

if TYPE_CHECKING:
    from tests.evidence.formats.conftest import MakePdf

    from octavo.location import FileLocation

WORDS = "We agreed on a strategic dialogue."
BRIEF = """\
id: talks
title: Talks
date: 2026-01-01
to: The Minister
from: The Desk
marking: {marking}
language: en
bottom_line: A dialogue was agreed.
parties:
  aa: {{name: Ruritania}}
  bb: {{name: Freedonia}}
sources:
  a: {{title: Release, publisher: Ministry, party: aa, file: a.pdf}}
events:
  - {{id: E1, title: Meeting, date: 2026-01-01, place: Strelsau}}
outcomes:
  - id: O1
    event: E1
    statement: A dialogue
    strength: agreed
    evidence:
      - {{source: a, quote: agreed on a strategic dialogue}}
"""


@pytest.fixture
def order(tmp_path: Path, make_pdf: MakePdf) -> Order:
    (tmp_path / "talks").mkdir()
    (tmp_path / "talks" / "a.pdf").write_bytes(make_pdf([(50, 700, WORDS)]))
    path = tmp_path / "talks" / "brief.yaml"
    path.write_text(BRIEF.format(marking="UNCLASSIFIED"), encoding="utf-8")
    return Order(path, cache=tmp_path / "cache")


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The PDF files that were read by PDFium, as they were."""
    names: list[str] = []
    pages = document._pages

    def noted(data: bytes, place: FileLocation) -> object:
        names.append(Path(place.path).name)
        return pages(data, place)

    monkeypatch.setattr(document, "_pages", noted)
    return names


def test_a_pdf_file_is_read_once(order: Order, read: list[str]) -> None:
    first, second = draft(order).product, draft(order).product
    assert read == ["a.pdf"]
    assert first.tally == second.tally
    assert first.findings == second.findings


def test_another_file_is_read_anew(order: Order, read: list[str], make_pdf: MakePdf) -> None:
    draft(order)
    source = order.data.parent / "a.pdf"
    source.write_bytes(make_pdf([(50, 700, "We agreed on nothing at all.")]))
    rules = {found.rule for found in draft(order).product.findings}
    assert read == ["a.pdf", "a.pdf"]
    assert "quote-not-in-source" in rules


def test_of_a_marked_brief_no_text_is_kept(order: Order, read: list[str], tmp_path: Path) -> None:
    order.data.write_text(BRIEF.format(marking="SECRET"), encoding="utf-8")
    draft(order)
    draft(order)
    assert read == ["a.pdf", "a.pdf"]
    assert not (tmp_path / "cache").exists()


def test_what_is_broken_is_read_anew(order: Order, read: list[str], tmp_path: Path) -> None:
    draft(order)
    (kept,) = (tmp_path / "cache").glob("??/*")
    packed = zlib.compress(b"\xc1 is no message")
    for content in (b"", b"short", hashlib.sha256(packed).digest() + packed):
        kept.write_bytes(content)
        draft(order)
    assert read == ["a.pdf"] * 4
