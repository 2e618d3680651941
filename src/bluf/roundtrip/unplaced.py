"""What was changed in a file and belongs to no field: reported, and kept whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.roundtrip.items import rows, text_of, who_changed
from bluf.roundtrip.spans import respanned

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from bluf.roundtrip.joints import Joint
    from bluf.roundtrip.origins import Origins
    from octavo.location import Location
    from octavo.revisions import Pair


_QUOTED = (".decisive", ".quote")
"""What a view calls the words of a source."""


class Unplaced(Struct, frozen=True):
    """A change that belongs to no field of the record.

    Attributes:
        what: What happened, in words: “added”, “deleted”, “text of the template changed”.
        before: What stood there; empty where nothing did.
        now: What stands there; empty where nothing does.
        who: Who changed it, with the day, as far as the file says.
        location: Where it stands, or stood.
    """

    what: str
    before: str
    now: str
    who: str
    location: Location


def find_unplaced(
    pairs: Sequence[Pair],
    origins: Origins,
    told: Collection[Location],
    moved_groups: Collection[str] = (),
) -> Iterator[Unplaced]:
    """Every such change; a row of a table counts as one.

    Args:
        pairs: What was sent beside what came back.
        origins: Where the texts that were sent come from.
        told: Where rows begin that are told of as items.
        moved_groups: Lists whose new order is told of.
    """
    is_renumbered = bool(told) or bool(moved_groups)
    for pair in pairs:
        if not (is_renumbered and _are_numbers(pair)):
            yield from _within(pair, origins)
    moved = [pair for pair in pairs if pair.is_moved and pair.before and pair.after]
    stray = [pair.after for pair in moved if not _is_told(pair, origins, moved_groups)]
    for row in rows(stray):
        yield Unplaced("moved", "", text_of(row), who_changed(*row), row[0].location)
    for row in rows([pair.after for pair in pairs if pair.after and not pair.before]):
        if text_of(row) and row[0].location not in told:
            yield Unplaced("added", "", text_of(row), who_changed(*row), row[0].location)
    for row in rows([pair.before for pair in pairs if pair.before and not pair.after]):
        if text_of(row) and row[0].location not in told:
            yield Unplaced("deleted", text_of(row), "", "", row[0].location)


def _are_numbers(pair: Pair) -> bool:
    """Whether a cell held a number alone, and holds another one: rows were numbered anew."""
    sides = (pair.before, pair.after)
    return all(each and each.cell and each.text.strip().isdigit() for each in sides)


def _is_told(pair: Pair, origins: Origins, moved_groups: Collection[str]) -> bool:
    items = origins.items(pair.before) if pair.before else set()
    in_row = bool(pair.before and pair.before.cell)
    return any(group in moved_groups for group, _ in items) or (in_row and bool(moved_groups))


def joined(joints: Sequence[Joint]) -> Iterator[Unplaced]:
    """Paragraphs that somebody made one: their texts stay, and this is told."""
    for joint in joints:
        what = "paragraphs became one"
        before, now = " ¶ ".join(joint.before), joint.now
        yield Unplaced(what, before, now.text, who_changed(now), now.location)


def _within(pair: Pair, origins: Origins) -> Iterator[Unplaced]:
    """What was changed in a paragraph besides its fields."""
    before, after = pair.before, pair.after
    if before is None or after is None:
        return
    if not pair.differs:
        if before.stresses != after.stresses:
            what = "other words are set off"
            yield Unplaced(what, before.text, after.text, who_changed(after), after.location)
        return
    spans = origins.spans(before)
    new = respanned(before.text, after.text, spans)
    if not new.rest_is_same:
        what = "text of the template changed"
        yield Unplaced(what, before.text, after.text, who_changed(after), after.location)
    for span, text in zip(spans, new.texts, strict=True):
        old = before.text[span.start : span.end]
        if not span.origin.path and old != text:
            what = f"“{span.origin.shown}” is made from other fields"
            if span.origin.shown.endswith(_QUOTED):
                what = "a quotation was changed: the source says what stood there, word for word"
            yield Unplaced(what, old, text, who_changed(after), after.location)
