"""What a column is for: its explanation, the words it admits, and the sheet whose ids it names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.data.references import REFERENCES
from bluf.data.shape import annotation_at, is_date, meaning, record_at, takes_several, words_at
from bluf.data.tables.sheets import PARTICIPANTS, SHEETS

if TYPE_CHECKING:
    from bluf.data.tables.headings import FieldColumn
    from bluf.data.tables.sheets import RecordSheet
    from bluf.data.tree import Steps

_OWN = {
    "id": "Short word by which other sheets name it, such as “rs”.",
    "event": "Id of the event at which he or she took part.",
}
_LISTS = "Separate several with semicolons."


def explanation_of(sheet: RecordSheet, column: FieldColumn) -> str:
    """What a column is for, in the words of the model."""
    if column.path == sheet.own:
        return _OWN[sheet.own[0]]
    path = _path(sheet, column)
    record = record_at(path[:-1])
    said = meaning(record, str(path[-1])) if record else ""
    words = choices_of(sheet, column)
    more = [f"One of: {', '.join(words)}."] if words else []
    return " ".join([said, *more, *([_LISTS] if column.is_list else [])])


def choices_of(sheet: RecordSheet, column: FieldColumn) -> tuple[str, ...]:
    """The closed vocabulary of a column; empty where there is none."""
    return words_at(_path(sheet, column))


def is_day(sheet: RecordSheet, column: FieldColumn) -> bool:
    """Whether a column holds days."""
    return is_date(annotation_at(_path(sheet, column)))


def refers_to(sheet: RecordSheet, column: FieldColumn) -> str:
    """Title of the sheet whose ids a column names; empty where it names none, or several."""
    if column.is_list and not takes_several(annotation_at(_path(sheet, column))):
        return ""
    if sheet is PARTICIPANTS and column.path == sheet.own:
        field = "events"
    else:
        steps = _path(sheet, column)
        pattern = ".".join("*" if isinstance(step, int) else step for step in steps)
        kind = REFERENCES.get(pattern)
        field = kind.lists[0] if kind else ""
    return next((each.title for each in SHEETS if field and each.field == field), "")


def _path(sheet: RecordSheet, column: FieldColumn) -> Steps:
    """The path of a column's field from the brief down, in some record of the sheet."""
    return (*sheet.start, *column.path)
