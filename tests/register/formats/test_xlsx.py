from __future__ import annotations

import datetime as dt
import io
import json
import os
import shutil
import subprocess
import zipfile
from typing import TYPE_CHECKING

import openpyxl
import pytest
from msgspec.structs import replace

from bluf.register.formats import xlsx
from bluf.workbook import WorkbookError

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.workbook.workbook import Workbook

    from bluf.register import Register

OFFICE = shutil.which("soffice")
VALIDATOR = os.environ.get("BLUF_OOXML_VALIDATOR")


def _book(register: Register) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(xlsx.render(register)))


def _column(book: Workbook, sheet: str, heading: str) -> list[object]:
    head, *rows = book[sheet].iter_rows(values_only=True)
    number = head.index(heading)
    return [row[number] for row in rows]


def test_there_is_a_sheet_for_requests_follow_ups_and_history(register: Register) -> None:
    book = _book(register)
    assert book.sheetnames == ["Requests", "Follow-ups", "History"]
    assert _column(book, "Requests", "Id") == [
        "2025-01-05-a#R3",
        "2025-01-05-a#R1",
        "2025-01-05-a#R2",
    ]
    assert "Last day" not in [cell.value for cell in book["Requests"][1]]


def test_dates_are_dates_and_text_is_text(register: Register) -> None:
    book = _book(register)
    days = _column(book, "Follow-ups", "Last day")
    assert days[0] == dt.datetime(2025, 1, 15)  # noqa: DTZ001 - a cell knows no time zone
    assert book["Follow-ups"]["H2"].number_format == "yyyy-mm-dd"
    assert book["Follow-ups"]["H2"].is_date
    asked = book["Requests"]["B4"]
    assert (asked.value, asked.data_type) == ("=cmd|'/C calc'!A0", "s")


def test_the_header_is_frozen_and_filters_are_on(register: Register, empty: Register) -> None:
    for sheet in _book(register).worksheets:
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert (sheet.print_title_rows, sheet.print_title_cols) == ("$1:$1", "$A:$A")
    assert _book(empty)["History"].auto_filter.ref == "A1:L1"


def test_the_history_has_a_line_for_each_quotation(register: Register) -> None:
    book = _book(register)
    assert "Paid in full" in _column(book, "History", "Note")
    assert "soon" in _column(book, "History", "Translation")
    assert len(_column(book, "History", "Id")) >= sum(len(e.steps) for e in register.entries)


def test_parts_are_packed_at_a_fixed_time(register: Register) -> None:
    with zipfile.ZipFile(io.BytesIO(xlsx.render(register))) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2025-02-02T12:00:00Z" in archive.read("docProps/core.xml")


def test_a_text_beyond_a_cell_is_refused(register: Register) -> None:
    entry = replace(register.entries[0], what="x" * 40_000)
    with pytest.raises(WorkbookError, match=r"register\.xlsx:Follow-ups!B2"):
        xlsx.render(replace(register, entries=(entry,)))


@pytest.mark.thorough
@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_reads_the_sheet(register: Register, tmp_path: Path) -> None:
    (tmp_path / "register.xlsx").write_bytes(xlsx.render(register))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2",
    ]
    subprocess.run(
        [*command, "--outdir", str(tmp_path), str(tmp_path / "register.xlsx")],
        check=True,
        capture_output=True,
        timeout=120,
    )
    (sheet,) = tmp_path.glob("*.csv")
    lines = sheet.read_text("utf-8").splitlines()
    assert lines[1].startswith("2025-01-05-a#F5,Answer,Serbia,,2025-01-05,15 Jan 2025,")


@pytest.mark.skipif(VALIDATOR is None, reason="the Open XML validator is not installed")
def test_microsofts_validator_finds_no_error(register: Register, tmp_path: Path) -> None:
    path = tmp_path / "register.xlsx"
    path.write_bytes(xlsx.render(register))
    done = subprocess.run(
        [str(VALIDATOR), str(path)], capture_output=True, text=True, timeout=120, check=False
    )
    assert json.loads(done.stdout)["errors"] == []
