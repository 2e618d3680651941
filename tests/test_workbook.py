from __future__ import annotations

import datetime as dt
import io
import zipfile

import pytest
from openpyxl import load_workbook

from bluf.workbook import Sheet, SheetColumn, WorkbookError, write

DAY = dt.date(2026, 3, 1)


def made(*rows: tuple[str | int | dt.date | None, ...]) -> bytes:
    sheet = Sheet("Things", (SheetColumn("Name", 16), SheetColumn("Number", 8)), rows)
    return write([sheet], title="Things", day=DAY, path="things.xlsx")


def test_what_would_be_read_as_an_escape_stays_as_it_is() -> None:
    with zipfile.ZipFile(io.BytesIO(made(("_x0041_", 1)))) as archive:
        assert b"<t>_x005F_x0041_</t>" in archive.read("xl/worksheets/sheet1.xml")


def test_every_text_beyond_a_cell_is_named() -> None:
    with pytest.raises(WorkbookError) as caught:
        made(("x" * 32_768, 1), ("short", 2), ("y" * 40_000, 3))
    places = [str(finding.location) for finding in caught.value.findings]
    assert places == ["things.xlsx:Things!A2", "things.xlsx:Things!A4"]


def test_a_long_text_makes_its_row_high() -> None:
    page = load_workbook(io.BytesIO(made(("x" * 40, 1))))["Things"]
    assert page.row_dimensions[2].height == 45
