"""Where the texts of a paragraph end after somebody edited it.

A paragraph is fixed text of the template with texts of the record between. If the fixed text still
stands there, it says where each text begins and ends. If it was edited too, the ends follow the
characters: what is typed at the end of a text of the record belongs to it. Paragraphs that somebody
split in two, or made one, are laid beside each other as one again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import reduce
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from octavo.revisions import Pair

if TYPE_CHECKING:
    from bluf.roundtrip.origins import Origins, Span
    from octavo.location import WordLocation
    from octavo.revisions import Passage


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


BREAK = "\n\n"
"""What stands in a text where a paragraph was split."""
_MOST = 0.6
"""Which share of a part has to come from a paragraph, for the part to be taken for its own."""


class Joint(Struct, frozen=True):
    """Paragraphs that are one now."""

    before: tuple[str, ...]
    now: Passage


class Mended(Struct, frozen=True):
    """Pairs in which a paragraph that was split or joined is one on both sides."""

    pairs: tuple[Pair, ...]
    joints: tuple[Joint, ...]


def mended(pairs: Sequence[Pair], sent: Sequence[Passage], origins: Origins) -> Mended:
    """The pairs, with split paragraphs and joined ones put together.

    A list in which each paragraph is an item is left as it is: there a new paragraph is a new item.
    """
    return _joined(_split(list(pairs), origins), sent)


def _split(pairs: list[Pair], origins: Origins) -> list[Pair]:
    found: list[Pair] = []
    for pair in pairs:
        whole = _with_rest(found[-1], pair, origins) if found else None
        if whole is None:
            found.append(pair)
        else:
            found[-1] = whole
    return found


def _with_rest(first: Pair, second: Pair, origins: Origins) -> Pair | None:
    """Two paragraphs of now, only one of which has one before, as that one; None for others."""
    before = first.before or second.before
    if before is None or (first.before and second.before) or not (first.after and second.after):
        return None
    rest = second.after if first.before else first.after
    is_same = before.text in {first.after.text, second.after.text}
    elsewhere = _place(first.after) != _place(second.after)
    if is_same or elsewhere or origins.is_item(before) or not _comes_from(rest.text, before.text):
        return None
    now = _put_together(first.after, second.after, BREAK)
    return Pair(before, now, first.is_moved or second.is_moved, is_sure=True)


def _joined(pairs: list[Pair], sent: Sequence[Passage]) -> Mended:
    places = {passage.location: at for at, passage in enumerate(sent)}
    gone = {places[each.location]: each for each in _gone(pairs)}
    joints: list[Joint] = []
    found: list[Pair] = []
    for pair in pairs:
        parts = _parts(pair, places, gone)
        if pair.after and len(parts) > 1:
            joints.append(Joint(tuple(each.text for each in parts), pair.after))
            found.append(replace(pair, before=reduce(_put_together, parts)))
        else:
            found.append(pair)
    left = {each.location for each in gone.values()}
    kept = (each for each in found if each.after or (each.before and each.before.location in left))
    return Mended(tuple(kept), tuple(joints))


def _gone(pairs: Iterable[Pair]) -> Iterator[Passage]:
    return (pair.before for pair in pairs if pair.before and not pair.after)


def _parts(
    pair: Pair, places: Mapping[WordLocation, int], gone: dict[int, Passage]
) -> list[Passage]:
    """The paragraph before a pair, with those that are part of it now; they are gone no more."""
    if pair.before is None or pair.after is None or not pair.differs:
        return []
    parts = [pair.before]
    at = places[pair.before.location]
    for place in (at + 1, at - 1):
        other = gone.get(place)
        if other and _belongs(other, pair.before, pair.after):
            parts.insert(0 if place < at else 1, gone.pop(place))
    return parts


def _belongs(other: Passage, before: Passage, now: Passage) -> bool:
    """Whether a paragraph that is gone is part of another one now."""
    if _place(other) != _place(before) or not other.text.strip():
        return False
    if other.text in before.text or len(now.text) < max(len(other.text), len(before.text)):
        return False
    return _comes_from(other.text, now.text) and _comes_from(before.text, now.text)


def _comes_from(part: str, whole: str) -> bool:
    """Whether most of a text is a piece of another one, as it stands there."""
    part = part.strip()
    if not part or len(whole) > _LONGEST:
        return False
    matcher = SequenceMatcher(None, whole, part, autojunk=False)
    longest = matcher.find_longest_match()
    return longest.size >= max(2, _MOST * len(part))


def _place(passage: Passage) -> object:
    """The cell, or the story, that a paragraph stands in."""
    return passage.location.story, passage.cell


def _put_together(first: Passage, second: Passage, between: str = "") -> Passage:
    offset = len(first.text) + len(between)
    anchors = tuple(
        replace(each, start=each.start + offset, end=each.end + offset) for each in second.anchors
    )
    return replace(
        first,
        text=first.text + between + second.text,
        anchors=first.anchors + anchors,
        stresses=(),
        hands=tuple(dict.fromkeys((*first.hands, *second.hands))),
        is_new=first.is_new and second.is_new,
    )
