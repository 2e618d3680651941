"""The sheets of a brief, and their headings: a column is named by the way to its field, in words.

``ask`` is a field of the row; ``due wording`` one of the due date; ``evidence 2 quote`` one of the
second piece of evidence. Capitals, dots, dashes and underscores make no difference.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, TypeGuard, get_origin

from msgspec import Struct

from bluf import model
from bluf.data.shape import Annotation, fields, inner_of, takes_several, writing_order
from bluf.model import Brief, Record
from octavo.shortening import capital

if TYPE_CHECKING:
    from bluf.data.tree import Steps


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
        if self.record is model.Participant:
            return ("events", 0, self.field, 0)
        return (self.field, "*" if self.own else 0)


BRIEF = RecordSheet("Brief", "", Brief)
PARTICIPANTS = RecordSheet("Participants", "participants", model.Participant, ("event",))
SHEETS = (
    BRIEF,
    RecordSheet("Recommendations", "recommendations", model.Recommendation),
    RecordSheet("Parties", "parties", model.Party, ("id",)),
    RecordSheet("Sources", "sources", model.Source, ("id",)),
    RecordSheet("Events", "events", model.Event),
    PARTICIPANTS,
    RecordSheet("Requests", "requests", model.Request),
    RecordSheet("Outcomes", "outcomes", model.Outcome),
    RecordSheet("Follow-ups", "follow_ups", model.FollowUp),
    RecordSheet("Next", "next", model.Next),
    RecordSheet("Extra", "extra", model.Extra, ("id",)),
)
"""Every sheet, in the order of the workbook."""


def sheet_named(title: str) -> RecordSheet | None:
    """The sheet that a title means, however it is spelt with blanks, dashes and capitals."""
    return next((sheet for sheet in SHEETS if _fold(sheet.title) == _fold(title)), None)


def _fold(title: str) -> str:
    return "".join(character for character in title.casefold() if character.isalnum())


_BETWEEN = re.compile(r"[\s._\-]+")
BARE = ""
"""Last step of the path of a due date that is given as one value."""

_UNSAID = ("value", BARE)


class FieldColumn(Struct, frozen=True):
    """Where a column goes: the path of its field, and whether a cell holds a list."""

    path: Steps
    is_list: bool = False


@cache
def column_named(heading: str, record: type[Record]) -> FieldColumn | None:
    """The column of a heading, or None where the record has no such field."""
    words = tuple(word for word in _BETWEEN.split(heading.casefold()) if word)
    return _in_record(words, record, ())


def heading_of(path: Steps) -> str:
    """The heading of a column: ``Evidence 2 quote``."""
    shown = path[:-1] if path[-1] in _UNSAID else path
    words = [str(step + 1) if isinstance(step, int) else step for step in shown]
    return capital(" ".join(words).replace("_", " "))


def columns(record: type[Record], counts: dict[str, int]) -> Iterator[FieldColumn]:
    """The columns of a record in the order of its fields.

    Args:
        record: What a row is.
        counts: How often the columns of a list of records are repeated, by the name of the list;
            what is not named is left out.
    """
    for name in writing_order(record):
        yield from _columns((name,), fields(record)[name].type, counts)


def _columns(path: Steps, annotation: Annotation, counts: dict[str, int]) -> Iterator[FieldColumn]:
    inner, is_list = inner_of(annotation)
    if not _is_record(inner):
        yield from (
            () if _is_keyed(inner) else (FieldColumn(path, is_list or takes_several(annotation)),)
        )
        return
    repeated = counts.get(str(path[-1]), 0)
    for start in [(*path, index) for index in range(repeated)] if is_list else [path]:
        for name in writing_order(inner):
            yield from _columns((*start, name), fields(inner)[name].type, counts)


def _in_record(words: tuple[str, ...], record: type[Record], path: Steps) -> FieldColumn | None:
    for length in range(len(words), 0, -1):
        name = "_".join(words[:length])
        if name in fields(record):
            return _below(words[length:], fields(record)[name].type, (*path, name))
    return None


def _below(words: tuple[str, ...], annotation: Annotation, path: Steps) -> FieldColumn | None:
    inner, is_list = inner_of(annotation)
    if not _is_record(inner):
        return (
            None
            if words or _is_keyed(inner)
            else FieldColumn(path, is_list or takes_several(annotation))
        )
    if is_list:
        number, words = (int(words[0]), words[1:]) if words and words[0].isdecimal() else (1, words)
        path = (*path, max(number, 1) - 1)
    if words:
        return _in_record(words, inner, path)
    bare = {model.SourcedDate: "value", model.Due: BARE}
    return FieldColumn((*path, bare[inner])) if inner in bare else None


def _is_record(inner: Annotation) -> TypeGuard[type[Record]]:
    return isinstance(inner, type) and issubclass(inner, Record)


def _is_keyed(inner: Annotation) -> bool:
    return get_origin(inner) is dict
