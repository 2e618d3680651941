"""Where the texts of a paragraph end after somebody edited it.

A paragraph is fixed text of the template with texts of the record between. If the fixed text still
stands there, it says where each text begins and ends. If it was edited too, the ends follow the
characters: what is typed at the end of a text of the record belongs to it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from bluf.roundtrip.origins import Span

Codes = Sequence[tuple[str, int, int, int, int]]
"""What `difflib.SequenceMatcher.get_opcodes` gives."""

_LONGEST = 20_000
"""Characters of a paragraph beyond which only the fixed text is asked."""


class Respanned(Struct, frozen=True):
    """The same texts after an edit, and whether the fixed text between is as it was."""

    texts: tuple[str, ...]
    rest_is_same: bool


def respanned(before: str, after: str, spans: Sequence[Span]) -> Respanned:
    """What each text reads now; what is made from several fields is fixed text, where it can be."""
    old = tuple(before[each.start : each.end] for each in spans)
    by_characters = _by_characters(before, after, spans) if len(before) < _LONGEST else None
    if by_characters and by_characters.rest_is_same and _made_are_same(spans, old, by_characters):
        return by_characters
    own = [each for each in spans if each.origin.path]
    texts = by_fixed_text(before, after, own)
    if texts is not None:
        new = dict(zip(own, texts, strict=True))
        found = (new.get(span, text) for span, text in zip(spans, old, strict=True))
        return Respanned(tuple(found), rest_is_same=True)
    if by_characters and by_characters.rest_is_same:
        return by_characters
    texts = by_fixed_text(before, after, spans)
    if texts is not None:
        return Respanned(texts, rest_is_same=True)
    return by_characters or Respanned(old, rest_is_same=False)


def _made_are_same(spans: Sequence[Span], old: Sequence[str], new: Respanned) -> bool:
    """Whether what is made from several fields reads as it did."""
    texts = zip(spans, old, new.texts, strict=True)
    return all(span.origin.path or was == now for span, was, now in texts)


def _fixed(text: str, ends: Sequence[tuple[int, int]]) -> list[str]:
    """What stands before, between and behind the texts."""
    borders = [0, *(border for pair in ends for border in pair), len(text)]
    return [text[borders[at] : borders[at + 1]] for at in range(0, len(borders), 2)]


def by_fixed_text(before: str, after: str, spans: Sequence[Span]) -> tuple[str, ...] | None:
    """What stands between the fixed text of a paragraph in another one that has the same."""
    fixed = _fixed(before, [(each.start, each.end) for each in spans])
    if any(not between for between in fixed[1:-1]):
        return None  # two texts touch: the fixed text does not say where one ends
    match = re.fullmatch("(.*?)".join(map(re.escape, fixed)), after, re.DOTALL)
    return match.groups() if match and spans else None


def _by_characters(before: str, after: str, spans: Sequence[Span]) -> Respanned:
    codes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    ends: list[tuple[int, int]] = []
    for span in spans:
        start = max(_start(codes, span.start), ends[-1][1] if ends else 0)
        ends.append((start, max(start, _end(codes, span.end))))
    before_rest = _fixed(before, [(each.start, each.end) for each in spans])
    texts = tuple(after[start:end] for start, end in ends)
    return Respanned(texts, rest_is_same=_fixed(after, ends) == before_rest)


def _start(codes: Codes, border: int) -> int:
    """Where a text begins now: before what was typed at its border."""
    tag, i, _, j, _ = next(code for code in codes if code[1] >= border or border < code[2])
    return j + max(0, border - i) if tag == "equal" else j


def _end(codes: Codes, border: int) -> int:
    """Where a text ends now: behind what was typed at its border."""
    at = 0
    for tag, i, i_end, j, j_end in codes:
        if i > border or (i == border and tag != "insert"):
            return at
        if border < i_end:
            return j + border - i if tag == "equal" else j_end
        at = j_end
    return at
