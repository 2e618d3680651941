from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from tests.octavo.pages.conftest import lines_of

from octavo.pages.unpaginated import RowCell, _cut

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


def cell_of(counts: tuple[int, ...], first: int = 0) -> RowCell:
    """A cell of paragraphs of so many lines, each line ten twips high."""
    numbers = [number for number, count in enumerate(counts) for _ in range(count)]
    lines: Any = [
        SimpleNamespace(element=number, top=10 * at, bottom=10 * at + 10)
        for at, number in enumerate(numbers)
    ]
    content: Any = SimpleNamespace(lines=lines)
    return RowCell(content, 3, 2, first, len(lines))


@pytest.mark.parametrize(
    ("counts", "room", "expected"),
    [
        ((5,), 9, 0),
        ((5,), 10, 0),
        ((5,), 20, 2),
        ((5,), 30, 3),
        ((5,), 39, 3),
        ((5,), 40, 3),
        ((5,), 50, 5),
        ((3,), 20, 0),
        ((4,), 20, 2),
        ((4,), 30, 2),
        ((1, 1, 1), 20, 2),
        ((2, 3), 20, 2),
        ((2, 3), 30, 2),
        ((2, 3), 40, 2),
        ((2, 4), 40, 4),
        ((1, 2), 20, 1),
    ],
)
def test_a_cell_is_cut_where_two_lines_stay_together(
    counts: tuple[int, ...], room: int, expected: int
) -> None:
    assert _cut(cell_of(counts), room + 3 + 2) == expected


@pytest.mark.parametrize(("room", "expected"), [(19, 4), (20, 6), (29, 6), (30, 7), (50, 9)])
def test_the_rest_of_a_cell_is_cut_again(room: int, expected: int) -> None:
    assert _cut(cell_of((9,), first=4), room + 3 + 2) == expected
