"""What somebody changed in a file, in terms of the record, and what becomes of it."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

if TYPE_CHECKING:
    from bluf.roundtrip.origins import Path
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
