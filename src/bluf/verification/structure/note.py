"""Notes of a draft: what each says, and the words that its mark stands behind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable

REACH = 60
"""So many characters before its mark tell which words a note is about."""
_TAIL = 30


class Note(Struct, frozen=True):
    """A footnote or endnote.

    Attributes:
        before: The words just before its mark.
        text: What it says.
    """

    before: str
    text: str


def note_on(words: str, notes: Iterable[Note]) -> str:
    """What the notes behind some quoted words say; empty where there is none."""
    tail = _letters(words)[-_TAIL:]
    said = (note.text for note in notes if tail and _letters(note.before).endswith(tail))
    return " ".join(said)


def _letters(text: str) -> str:
    """Letters and digits alone: marks and blanks may stand between the words and the note."""
    return re.sub(r"[\W_]+", "", text).casefold()
