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
    assert grid.overlaps({"grid-row": "1", "grid-column": "2 / 4"})
    assert [grid.overlaps({"grid-area": "head"}) for _ in range(2)] == [False, True]
    assert not any(grid.overlaps({"grid-area": "1"}) for _ in range(2))
    assert not any(grid.overlaps({"grid-area": "1 / auto"}) for _ in range(2))
    assert not any(Container({"display": "flex"}).overlaps(child) for _ in range(2))


def test_a_column_without_a_width_has_no_room() -> None:
    grid = Container({"display": "grid", "grid-template-columns": "1fr 0px"})
    assert [bool(grid.doubt({})) for _ in range(4)] == [False, True, False, True]
    three = Container({"display": "grid", "grid-template-columns": "1fr 0 1fr"})
    assert [bool(three.doubt({})) for _ in range(5)] == [False, True, False, False, True]
    assert not Container({"display": "grid", "grid-template-columns": ""}).doubt({})
    assert not Container({"display": "block", "grid-template-columns": "0px"}).doubt({})
    assert not Container({"display": "grid", "grid-template-columns": "0"}).doubt(
        {"grid-column": "2"}
    )
    assert not Container({"display": "grid", "grid-template-columns": "0 repeat(2, 1fr)"}).doubt({})
    assert Container({"display": "block"}).stacks
    assert not grid.stacks
