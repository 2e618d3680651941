from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace
from openpyxl import load_workbook

from bluf.data import DataError, read
from bluf.data.tables.headings import SHEETS
from bluf.data.writers.workbook import write
from bluf.workbook import WorkbookError

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from bluf.model import Brief

CASES = Path(__file__).parents[1] / "cases"


@pytest.fixture(scope="module")
def brief() -> Brief:
    return read(CASES / "whole.yaml").brief


@pytest.fixture(scope="module")
def book(brief: Brief) -> Workbook:
    return load_workbook(io.BytesIO(write(brief)))


def column(sheet: Worksheet, heading: str) -> str:
    return next(cell.column_letter for cell in sheet[1] if cell.value == heading)


def offers(sheet: Worksheet) -> dict[str, Any]:
    return {str(each.sqref): each for each in sheet.data_validations.dataValidation}


def test_there_is_a_sheet_for_each_kind(book: Workbook) -> None:
    assert book.sheetnames == [sheet.title for sheet in SHEETS]


def test_a_heading_stays_in_sight_and_says_what_it_is_for(book: Workbook) -> None:
    sheet = book["Outcomes"]
    head = sheet[f"{column(sheet, 'Strength')}1"]
    assert head.font.bold
    assert head.comment is not None
    assert "How firm it is" in head.comment.text
    assert "One of: agreed, decided" in head.comment.text
    assert sheet.freeze_panes == "B2"
    also = book["Participants"][f"{column(book['Participants'], 'Also')}1"]
    assert also.comment is not None
    assert also.comment.text.endswith("Separate several with semicolons.")


def test_a_closed_vocabulary_is_a_drop_down_list(book: Workbook) -> None:
    sheet = book["Requests"]
    offer = offers(sheet)[f"{column(sheet, 'State')}2:{column(sheet, 'State')}300"]
    assert (offer.formula1, offer.showErrorMessage) == ('"planned,made,appeal"', True)
    assert all(len(each.formula1) <= 255 for ws in book for each in offers(ws).values())


def test_ids_are_offered_from_the_sheet_that_defines_them(book: Workbook) -> None:
    sheet = book["Requests"]
    made = {area.rstrip("0123456789"): each.formula1 for area, each in offers(sheet).items()}
    letter = column(sheet, "From")
    assert made[f"{letter}2:{letter}"] == "'Parties'!$A$2:$A$300"
    people = book["Participants"]
    assert offers(people)["A2:A300"].formula1 == "'Events'!$A$2:$A$300"


def test_a_day_is_a_day_and_a_number_a_number(book: Workbook) -> None:
    day = book["Brief"]["B4"]
    assert (day.is_date, day.number_format) == (True, "yyyy-mm-dd")
    sheet = book["Requests"]
    priority = sheet[f"{column(sheet, 'Priority')}2"]
    assert (priority.value, priority.number_format) == (1, "0")


def test_room_to_type_is_formatted(book: Workbook) -> None:
    sheet = book["Follow-ups"]
    assert sheet[f"{column(sheet, 'Due latest')}9"].number_format == "yyyy-mm-dd"
    assert sheet[f"{column(sheet, 'Action')}9"].number_format == "@"


@pytest.mark.parametrize("text", ["=1+1", "+44 20", "-5%", "@SUM(A1)"])
def test_a_text_that_would_run_is_text(brief: Brief, text: str) -> None:
    written = write(replace(brief, title=text))
    cell = load_workbook(io.BytesIO(written))["Brief"]["B3"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)


def test_the_same_brief_gives_the_same_bytes(brief: Brief) -> None:
    assert write(brief) == write(brief)
    assert b"1980" not in write(brief)[:4]


def test_a_text_beyond_a_cell_is_refused(brief: Brief) -> None:
    long = "x" * 32_768
    party = replace(brief.parties["us"], name=long)
    update = {"background": long, "parties": {**brief.parties, "us": party}}
    with pytest.raises(WorkbookError, match="at most 32,767 characters") as caught:
        write(replace(brief, **update), "a.xlsx")
    places = [str(finding.location) for finding in caught.value.findings]
    assert places == ["a.xlsx:Brief!B24", "a.xlsx:Parties!B3"]


def test_a_duplicate_in_a_workbook_names_its_cell(brief: Brief, tmp_path: Path) -> None:
    book = load_workbook(io.BytesIO(write(brief)))
    book["Parties"]["A3"] = "rs"
    book.save(tmp_path / "x.xlsx")
    with pytest.raises(DataError) as caught:
        read(tmp_path / "x.xlsx")
    first = caught.value.findings[0]
    assert "the first is in Parties!A2" in first.message
    assert str(first.location).endswith("x.xlsx:Parties!A3")
