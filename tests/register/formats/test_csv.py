from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.register.formats.conftest import rows_of

from bluf.register.formats.columns import safe

if TYPE_CHECKING:
    from bluf.register import Register


def test_each_row_says_what_day_it_is_of(register: Register) -> None:
    rows = rows_of(register)
    assert len(rows) == len(register.entries)
    assert {row["as_of"] for row in rows} == {"2025-02-02"}


def test_no_spreadsheet_runs_a_cell(register: Register) -> None:
    cells = [cell for row in rows_of(register) for cell in row.values()]
    assert "'=cmd|'/C calc'!A0" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@A1", " =1", "\t=1", "＝1"])
def test_text_that_begins_like_a_formula_is_made_safe(text: str) -> None:
    assert safe(text) == f"'{text}"


@pytest.mark.parametrize("cell", ["a=1", "", 1, None])
def test_other_cells_stay_as_they_are(cell: str | int | None) -> None:
    assert safe(cell) == cell
