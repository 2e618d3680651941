"""A brief as an Excel workbook: drop-down lists, and an explanation on each heading."""

from __future__ import annotations

from bluf.data.references import REFERENCES
from bluf.data.shape import annotation_at, is_date, meaning, record_at, takes_several, words_at
from bluf.data.tables.headings import BRIEF, PARTICIPANTS, SHEETS, FieldColumn, RecordSheet
from bluf.data.tables.layout import SheetRows, lay_out
from bluf.data.tree import Steps
from bluf.model import Brief
from bluf.workbook import Sheet, SheetColumn
from bluf.workbook import write as write_workbook

_ROOM = 30
_WIDE = ("quote", "ask", "statement", "action", "title", "bottom_line", "background", "note")
_WIDTHS = {"wide": 48, "usual": 16}


def write(brief: Brief, path: str = "workbook") -> bytes:
    """The file; the same brief gives the same bytes on any day.

    Raises:
        WorkbookError: A text is longer than a cell of a workbook can be; ``path`` names the
            workbook.
    """
    sheets = [_fields(laid) if laid.sheet is BRIEF else _records(laid) for laid in lay_out(brief)]
    return write_workbook(sheets, title=brief.title, day=brief.date, path=path)


def _fields(laid: SheetRows) -> Sheet:
    """The sheet of the brief itself, one field a row: name, value, and what it is."""
    columns = (
        SheetColumn("Field", _WIDTHS["usual"], look="strong"),
        SheetColumn("Value", 80),
        SheetColumn("What it is", 76, look="faint"),
    )
    about = [explanation_of(laid.sheet, column) for column in laid.columns]
    rows = list(zip(laid.headings, laid.rows[0], about, strict=True))
    return Sheet(laid.sheet.title, columns, rows)


def _records(laid: SheetRows) -> Sheet:
    columns = [
        SheetColumn(
            heading,
            _WIDTHS["wide" if column.path[-1] in _WIDE else "usual"],
            about=explanation_of(laid.sheet, column),
            words=choices_of(laid.sheet, column),
            ids_of=refers_to(laid.sheet, column),
            is_day=is_day(laid.sheet, column),
        )
        for column, heading in zip(laid.columns, laid.headings, strict=True)
    ]
    return Sheet(laid.sheet.title, columns, laid.rows, room=_ROOM)


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
