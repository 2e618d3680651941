"""A brief as an Excel workbook: drop-down lists, an explanation on each heading, fixed bytes."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from typing import TYPE_CHECKING, cast

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.writer.excel import ExcelWriter

from bluf.data.error import DataError, fault
from bluf.data.tables.explain import choices_of, explanation_of, is_day, refers_to
from bluf.data.tables.layout import lay_out
from bluf.data.tables.sheets import BRIEF
from octavo.location import SheetLocation
from octavo.ooxml import packed, write_archive

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

    from bluf.data.tables.headings import Column
    from bluf.data.tables.layout import Content, Laid
    from bluf.data.tables.sheets import Sheet
    from bluf.model import Brief

_FONT = "Calibri"
_HEAD = Font(name=_FONT, bold=True, color="FFFFFF")
_BOLD = Font(name=_FONT, bold=True)
_FILL = PatternFill("solid", fgColor="1F3A5F")
_WRAP = Alignment(horizontal="left", vertical="top", wrap_text=True)
_FAINT = Font(name=_FONT, italic=True, color="595959")
_ISO = "yyyy-mm-dd"
_LAST_ROW = 300
"""Row down to which drop-down lists reach."""
_LAST_FORMATTED = 30
"""Rows that are formatted, so that there is room to type."""
_LONGEST = 32_767
"""Characters that a cell holds at most; Excel cuts off what goes beyond."""
_WIDE = ("quote", "ask", "statement", "action", "title", "bottom_line", "background", "note")
_WIDTHS = {"wide": 48, "usual": 16, "value": 80}
_LINE = 15.0
"""Height of a line of text, in points; LibreOffice needs to be told how high a row is."""
_TEXT = "@"
_SHORTEN = "shorten it, or choose another format"
_LOOKS_ESCAPED = re.compile(r"_x(?=[0-9A-Fa-f]{4}_)")
"""What a workbook would read as an escaped character (ISO/IEC 29500-1, 22.9.2.19)."""


def write(brief: Brief, path: str = "workbook") -> bytes:
    """The file; the same brief gives the same bytes on any day.

    Raises:
        DataError: A text is longer than a cell of a workbook can be; ``path`` names the workbook.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    moment = dt.datetime.combine(brief.date, dt.time(12))
    book.properties.creator = "bluf"
    book.properties.title = brief.title
    book.properties.created = book.properties.modified = moment
    sheets = lay_out(brief)
    _refuse_long_texts(sheets, path)
    for laid in sheets:
        sheet = book.create_sheet(laid.sheet.title)
        _on_paper(sheet)
        if laid.sheet is BRIEF:
            _fill_brief(sheet, laid)
        else:
            _fill_records(sheet, laid)
    return _settled(book)


def _refuse_long_texts(sheets: Iterable[Laid], path: str) -> None:
    """Refuse what a spreadsheet would cut off without a word."""
    message = f"a cell of a workbook holds at most {_LONGEST:,} characters"
    findings = [
        fault("limit-exceeded", message, SheetLocation(path, laid.sheet.title, address), _SHORTEN)
        for laid in sheets
        for address, value in _addressed(laid)
        if isinstance(value, str) and len(value) > _LONGEST
    ]
    if findings:
        raise DataError(findings)


def _addressed(laid: Laid) -> Iterator[tuple[str, Content]]:
    """Each value with the cell it goes to; those of the brief stand below one another."""
    for number, row in enumerate(laid.rows, 2):
        for column, value in enumerate(row):
            if laid.sheet is BRIEF:
                yield f"B{column + 2}", value
            else:
                yield f"{get_column_letter(column + 1)}{number}", value


