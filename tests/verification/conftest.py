"""Small drafts and sources for the tests of this room."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest

from bluf.verification import read_draft, read_shelf, verify_quotations

if TYPE_CHECKING:
    from bluf.verification import QuotedAs, Verification

RELEASE = (
    "The ministers met on Monday.\n"
    "“We agreed to reopen the crossing by 2027,” the minister said. "
    "“We did not agree on tariffs.”\n"
)
NOTE = "The crossing carries 10,000 lorries a year.\n"


class MakeVerification(Protocol):
    """Verifies a draft in Markdown against ``release.txt`` and ``note.txt``."""

    def __call__(self, draft: str, least_words: int = 1) -> Verification:
        """What came of it."""


@pytest.fixture
def sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two sources, beside which the command is called."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "release.txt").write_text(RELEASE, encoding="utf-8")
    (folder / "note.txt").write_text(NOTE, encoding="utf-8")
    return folder


@pytest.fixture
def verified(sources: Path) -> MakeVerification:
    """Verifies drafts."""
    assert sources.exists()

    def verify(draft: str, least_words: int = 1) -> Verification:
        shelf = read_shelf([Path("sources")])
        return verify_quotations(read_draft(draft.encode(), "draft.md"), shelf, least_words)

    return verify


def words(text: str, name: str = "draft.md") -> list[tuple[str, QuotedAs]]:
    return [(each.words, each.how) for each in read_draft(text.encode(), name).quoted]
