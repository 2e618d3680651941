"""What somebody changed in a file: in terms of the record, and what belongs to no field."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from bluf.roundtrip.items import rows, text_of, who_changed
from bluf.roundtrip.origins import Origins, Path
from bluf.roundtrip.spans import Joint, respanned
from octavo.revisions import Pair

if TYPE_CHECKING:
    from octavo.location import Location


Steps = tuple[str | int, ...]
Value = str | dt.date | dict[str, Any] | tuple[int, ...]


class Disposition(StrEnum):
    """What becomes of a change."""

    TAKEN = "taken"
    """It goes into the data file."""
    MERGED = "merged"
    """It goes into the data file, with other sentences that were changed there meanwhile."""
    BY_HAND = "to type"
    """It is fine, and a person types it: the format of the data file does not admit it here."""
    LEFT = "left out"
    """A person left it out when asked."""
    SAME = "same"
    """The data file says so already."""
    CONFLICT = "conflict"
    """The data file was changed otherwise meanwhile; ours stays."""
    GONE = "gone"
    """The data file has no such field any more."""
    REFUSED = "refused"
    """It cannot stand in the data file; the reason says why."""


WANTED = frozenset({Disposition.TAKEN, Disposition.MERGED})
"""What goes into the data file."""
SETTLED = WANTED | {Disposition.SAME, Disposition.LEFT}
"""What leaves nothing to do."""


class FieldChange(Struct, frozen=True):
    """A change of a field, or of an item as a whole, and what becomes of it.

    Attributes:
        field: What is changed: ``requests.R1.ask``; an item as a whole is ``requests.R1``.
        before: What it said when it was sent; empty for an item that was added.
        now: What it says now; empty for an item that was deleted.
        who: Who changed it, as far as the file says.
        location: Where it stands in the Word file.
        fate: What becomes of it.
        steps: Where it goes in the data file; empty where it has no place there.
        value: What is written there; None for an item that goes, and for a list in another order
            the places of now of its items.
        ours: What the data file says now, where that tells why the change is not taken.
        reason: Why it is not taken, in words; empty for one that is.
        left: What a person has to type besides, such as a due date in a row that was added.
        adds: Whether it is a new item, which goes before what stands there now.
    """

    field: Path
    before: str
    now: str
    who: str
    location: Location
    fate: Disposition
    steps: Steps = ()
    value: Value | None = None
    ours: str = ""
    reason: str = ""
    left: tuple[str, ...] = ()
    adds: bool = False

    @property
    def can_be_decided(self) -> bool:
        """Whether a person may take it or leave it out."""
        return self.fate in WANTED or (self.fate is Disposition.CONFLICT and self.value is not None)

    def decided(self, *, take: bool, text: str | None = None) -> FieldChange:
        """The change as a person decides, who may have typed a text instead."""
        if not take:
            return replace(self, fate=Disposition.LEFT)
        value = self.value if text is None else text
        return replace(
            self, fate=Disposition.TAKEN, value=value, now=text or self.now, reason="", ours=""
        )


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
