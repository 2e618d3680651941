"""A brief as an Excel workbook: drop-down lists, and an explanation on each heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.data.tables.explain import choices_of, explanation_of, is_day, refers_to
from bluf.data.tables.layout import lay_out
from bluf.data.tables.sheets import BRIEF
from bluf.workbook import Sheet, SheetColumn
from bluf.workbook import write as write_workbook

if TYPE_CHECKING:
    from bluf.data.tables.layout import SheetRows
    from bluf.model import Brief

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
