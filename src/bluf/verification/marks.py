"""Find what stands in quotation marks, as any language writes them.

One sign opens in one language and closes in another: “ in English and in German, » in French and in
Danish. What it does is told by the signs around it, and by the mark that is open.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct, field

from bluf.languages import language, languages

_TITLES = "《》"
"""Marks that Chinese has for titles."""
_OTHERS = (
    *("””", "»»", "’’", "‚’", "‟”", "﹁﹂", "﹃﹄", "｢｣", "〝〞", "〝〟", "＂＂", "''", '"”', '“"'),
)
"""Pairs of Swedish, Finnish, Danish, Hebrew, Greek and Japanese, of typewriters, of both mixed."""


def _closing() -> Mapping[str, str]:
    """What can open a quotation in any language, with the signs that can close it."""
    pairs = [pair for tag in languages() for pair in language(tag).quotation.marks]
    closing: defaultdict[str, str] = defaultdict(str)
    for pair in (*pairs, *_OTHERS):
        if pair != _TITLES:
            closing[pair[0]] += pair[1]
    return dict(closing)


CLOSING = _closing()
SIGNS = "".join(dict.fromkeys([*CLOSING, *"".join(CLOSING.values())]))
"""Every sign that opens or closes a quotation."""
_SIGN = re.compile(f"[{re.escape(SIGNS)}]")
_SINGLE = "'’‘‚"
"""Such a mark that nothing closes is an apostrophe."""
_OPENS_BEHIND = re.compile(r"[\s(\[{/|:=>*_\-–—“„«»‘‚「『]")
_FREE = '“„‚«‹「『﹁﹃｢〝＂"'
"""What may open without a blank before it: scripts that write none, a conjunction of Arabic."""


_FAR = 2000
"""The mark that closes a passage is looked for so many characters on."""
_DEEP = 8
"""Marks within marks, no deeper than anybody writes."""


class Marked(Struct, frozen=True):
    """A passage in quotation marks: where its words begin and end, without the marks.

    ``closed`` is false where the text or the paragraph ends first.
    """

    start: int
    end: int
    closed: bool = True


class _Open(Struct):
    """A mark that is open: where its words begin, its sign, and the passages within so far."""

    begin: int
    mark: str
    within: list[Marked] = field(default_factory=list)


def marked(text: str) -> Iterator[Marked]:
    """The passages in quotation marks of one paragraph, in order.

    What stands in marks inside a passage is part of it.
    """
    found: list[Marked] = []
    opened: list[_Open] = []
    for sign in _SIGN.finditer(text):
        at, mark = sign.start(), sign.group()
        if opened and _closes(text, at, opened[-1].mark):
            _close(found, opened, 1, at)
        elif _opens(text, at, mark):
            opened.append(_Open(at + 1, mark))
        elif level := _level_closed(text, at, opened):
            _close(found, opened, level, at)
    yield from (each for each in found if text[each.start : each.end].strip())
    yield from _left_open(text, opened)


def _close(found: list[Marked], opened: list[_Open], level: int, at: int) -> None:
    """End the passage of an open mark; those within it, closed or not, are part of it."""
    passage = Marked(opened[-level].begin, at)
    del opened[-level:]
    (opened[-1].within if opened else found).append(passage)


def _left_open(text: str, opened: Sequence[_Open]) -> Iterator[Marked]:
    """What nothing closes ends with its text, or where the next passage begins."""
    begins = (*(each.begin - 1 for each in opened[1:]), len(text))
    for each, following in zip(opened, begins, strict=False):
        end = each.within[0].start - 1 if each.within else following
        if each.mark not in _SINGLE and text[each.begin : end].strip():
            yield Marked(each.begin, end, closed=_goes_on(text, end, each.mark))
        yield from each.within


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
    if mark in {opening, '"'} and before.isspace() and not following.isspace():
        return False  # it opens another one within
    if mark in "'’":
        return not following.isalnum() and not _is_possessive(text, at, opening)
    return True


def _is_possessive(text: str, at: int, opening: str) -> bool:
    """Whether an apostrophe follows the s of a plural, and the closing mark is yet to come."""
    if text[at - 1] not in "sSxz" or text[at + 1 : at + 2] != " ":
        return False
    rest = text[at + 1 : at + _FAR]
    ends = re.search(rf"[{re.escape(CLOSING[opening])}](?!\w)", rest)
    begins = re.search(rf"(?<!\w){re.escape(opening)}(?=\w)", rest)
    return ends is not None and (begins is None or ends.start() < begins.start())


def _level_closed(text: str, at: int, opened: Sequence[_Open]) -> int:
    """How many open marks end here, where an inner one was never closed; 0 for none."""
    levels = range(2, min(len(opened), _DEEP) + 1)
    return next((level for level in levels if _closes(text, at, opened[-level].mark)), 0)
