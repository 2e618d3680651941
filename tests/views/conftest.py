from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.data.typed import typed
from bluf.model import Brief

if TYPE_CHECKING:
    from collections.abc import Callable

SOURCES = {
    "ours": {"title": "Release", "publisher": "Ministry", "party": "aa", "file": "a.txt"},
    "theirs": {
        "title": "Readout",
        "publisher": "Department",
        "party": "bb",
        "kind": "readout",
        "date": "2026-03-02",
        "url": "https://example.org/readout",
        "file": "b.txt",
    },
    "press": {"title": "Report", "publisher": "Agency", "kind": "article", "file": "c.txt"},
}


@pytest.fixture
def make_brief() -> Callable[..., Brief]:
    """A brief of two parties and three sources, with whatever else is asked for."""

    def make(**fields: object) -> Brief:
        brief, refusals = typed(
            {
                "id": "b",
                "title": "Talks",
                "date": "2026-03-01",
                "to": "Minister",
                "from": "Desk",
                "bottom_line": "Agreed.",
                "parties": {"aa": {"name": "Republic of A", "short": "A"}, "bb": {"name": "B"}},
                "sources": SOURCES,
                **fields,
            },
            Brief,
        )
        assert brief is not None, refusals
        return brief

    return make
