from __future__ import annotations

from typing import TYPE_CHECKING

from tests.octavo.pages.conftest import lines_of

if TYPE_CHECKING:
    from collections.abc import Callable

    First = Callable[..., str]
    Text = Callable[..., str]
    Grid = Callable[..., str]


def test_spacing_counts_within_a_row(first_beyond: First, paragraph: Text, table: Grid) -> None:
    spaced = paragraph("b", '<w:spacing w:line="276" w:lineRule="auto"/>')
    rows = [[paragraph("a")]] * 4
    assert first_beyond(table([*rows, [spaced]])) == "table 1, row 5, cell 1, paragraph 1 of 2"


def test_rows_are_divided_between_pages(first_beyond: First, paragraph: Text, table: Grid) -> None:
    row = [lines_of(3)]
    assert first_beyond(table([row, row])) == "table 1, row 2, cell 1, paragraph 1 of 2"
    tall = [lines_of(2) + lines_of(4), paragraph("x")]
    widths = (2500, 2500)
    assert first_beyond(table([tall], widths=widths)) == (
        "table 1, row 1, cell 1, paragraph 2 of 2"
    )
    kept = ("<w:cantSplit/>",) * 2
    body = paragraph("a") + table([[lines_of(5)]], rows_inside=kept)
    assert first_beyond(body) == "table 1, row 1, cell 1, paragraph 1 of 2"


def test_a_row_higher_than_a_page_runs_over(
    first_beyond: First, paragraph: Text, table: Grid
) -> None:
    exact = ('<w:trHeight w:val="2000" w:hRule="exact"/>',)
    body = table([[paragraph("a")]], rows_inside=exact) + paragraph("b")
    assert first_beyond(body) == "paragraph 1 of 2"
    least = ('<w:trHeight w:val="2000"/>',)
    assert first_beyond(table([[paragraph("a")]], rows_inside=least)) == "1"
