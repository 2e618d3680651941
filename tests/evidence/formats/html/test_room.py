from __future__ import annotations

import pytest
from lxml import etree

from bluf.evidence.formats.html.cascade import Style
from bluf.evidence.formats.html.look import ElementLook
from bluf.evidence.formats.html.room import Room, room

LOOK = ElementLook(size=10.0)
NODE = etree.Element("div")


def style(**values: str) -> Style:
    return Style(values, {})


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"height": "20px"}, None),
        ({"height": "20px", "overflow-y": "hidden"}, Room(height=20.0)),
        ({"height": "20px", "max-height": "1em", "overflow-y": "clip"}, Room(height=10.0)),
        ({"width": "5px", "overflow-x": "hidden"}, Room(width=5.0)),
        ({"overflow-y": "hidden"}, Room(height=1e6)),
        ({"overflow-x": "clip", "position": "relative"}, Room(width=1e6, holds=True)),
    ],
)
def test_a_box_cuts_where_it_says_how_large_it_is(
    values: dict[str, str], expected: Room | None
) -> None:
    assert room(style(**values), LOOK) == expected


@pytest.mark.parametrize(
    ("high", "values", "said", "doubted"),
    [
        (20.0, {}, True, (False, False, True)),
        (20.5, {}, True, (False, False, True)),
        (1.0, {}, True, (True,)),
        (20.0, {}, False, (False, False, False)),
        (20.0, {"height": "20px"}, True, (False, True)),
        (20.0, {"height": "19px"}, False, (False, True)),
        (20.0, {"margin-top": "9px"}, True, (False, True)),
        (20.0, {"margin-top": "10px", "padding-top": "10px"}, False, (False, True)),
        (20.0, {"margin-top": "-10px"}, False, (False, False, False)),
        (20.0, {"float": "left"}, True, (False, False, False)),
        (20.0, {"position": "absolute"}, True, (False, False, False)),
    ],
)
def test_what_stands_below_the_cut_is_in_doubt(
    high: float, values: dict[str, str], *, said: bool, doubted: tuple[bool, ...]
) -> None:
    box, each = Room(height=high), style(**values)
    for doubt in doubted:
        assert bool(box.doubt(each, LOOK)) is doubt
        box.left(box.takes(each, LOOK), each, LOOK, NODE, said=said)


def test_what_stands_in_a_line_takes_no_height() -> None:
    box, inline = Room(height=10.0), ElementLook(size=10.0, block=False)
    box.left(0.0, style(), inline, NODE, said=True)
    assert box == Room(height=10.0)


def test_a_line_within_an_element_is_counted_once() -> None:
    box = Room(height=20.0, used=10.0)
    box.left(0.0, style(), LOOK, NODE, said=True)
    assert box.used == 10.0


@pytest.mark.parametrize(
    ("values", "doubted"),
    [
        ({"margin-left": "30px", "padding-left": "20px"}, True),
        ({"margin-left": "30px", "padding-left": "19px"}, False),
        ({"margin-left": "-9px", "padding-left": "50px"}, True),
        ({"margin-left": "wide"}, False),
    ],
)
def test_what_stands_beside_the_cut_is_in_doubt(values: dict[str, str], *, doubted: bool) -> None:
    assert bool(Room(width=50.0).doubt(style(**values), LOOK)) is doubted
    assert not Room(height=50.0).doubt(style(**values), LOOK)


@pytest.mark.parametrize(
    ("values", "doubted"),
    [
        ({"top": "40px"}, False),
        ({"top": "50px"}, True),
        ({"bottom": "50px"}, True),
        ({"bottom": "50px", "top": "0"}, False),
        ({}, True),
    ],
)
def test_what_is_placed_absolutely_begins_where_it_says(
    values: dict[str, str], *, doubted: bool
) -> None:
    full = Room(height=50.0, used=50.0, holds=True)
    assert bool(full.doubt(style(position="absolute", **values), LOOK)) is doubted
