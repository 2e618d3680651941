from __future__ import annotations

import pytest
from tests.evidence.formats.conftest import WORDS, answer

COLLAPSED = '<col style="visibility: collapse">'


def shown(columns: str, cell: str) -> str:
    return answer(f"<table>{columns}<tr><td>a</td><{cell}>{WORDS}</td></tr></table>")


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        (f"<col>{COLLAPSED}", "hidden"),
        ("<col><col>", "shown"),
        (f"{COLLAPSED}<col>", "shown"),
        (f'<col span="2">{COLLAPSED}', "shown"),
        ('<col><colgroup style="visibility: collapse"><col></colgroup>', "hidden"),
    ],
)
def test_a_cell_goes_with_its_collapsed_column(columns: str, expected: str) -> None:
    assert shown(columns, "td") == expected


def test_a_cell_that_lies_in_another_column_too_is_in_doubt() -> None:
    assert shown(f"<col><col>{COLLAPSED}", 'td colspan="2"') not in {"hidden", "shown"}
