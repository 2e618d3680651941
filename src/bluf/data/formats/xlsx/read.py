"""From a workbook to tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from lxml import etree

from bluf.data import limits
from bluf.data.error import ONE_BRIEF, TOO_LARGE, DataError, listed
from bluf.data.formats.xlsx.cells import (
    RELATIONSHIPS,
    CellError,
    SharedCells,
    column_of,
    date_styles,
    letters,
    text_of,
    x,
)
from bluf.data.formats.xlsx.package import Workbook, open_workbook
from bluf.data.tables.headings import sheet_named
from bluf.data.tables.table import Cell, Table, TableRow
from bluf.rules import finding
from octavo.finding import Finding
from octavo.location import SheetLocation

_ADDRESS = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
_HIDDEN = ("hidden", "veryHidden")


def read_tables(data: bytes, path: str) -> tuple[list[Table], tuple[Finding, ...]]:
    """The sheets of a workbook, and what it is warned of.

    Raises:
        DataError: The file is no workbook that may be read, or a sheet has merged cells, a formula
            without a value, or an error; all of these at once.
    """
    workbook = open_workbook(data, path)
    reading = _reading(workbook)
    tables: list[Table] = []
    findings: list[Finding] = []
    for title, root in _sheets(workbook):
        sheet = _Sheet(path, title, reading)
        tables.append(sheet.table(root))
        findings += sheet.findings
    if findings:
        raise DataError(listed(findings))
    return tables, workbook.warnings


def _reading(workbook: Workbook) -> SharedCells:
    strings = workbook.tree(workbook.related("sharedStrings"))
    items = () if strings is None else tuple(text_of(item) for item in strings.iter(x("si")))
    main = workbook.tree(workbook.main)
    properties = None if main is None else main.find(x("workbookPr"))
    from_1904 = properties is not None and properties.get("date1904") in ("1", "true")
    return SharedCells(items, date_styles(workbook.tree(workbook.related("styles"))), from_1904)


def _sheets(workbook: Workbook) -> Iterator[tuple[str, etree._Element]]:
    """Title and content of each sheet, without hidden ones that are none of ours."""
    targets = {p.id: p.target for p in workbook.relationships(workbook.main)}
    main = workbook.tree(workbook.main)
    for sheet in () if main is None else main.iter(x("sheet")):
        title = sheet.get("name") or ""
        if sheet.get("state") in _HIDDEN and sheet_named(title) is None:
            continue
        root = workbook.tree(targets.get(sheet.get(f"{{{RELATIONSHIPS}}}id") or "", ""))
        if root is not None and root.tag == x("worksheet"):
            yield title, root


class _Sheet:
    """One sheet on its way to a table."""

    def __init__(self, path: str, title: str, reading: SharedCells) -> None:
        self.findings: list[Finding] = []
        self._path = path
        self._title = title
        self._reading = reading
        self._cells = 0

    def table(self, root: etree._Element) -> Table:
        self._refuse_merged_cells(root)
        rows = (self._row(row, number) for number, row in _numbered(root))
        filled = tuple(row for row in rows if row.cells)
        return Table(self._title, self._place("A1"), filled)

    def _row(self, row: etree._Element, number: int) -> TableRow:
        cells: dict[int, Cell] = {}
        column = -1
        for element in row.iterfind(x("c")):
            match = _ADDRESS.fullmatch(element.get("r") or "")
            column = column_of(match[1]) if match else column + 1
            text = self._text(element, f"{letters(column)}{number}")
            if text is not None and text.strip():
                cells[column] = Cell(text, self._place(f"{letters(column)}{number}"))
        self._cells += len(cells)
        if self._cells > limits.NODES:
            place = self._place(f"A{number}")
            raise DataError([finding("limit-exceeded", TOO_LARGE, place, ONE_BRIEF)])
        return TableRow(cells, partial(self._place_in, number))

    def _text(self, element: etree._Element, address: str) -> str | None:
        try:
            return self._reading.text(element)
        except CellError as error:
            place = self._place(address)
            self.findings.append(finding("data-type", error.message, place, error.hint))
            return None

    def _refuse_merged_cells(self, root: etree._Element) -> None:
        for merged in root.iter(x("mergeCell")):
            area = merged.get("ref") or "A1"
            message = f"the cells {area} are merged, and only one of them can hold a value"
            hint = "in Excel, mark them and choose Unmerge Cells; give each row its own value"
            place = self._place(area.partition(":")[0])
            self.findings.append(finding("data-type", message, place, hint))

    def _place(self, address: str) -> SheetLocation:
        return SheetLocation(self._path, self._title, address)

    def _place_in(self, row: int, column: int) -> SheetLocation:
        return self._place(f"{letters(column)}{row}")


def _numbered(root: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    """The rows with their numbers; one that says none follows the one before it."""
    number = 0
    for row in root.iterfind(f"{x('sheetData')}/{x('row')}"):
        said = row.get("r") or ""
        number = int(said) if said.isdecimal() else number + 1
        yield number, row
