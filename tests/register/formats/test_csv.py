from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from bluf.register.formats import csv as format_csv
from bluf.register.formats.columns import safe

if TYPE_CHECKING:
    from bluf.register import Register


def _rows(register: Register) -> list[dict[str, str]]:
    text = format_csv.render(register).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_each_row_says_what_day_it_is_of(register: Register) -> None:
    rows = _rows(register)
    assert len(rows) == len(register.entries)
    assert {row["as_of"] for row in rows} == {"2025-02-02"}


def test_a_row_holds_wording_and_bounds_apart(register: Register) -> None:
    (row,) = (row for row in _rows(register) if row["id"] == "2025-01-05-a#F1")
    assert row["due"] == "“this year” (by 2025-12-31)"
    assert (row["due_earliest"], row["due_latest"]) == ("", "2025-12-31")
    assert (row["carried"], row["latest_id"]) == ("1", "2025-02-01-b#F1")
    assert row["source_url"] == "https://example.org/a"


def test_no_spreadsheet_runs_a_cell(register: Register) -> None:
    cells = [cell for row in _rows(register) for cell in row.values()]
    assert "'=cmd|'/C calc'!A0" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@A1", " =1", "\t=1", "＝1"])
def test_text_that_begins_like_a_formula_is_made_safe(text: str) -> None:
    assert safe(text) == f"'{text}"


@pytest.mark.parametrize("cell", ["a=1", "", 1, None])
def test_other_cells_stay_as_they_are(cell: str | int | None) -> None:
    assert safe(cell) == cell
