from __future__ import annotations

import pytest

from bluf.evidence.formats.html.grid import Container


@pytest.mark.parametrize(
    ("values", "child", "parted"),
    [
        ({"display": "flex", "flex-direction": "row-reverse"}, {}, True),
        ({"display": "flex"}, {"order": "-1"}, True),
        ({"display": "flex"}, {"grid-row": "2"}, False),
        ({"display": "grid"}, {"grid-row": "2"}, True),
        ({"display": "grid"}, {"grid-column": "span 2"}, False),
    ],
)
def test_a_child_may_not_stand_where_it_is_written(
    values: dict[str, str], child: dict[str, str], *, parted: bool
) -> None:
    assert Container(values).parts(child) is parted


def test_a_child_in_a_place_that_is_taken_lies_over_another() -> None:
    grid = Container({"display": "grid"})
    child = {"grid-area": "1 / 1"}
    assert [grid.overlaps(child), grid.overlaps(child)] == [False, True]
    assert not grid.overlaps({"grid-area": "1 / 2"})


def test_a_column_without_a_width_has_no_room() -> None:
    grid = Container({"display": "grid", "grid-template-columns": "1fr 0px"})
    assert [bool(grid.doubt({})) for _ in range(4)] == [False, True, False, True]
    assert Container({"display": "block"}).stacks
    assert not grid.stacks
