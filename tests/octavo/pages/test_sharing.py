from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.pages.tabulating import Cell, _cost, _width_for, column_widths


def cell(*words: float, beside: int = 0) -> Cell:
    """A cell of one paragraph whose words are so wide, with blanks of 10 between."""
    return Cell((tuple((word, 10.0) for word in words),), beside)


NUMBER, NOTHING = cell(20), Cell((), 0)


def test_what_has_room_has_its_width_and_the_widest_before_takes_what_is_left() -> None:
    rows = [[NUMBER, cell(40), cell(60)], [NUMBER, cell(20), cell(30)]]
    assert column_widths(rows, [20, 400, 80]) == [30, 400, 70]


def test_a_table_without_room_takes_as_few_lines_as_can_be() -> None:
    rows = [
        [NUMBER, cell(100, 100, 100), cell(50, 50, 50, 50)],
        [NUMBER, cell(100, 100, 100), cell(50)],
        [NUMBER, cell(100, 100, 100), cell(50)],
    ]
    assert column_widths(rows, [20, 400, 60]) == [20, 350, 110]


def test_labels_are_kept_whole_where_that_costs_little() -> None:
    rows = [[cell(300, 300), cell(50, 100, 250), cell(40, 40)]] * 2
    assert column_widths(rows, [400, 300, 100])[-1] == 90


def test_a_cell_over_several_columns_widens_none() -> None:
    rows: list[list[Cell | None]] = [[None, None], [NUMBER, cell(100)]]
    assert column_widths(rows, [50, 150]) == [30, 170]


def test_an_empty_cell_needs_its_padding_alone() -> None:
    assert column_widths([[NOTHING, cell(100)]], [50, 150]) == [0, 200]


def test_columns_that_are_too_narrow_for_words_still_span_the_table() -> None:
    rows = [[cell(300, 300), cell(400, 10), cell(350)]]
    widths = column_widths(rows, [70, 70, 60])
    assert sum(widths) >= 200
    assert min(widths) >= 1


def test_very_many_ways_are_not_all_tried() -> None:
    row = [cell(*[float(10 * n + k) for k in range(8)]) for n in range(1, 8)]
    assert sum(column_widths([row], [200, 200, 200, 150, 150, 150, 150])) == 1200


def test_what_a_table_costs_is_its_lines_with_those_of_its_labels() -> None:
    three = cell(100, 100, 100)
    rows: list[list[Cell | None]] = [[three, cell(20)], [None, NOTHING], [cell(20, 20), three]]
    assert _cost(rows, [110, 330], [True, False]) == ((3 + 1 + 1) * 3 + 3 + 0 + 1, 3 + 1 + 1 + 1)


@pytest.mark.parametrize(("count", "width"), [(3, 100), (2, 210), (1, 320)])
def test_the_least_width_for_so_many_lines_is_found(count: int, width: int) -> None:
    assert _width_for(count, cell(100, 100, 100), 100, 400) == width


@pytest.mark.parametrize(("width", "lines"), [(330, 1), (220, 2), (110, 3), (10, 3)])
def test_a_cell_knows_how_many_lines_it_takes(width: int, lines: int) -> None:
    assert cell(100, 100, 100).lines(width) == lines


@given(
    st.lists(
        st.lists(st.lists(st.floats(5, 300), max_size=6), min_size=3, max_size=3),
        min_size=1,
        max_size=5,
    )
)
def test_the_columns_span_the_table_wherever_words_have_room(
    table: list[list[list[float]]],
) -> None:
    rows = [[cell(*words) for words in row] for row in table]
    widths = column_widths(rows, [1000, 500, 500])
    assert sum(widths) == 2000
    assert all(width >= each.least for row in rows for each, width in zip(row, widths, strict=True))


@pytest.mark.parametrize(("beside", "least"), [(0, 40), (1, 41), (12, 52)])
def test_a_cell_is_as_wide_as_its_widest_word_and_what_stands_beside(
    beside: int, least: int
) -> None:
    assert cell(39.2, 20, beside=beside).least == least
