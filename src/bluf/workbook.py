"""The one writer of Excel workbooks: text stays text, days are days, fixed bytes."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, cast

from lxml import etree
from msgspec import Struct
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.writer.excel import ExcelWriter

from bluf.rules import finding
from octavo.finding import Finding, FindingsError
from octavo.location import SheetLocation
from octavo.ooxml import packed, parse_xml, write_archive

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet


Content = str | int | dt.date | None
"""What one cell holds."""

_FONT = "Calibri"
_FONTS = {
    "head": Font(name=_FONT, bold=True, color="FFFFFF"),
    "strong": Font(name=_FONT, bold=True),
    "faint": Font(name=_FONT, italic=True, color="595959"),
}
_FILL = PatternFill("solid", fgColor="1F3A5F")
_WRAP = Alignment(horizontal="left", vertical="top", wrap_text=True)
_ISO = "yyyy-mm-dd"
_TEXT = "@"
_LAST_OFFERED = 300
"""Row down to which drop-down lists reach."""
_LONGEST = 32_767
"""Characters that a cell holds at most; Excel cuts off what goes beyond."""
_LINE = 15.0
"""Height of a line of text, in points; LibreOffice needs to be told how high a row is."""
_LOOKS_ESCAPED = re.compile(r"_x(?=[0-9A-Fa-f]{4}_)")
"""What a workbook would read as an escaped character (ISO/IEC 29500-1, 22.9.2.19)."""
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_OF_A_FONT = [
    _MAIN + name
    for name in (
        *("b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign"),
        *("sz", "color", "name", "family", "charset", "scheme"),
    )
]


class WorkbookError(FindingsError):
    """A text is longer than a cell can be; every such cell is named."""


class SheetColumn(Struct, frozen=True):
    """A column of a sheet.

    Attributes:
        heading: What stands above it.
        width: Width in characters.
        about: What it is for, shown where the pointer rests on the heading.
        words: The words that a drop-down list offers; nothing else may be typed.
        ids_of: Title of the sheet whose first column a drop-down list offers.
        is_day: Whether room to type is formatted for days.
        look: How its cells are set: ``strong``, ``faint``, or plainly.
    """

    heading: str
    width: int
    about: str = ""
    words: Sequence[str] = ()
    ids_of: str = ""
    is_day: bool = False
    look: str = ""


class Sheet(Struct, frozen=True):
    """A sheet: its columns, and what stands below them.

    Attributes:
        rows: The cells of each row, one for each column.
        room: Rows that are formatted at the least, so that there is room to type.
        filters: Whether the head has filters, and the first column stands on each printed page.
    """

    title: str
    columns: Sequence[SheetColumn]
    rows: Sequence[Sequence[Content]]
    room: int = 0
    filters: bool = False


def write(
    sheets: Sequence[Sheet], *, title: str, day: dt.date, path: str, description: str = ""
) -> bytes:
    """The workbook; the same sheets give the same bytes on any machine and day.

    Args:
        sheets: What it holds.
        title: Its title, as a property.
        day: The day it says it was made on.
        path: Its name in findings.
        description: Its description, as a property.

    Raises:
        WorkbookError: A text is longer than a cell can be.
    """
    findings = [each for sheet in sheets for each in _too_long(sheet, path)]
    if findings:
        raise WorkbookError(findings)
    book = Workbook(write_only=True)
    noon = dt.datetime.combine(day, dt.time(12))
    book.properties.creator, book.properties.title = "bluf", title
    book.properties.description = description or None
    book.properties.created = book.properties.modified = noon
    for sheet in sheets:
        page = book.create_sheet(sheet.title)  # write-only, with all that we use of a worksheet
        _fill(cast("Worksheet", page), sheet)
    return _settled(book)


def _too_long(sheet: Sheet, path: str) -> Iterator[Finding]:
    message = f"a cell of a workbook holds at most {_LONGEST:,} characters"
    for number, row in enumerate(sheet.rows, 2):
        for column, value in enumerate(row, 1):
            if isinstance(value, str) and len(value) > _LONGEST:
                place = SheetLocation(path, sheet.title, f"{get_column_letter(column)}{number}")
                hint = "shorten it, or choose another format"
                yield finding("limit-exceeded", message, place, hint)


def _fill(page: Worksheet, sheet: Sheet) -> None:
    _set_up(page, sheet)
    page.append([_head(page, column) for column in sheet.columns])
    for number, row in enumerate(sheet.rows, 2):
        pairs = list(zip(sheet.columns, row, strict=True))
        page.row_dimensions[number].height = _LINE * max(_lines(*pair) for pair in pairs)
        page.append([_cell(page, *pair) for pair in pairs])
    blank = [_cell(page, column, None) for column in sheet.columns]
    for number in range(len(sheet.rows) + 2, sheet.room + 2):
        page.row_dimensions[number].height = _LINE
        page.append(blank)


def _set_up(page: Worksheet, sheet: Sheet) -> None:
    """Printed, a sheet is as wide as the page, and its headings stand on each."""
    page.page_setup.orientation = "landscape"
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_title_rows = "1:1"
    page.freeze_panes = "B2"
    letters = [get_column_letter(number) for number in range(1, len(sheet.columns) + 1)]
    for letter, column in zip(letters, sheet.columns, strict=True):
        page.column_dimensions[letter].width = column.width
        _offer(page, column, f"{letter}2:{letter}{_LAST_OFFERED}")
    if sheet.filters:
        page.print_title_cols = "A:A"
        page.auto_filter.ref = f"A1:{letters[-1]}{len(sheet.rows) + 1}"


def _offer(page: Worksheet, column: SheetColumn, area: str) -> None:
    """Drop-down lists: of a closed vocabulary, or of the ids that another sheet defines."""
    if column.words:
        listed = ",".join(column.words)
        offer = DataValidation("list", formula1=f'"{listed}"', allow_blank=True)
        offer.error = f"choose one of: {', '.join(column.words)}"
        offer.showErrorMessage = True
    elif column.ids_of:
        ids = f"'{column.ids_of}'!$A$2:$A${_LAST_OFFERED}"
        offer = DataValidation("list", formula1=ids, allow_blank=True)
        offer.showErrorMessage = False
    else:
        return
    offer.add(area)
    page.data_validations.append(offer)


def _head(page: Worksheet, column: SheetColumn) -> Cell:
    cell = WriteOnlyCell(page, column.heading)
    cell.font, cell.fill, cell.alignment = _FONTS["head"], _FILL, _WRAP
    if column.about:
        cell.comment = Comment(column.about, "bluf", width=320, height=120)
    return cell


def _lines(column: SheetColumn, value: Content) -> int:
    """Lines that a text takes at the width of its column."""
    return 1 + len(value) // column.width if isinstance(value, str) else 1


def _cell(page: Worksheet, column: SheetColumn, value: Content) -> Cell:
    """A cell of the type of its value; text is text, whatever it begins with."""
    cell = WriteOnlyCell(page)
    cell.alignment = _WRAP
    cell.number_format = _ISO if column.is_day else _TEXT
    if column.look:
        cell.font = _FONTS[column.look]
    if isinstance(value, str) and value:
        cell.value = _LOOKS_ESCAPED.sub("_x005F_x", value)
        cell.data_type = "s"
        cell.quotePrefix = value.startswith(("=", "+", "-", "@"))
    elif isinstance(value, dt.date):
        cell.value, cell.number_format = dt.datetime.combine(value, dt.time()), _ISO
    elif isinstance(value, int):
        cell.value, cell.number_format = value, "0"
    return cell


def _settled(book: Workbook) -> bytes:
    """The file at a fixed time: no clock shows in it.

    `Workbook.save` would write the moment of saving over the time we set; its writer does not.
    """
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        ExcelWriter(book, archive).write_data()
    with zipfile.ZipFile(written) as archive:
        parts = [(name, archive.read(name)) for name in archive.namelist()]
    return write_archive(
        packed(name, _in_order(data) if name == "xl/styles.xml" else data) for name, data in parts
    )


def _in_order(styles: bytes) -> bytes:
    """The styles with the parts of a font in the order that Microsoft's validator wants."""
    root = parse_xml(styles)
    for font in root.iter(f"{_MAIN}font"):
        font[:] = sorted(font, key=lambda part: _OF_A_FONT.index(str(part.tag)))
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)
