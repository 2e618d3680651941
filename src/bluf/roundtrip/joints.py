"""Paragraphs that somebody split in two, or made one: laid beside each other as one again."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import reduce
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from octavo.revisions import Pair

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bluf.roundtrip.origins import Origins
    from octavo.location import WordLocation
    from octavo.revisions import Passage

BREAK = "\n\n"
"""What stands in a text where a paragraph was split."""
_MOST = 0.6
"""Which share of a part has to come from a paragraph, for the part to be taken for its own."""
_LONGEST = 20_000


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
