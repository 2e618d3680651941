"""Small briefs and sources for the tests of this room."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest

from bluf.data import read
from bluf.evidence.formats import text
from bluf.evidence.match import Searchable

if TYPE_CHECKING:
    from bluf.data import DataFile

HEAD = """\
id: talks
title: Talks
date: 2026-03-02
to: Minister
from: Desk
bottom_line: They talked.
parties:
  rs: {name: Republic of Serbia, short: Serbia}
  us: {name: United States of America, short: U.S.}
"""

SOURCE = "We will fund the crossing in 2027."


class MakeBrief(Protocol):
    """Writes a data file and its sources, and reads it back."""

    def __call__(self, record: str, **sources: str | bytes) -> DataFile:
        """A brief of ``record`` whose sources are files ``a.txt``, ``b.txt`` and so on."""


@pytest.fixture
def make_brief(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MakeBrief:
    """A brief in an empty folder, which is the working directory."""
    monkeypatch.chdir(tmp_path)

    def make(record: str, **sources: str | bytes) -> DataFile:
        for name, content in sources.items():
            data = content.encode() if isinstance(content, str) else content
            (tmp_path / f"{name}.txt").write_bytes(data)
        (tmp_path / "brief.yaml").write_text(HEAD + record, encoding="utf-8")
        return read("brief.yaml")

    return make


@pytest.fixture
def repository() -> Path:
    """The folder that holds everything."""
    return Path(__file__).parents[2]


class QuoteBrief(Protocol):
    """Makes a brief with one request that quotes one source."""

    def __call__(self, quote: str, source: str | bytes = SOURCE, language: str = "en") -> DataFile:
        """The brief; ``quote`` goes into double quotation marks of YAML."""


@pytest.fixture
def quote_brief(make_brief: MakeBrief) -> QuoteBrief:
    """A brief with one quotation of ``a.txt``, at line 17, column 35 of ``brief.yaml``."""

    def make(quote: str, source: str | bytes = SOURCE, language: str = "en") -> DataFile:
        escaped = quote.replace("\\", "\\\\").replace('"', '\\"')
        return make_brief(
            f"sources:\n"
            f"  a: {{title: A, publisher: P, party: rs, language: {language}, file: a.txt}}\n"
            f"requests:\n"
            f"  - id: R1\n    from: rs\n    to: us\n    ask: Money\n"
            f'    evidence: [{{source: a, quote: "{escaped}"}}]\n',
            a=source,
        )

    return make


@pytest.fixture
def search() -> SearchText:
    """Makes plain text ready for look-ups."""
    return lambda words: Searchable(text.read(words.encode(), "a.txt"))


class SearchText(Protocol):
    """Makes plain text ready for look-ups."""

    def __call__(self, words: str) -> Searchable:
        """The text as a source called ``a.txt``."""


SOURCES = """\
sources:
  a: {title: A, publisher: Ministry, party: rs, file: a.txt}
  b: {title: B, publisher: Department, party: us, file: b.txt}
  c: {title: C, publisher: Agency, file: c.txt}
"""
