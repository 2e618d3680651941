"""A workbook of three sheets, requests, follow-ups and history, with dates that are dates."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import TYPE_CHECKING

from lxml import etree
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.writer.excel import ExcelWriter

from bluf.register.card import Kind
from bluf.register.formats.columns import COLUMNS
from octavo.ooxml import packed, parse_xml, write_archive

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from openpyxl.cell.cell import Cell as SheetCell
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

    from bluf.register.entries import Entry
    from bluf.register.formats.columns import Cell, Column
    from bluf.register.register import Register

_HEAD = Font(bold=True, color="FFFFFF")
_FILL = PatternFill("solid", fgColor="1F3A5F")
_WRAP = Alignment(wrap_text=True, vertical="top")
_ISO = "yyyy-mm-dd"
_LONGEST = 32767
"""Characters that a cell holds at most (ECMA-376, and Excel's own limit)."""

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_OF_A_FONT = [
    _MAIN + name
    for name in (
        *("b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign"),
        *("sz", "color", "name", "family", "charset", "scheme"),
    )
]
_OF_FOLLOW_UPS = frozenset({"due", "due_earliest", "due_latest"})
_HISTORY = (
    ("Id", 26),
    ("Kind", 14),
    ("What", 40),
    ("Date", 12),
    ("Step", 16),
    ("Words", 20),
    ("Note", 40),
    ("Recorded in", 26),
    ("Quotation", 60),
    ("Translation", 60),
    ("Source", 40),
    ("Address", 30),
)


def render(register: Register) -> bytes:
    """The workbook; the same register gives the same bytes on any machine and day."""
    book = Workbook(write_only=True)
    noon = dt.datetime.combine(register.day, dt.time(12))
    book.properties.creator = "bluf"
    book.properties.title = "Register"
    book.properties.description = register.stamp
    book.properties.created = noon
    book.properties.modified = noon
    requests = [column for column in COLUMNS if column.name not in _OF_FOLLOW_UPS | {"kind"}]
    follow_ups = [column for column in COLUMNS if column.name != "kind"]
    _sheet(book, "Requests", requests, _of(register, Kind.REQUEST))
    _sheet(book, "Follow-ups", follow_ups, _of(register, Kind.FOLLOW_UP))
    _table(book, "History", _HISTORY, _history(register.entries))
    return _settled(book)


def _of(register: Register, kind: Kind) -> list[Entry]:
    return [entry for entry in register.entries if entry.kind is kind]


def _sheet(book: Workbook, title: str, columns: Sequence[Column], entries: list[Entry]) -> None:
    head = [(column.heading, column.width) for column in columns]
    rows = [[column.cell(entry) for column in columns] for entry in entries]
    _table(book, title, head, rows)


def _table(
    book: Workbook, title: str, head: Sequence[tuple[str, int]], rows: Iterable[Sequence[Cell]]
) -> None:
    sheet = book.create_sheet(title)
    for number, (_, width) in enumerate(head, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes = "B2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.print_title_cols = "A:A"
    sheet.append([_head(sheet, heading) for heading, _ in head])
    lines = 1
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row])
        lines += 1
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(head))}{lines}"


def _head(sheet: WriteOnlyWorksheet, text: str) -> SheetCell:
    cell = WriteOnlyCell(sheet, text)
    cell.font, cell.fill, cell.alignment = _HEAD, _FILL, _WRAP
    return cell


def _cell(sheet: WriteOnlyWorksheet, value: Cell) -> SheetCell:
    """A cell of the type of its value; text is text, whatever it begins with."""
    if isinstance(value, dt.date):
        cell = WriteOnlyCell(sheet, dt.datetime.combine(value, dt.time()))
        cell.number_format = _ISO
    elif isinstance(value, str) and value:
        cell = WriteOnlyCell(sheet, value[:_LONGEST])
        cell.data_type = "s"
    else:
        cell = WriteOnlyCell(sheet, None if value == "" else value)
    cell.alignment = _WRAP
    return cell


def _history(entries: Iterable[Entry]) -> Iterator[list[Cell]]:
    for entry in entries:
        for step in entry.steps:
            about: list[Cell] = [entry.id, str(entry.kind), entry.what, step.date, str(step.mark)]
            about += [step.words, step.note, step.brief]
            for quotation in step.quotations:
                source = f"{quotation.publisher}: {quotation.title}"
                words = [quotation.original, quotation.translation, source, quotation.url]
                yield [*about, *words]
            if not step.quotations:
                yield [*about, "", "", "", ""]


def _settled(book: Workbook) -> bytes:
    """The file at a fixed time, packed by libdeflate: no clock and no zlib shows in it.

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
