"""The sheets of a brief: which record each one holds, and where it goes in the tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.model import (
    Brief,
    Event,
    Extra,
    FollowUp,
    Next,
    Outcome,
    Participant,
    Party,
    Recommendation,
    Request,
    Source,
)

if TYPE_CHECKING:
    from bluf.data.tree import Steps
    from bluf.model import Record


class RecordSheet(Struct, frozen=True):
    """One kind of record.

    Attributes:
        title: Name of the sheet; the CSV file has the same, in lower case.
        field: Field of the brief that the records go into; none for the brief itself.
        record: What a row is.
        own: Columns that are not fields of the record: the id of what is kept by id, and the
            event of a participant.
    """

    title: str
    field: str
    record: type[Record]
    own: tuple[str, ...] = ()

    @property
    def start(self) -> Steps:
        """The path of some record of the sheet, from the brief down."""
        if self.record is Brief:
            return ()
        if self.record is Participant:
            return ("events", 0, self.field, 0)
        return (self.field, "*" if self.own else 0)


BRIEF = RecordSheet("Brief", "", Brief)
PARTICIPANTS = RecordSheet("Participants", "participants", Participant, ("event",))
SHEETS = (
    BRIEF,
    RecordSheet("Recommendations", "recommendations", Recommendation),
    RecordSheet("Parties", "parties", Party, ("id",)),
    RecordSheet("Sources", "sources", Source, ("id",)),
    RecordSheet("Events", "events", Event),
    PARTICIPANTS,
    RecordSheet("Requests", "requests", Request),
    RecordSheet("Outcomes", "outcomes", Outcome),
    RecordSheet("Follow-ups", "follow_ups", FollowUp),
    RecordSheet("Next", "next", Next),
    RecordSheet("Extra", "extra", Extra, ("id",)),
)
"""Every sheet, in the order of the workbook."""


def sheet_named(title: str) -> RecordSheet | None:
    """The sheet that a title means, however it is spelt with blanks, dashes and capitals."""
    return next((sheet for sheet in SHEETS if _fold(sheet.title) == _fold(title)), None)


def _fold(title: str) -> str:
    return "".join(character for character in title.casefold() if character.isalnum())
