from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from bluf.data.typed import typed
from bluf.model import Brief

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

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


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder with a catalogue of Italian, and one that has another word for the desk's."""
    folder = tmp_path / "languages"
    folder.mkdir()
    (folder / "it.toml").write_text(
        'to = "A"\n[statuses]\nopen = "Aperto"\n[plurals.further]\n'
        'one = "{count} altro punto in allegato"\nother = "{count} altri punti in allegato"\n',
        encoding="utf-8",
    )
    (folder / "fr.toml").write_text('comment = "Avis"\n', encoding="utf-8")
    return folder


def outcome(strength: str, *evidence: dict[str, str]) -> dict[str, Any]:
    return {"id": "O1", "statement": "A pact", "strength": strength, "evidence": list(evidence)}