def _on_paper(sheet: Worksheet) -> None:
    """Printed, a sheet is as wide as the page, and its headings stand on each."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
    sheet.freeze_panes = "B2"


def _fill_brief(sheet: Worksheet, laid: Laid) -> None:
    """One field a row: name, value, and what it is."""
    for letter, width in zip("ABC", (_WIDTHS["usual"], _WIDTHS["value"], 76), strict=True):
        sheet.column_dimensions[letter].width = width
    for number, heading in enumerate(("Field", "Value", "What it is"), 1):
        _head(_cell(sheet, 1, number), heading)
    fields = zip(laid.columns, laid.headings, laid.rows[0], strict=True)
    for row, (column, heading, value) in enumerate(fields, 2):
        name = _cell(sheet, row, 1)
        name.value, name.font, name.alignment = heading, _BOLD, _WRAP
        _put(_cell(sheet, row, 2), value, is_day=is_day(laid.sheet, column))
        about = sheet.cell(row, 3, explanation_of(laid.sheet, column))
        about.font, about.alignment = _FAINT, _WRAP
        _fit_height(sheet, row)


def _fill_records(sheet: Worksheet, laid: Laid) -> None:
    for number, (column, heading) in enumerate(zip(laid.columns, laid.headings, strict=True), 1):
        cell = _cell(sheet, 1, number)
        _head(cell, heading)
        cell.comment = Comment(explanation_of(laid.sheet, column), "bluf", width=320, height=120)
        letter = get_column_letter(number)
        wide = column.path[-1] in _WIDE
        sheet.column_dimensions[letter].width = _WIDTHS["wide" if wide else "usual"]
        _offer(sheet, laid.sheet, column, f"{letter}2:{letter}{_LAST_ROW}")
    days = [is_day(laid.sheet, column) for column in laid.columns]
    blank = [(None,) * len(days)] * max(0, _LAST_FORMATTED - len(laid.rows))
    for row, values in enumerate((*laid.rows, *blank), 2):
        for number, (day, value) in enumerate(zip(days, values, strict=True), 1):
            _put(_cell(sheet, row, number), value, is_day=day)
        _fit_height(sheet, row)


def _fit_height(sheet: Worksheet, row: int) -> None:
    """Make a row as high as its longest text, at the width of its column."""
    lines = [1]
    for number, cell in enumerate(sheet[row], 1):
        width = sheet.column_dimensions[get_column_letter(number)].width
        lines.append(1 + len(str(cell.value or "")) // int(width))
    sheet.row_dimensions[row].height = _LINE * max(lines)


def _cell(sheet: Worksheet, row: int, column: int) -> Cell:
    return cast("Cell", sheet.cell(row, column))  # a sheet of ours has no merged cells


def _head(cell: Cell, text: str) -> None:
    cell.value = text
    cell.font, cell.fill, cell.alignment = _HEAD, _FILL, _WRAP


def _put(cell: Cell, value: Content, *, is_day: bool) -> None:
    """Text is text, whatever it begins with; a day is a day; room to type is formatted so too."""
    cell.alignment = _WRAP
    cell.number_format = _ISO if is_day else _TEXT
    if isinstance(value, str):
        cell.value = _LOOKS_ESCAPED.sub("_x005F_x", value)
        cell.data_type = "s"
        cell.quotePrefix = value.startswith(("=", "+", "-", "@"))
    elif value is not None:
        cell.value = value
        cell.number_format = _ISO if isinstance(value, dt.date) else "0"


def _offer(sheet: Worksheet, kind: Sheet, column: Column, area: str) -> None:
    """Drop-down lists: of a closed vocabulary, or of the ids that another sheet defines."""
    words, target = choices_of(kind, column), refers_to(kind, column)
    if words:
        offer = DataValidation("list", formula1=f'"{",".join(words)}"', allow_blank=True)
        offer.error = f"choose one of: {', '.join(words)}"
        offer.showErrorMessage = True
    elif target:
        offer = DataValidation("list", formula1=f"'{target}'!$A$2:$A${_LAST_ROW}", allow_blank=True)
        offer.showErrorMessage = False
    else:
        return
    offer.add(area)
    sheet.add_data_validation(offer)


def _settled(book: Workbook) -> bytes:
    """The file at a fixed time, packed by libdeflate: no clock and no zlib shows in it.

    `Workbook.save` would write the moment of saving over the time we set; its writer does not.
    """
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        ExcelWriter(book, archive).write_data()
    with zipfile.ZipFile(written) as archive:
        return write_archive(packed(name, archive.read(name)) for name in archive.namelist())
