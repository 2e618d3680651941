"""Find what stands in quotation marks, as any language writes them.

One sign opens in one language and closes in another: “ in English and in German, » in French and in
Danish. What it does is told by the signs around it, and by the mark that is open.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.languages import language, languages

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_TITLES = "《》"
"""Marks that Chinese has for titles."""
_OTHERS = ("””", "»»", "’’", "‚’", "‟”", "﹁﹂", "﹃﹄", "｢｣", "〝〞", "〝〟", "＂＂", "''")
"""Pairs of Swedish, Finnish, Danish, Hebrew, Greek and Japanese, and of typewriters."""


def _closing() -> Mapping[str, str]:
    """What can open a quotation in any language, with the signs that can close it."""
    pairs = [pair for tag in languages() for pair in language(tag).quotation.marks]
    closing: defaultdict[str, str] = defaultdict(str)
    for pair in (*pairs, *_OTHERS):
        if pair != _TITLES:
            closing[pair[0]] += pair[1]
    return dict(closing)


CLOSING = _closing()
_SIGNS = "".join(dict.fromkeys([*CLOSING, *"".join(CLOSING.values())]))
_SIGN = re.compile(f"[{re.escape(_SIGNS)}]")
_SINGLE = "'’‘‚"
"""Such a mark that nothing closes is an apostrophe."""
_OPENS_BEHIND = re.compile(r"[\s(\[{/|:=>*_\-–—“„«»‘‚「『]")
_FREE = '“„‚«‹「『﹁﹃｢〝＂"'
"""What may open without a blank before it: scripts that write none, a conjunction of Arabic."""


class Marked(Struct, frozen=True):
    """A passage in quotation marks: where its words begin and end, without the marks.

    ``closed`` is false where the text or the paragraph ends first.
    """

    start: int
    end: int
    closed: bool = True


def marked(text: str, start: int = 0) -> Iterator[Marked]:
    """The passages in quotation marks of one paragraph, in order.

    What stands in marks inside a passage is part of it.
    """
    opened: list[tuple[int, str]] = []
    for sign in _SIGN.finditer(text, start):
        at, mark = sign.start(), sign.group()
        if opened and _closes(text, at, opened[-1][1]):
            begin, _ = opened.pop()
            if not opened and text[begin:at].strip():
                yield Marked(begin, at)
        elif _opens(text, at, mark):
            opened.append((at + 1, mark))
        elif level := _level_closed(text, at, opened):
            begin, _ = opened[-level]
            del opened[-level:]
            if not opened:
                yield Marked(begin, at)
    if opened:
        yield from _left_open(text, *opened[0])


def _left_open(text: str, begin: int, opening: str) -> Iterator[Marked]:
    """What nothing closes ends with its text, or where the next passage begins."""
    following = tuple(marked(text, begin))
    if opening not in _SINGLE:
        end = following[0].start - 1 if following else len(text)
        if text[begin:end].strip():
            yield Marked(begin, end, closed=_goes_on(text, end, opening))
    yield from following


def _goes_on(text: str, end: int, opening: str) -> bool:
    """Whether the next paragraph takes the quotation up again with its mark, as is the custom."""
    return text[end : end + 1] == opening and text[:end].rstrip(" ").endswith("\n")


def _opens(text: str, at: int, mark: str) -> bool:
    following = text[at + 1 : at + 2]
    if mark not in CLOSING or not following:
        return False
    if following.isspace():
        return mark == "«"
    if mark in _FREE:
        return True
    if mark in _SINGLE and following.isdigit():
        return False  # the ’90s
    return not at or _OPENS_BEHIND.match(text[at - 1]) is not None


def _closes(text: str, at: int, opening: str) -> bool:
    """Whether the sign at a place closes what one sign opened."""
    mark, before, following = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    if mark not in CLOSING[opening]:
        return False
    if mark == opening and before.isspace() and not following.isspace():
        return False  # it opens another one within
    if mark in "'’":
        return not following.isalnum() and not _is_possessive(text, at, opening)
    return True


def _is_possessive(text: str, at: int, opening: str) -> bool:
    """Whether an apostrophe follows the s of a plural, and the closing mark is yet to come."""
    if text[at - 1] not in "sSxz" or text[at + 1 : at + 2] != " ":
        return False
    rest = text[at + 1 :]
    ends = re.search(rf"[{re.escape(CLOSING[opening])}](?!\w)", rest)
    begins = re.search(rf"(?<!\w){re.escape(opening)}(?=\w)", rest)
    return ends is not None and (begins is None or ends.start() < begins.start())


def _level_closed(text: str, at: int, opened: list[tuple[int, str]]) -> int:
    """How many open marks end here, where an inner one was never closed; 0 for none."""
    for level in range(2, len(opened) + 1):
        if _closes(text, at, opened[-level][1]):
            return level
    return 0
