"""Two versions of a text that were made from one: put together sentence by sentence, or not."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from bluf.languages import sentences

if TYPE_CHECKING:
    from collections.abc import Sequence


class _Hunk(NamedTuple):
    """Sentences of the base, from place to place, and what one side wrote instead."""

    start: int
    end: int
    new: tuple[str, ...]


def put_together(base: str, one: str, other: str) -> str | None:
    """The text with the changes of both sides; None where both touched the same sentence.

    Within a sentence nothing is put together: from “10” to “12” and from “million” to “billion”
    would make what neither side meant. Texts of several paragraphs are left to a person.
    """
    if "\n" in base.strip() + one.strip() + other.strip():
        return None
    old, mine, theirs = (sentences(text) for text in (base, one, other))
    hunks = sorted({*_hunks(old, mine), *_hunks(old, theirs)})
    if any(_touch(*pair) for pair in pairwise(hunks)):
        return None
    merged = list(old)
    for hunk in reversed(hunks):
        merged[hunk.start : hunk.end] = hunk.new
    return " ".join(merged)


def _hunks(old: Sequence[str], new: Sequence[str]) -> list[_Hunk]:
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    changed = (code for code in codes if code[0] != "equal")
    return [_Hunk(i, i_end, tuple(new[j:j_end])) for _, i, i_end, j, j_end in changed]


def _touch(first: _Hunk, second: _Hunk) -> bool:
    """Whether two changes are of the same sentence, or one adds where the other changes."""
    adds = first.start == first.end or second.start == second.end
    return second.start < first.end or (adds and second.start == first.end)
