from __future__ import annotations

import pytest

from bluf.evidence.formats.html.cascade import Style
from bluf.evidence.formats.html.look import ElementLook
from bluf.evidence.formats.html.room import Room, room

LOOK = ElementLook(size=10.0)


def style(**values: str) -> Style:
    return Style(values, {})


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"height": "20px"}, None),
        ({"height": "20px", "overflow-y": "hidden"}, Room(height=20.0)),
        ({"height": "20px", "max-height": "1em", "overflow-y": "clip"}, Room(height=10.0)),
        ({"width": "5px", "overflow-x": "hidden"}, Room(width=5.0)),
        ({"overflow-y": "hidden"}, None),
    ],
)
def test_a_box_cuts_where_it_says_how_large_it_is(
    values: dict[str, str], expected: Room | None
) -> None:
    assert room(style(**values), LOOK) == expected


def test_what_stands_below_the_cut_is_in_doubt() -> None:
    box, line = Room(height=20.0), style()
    for doubt in (False, False, True):
        assert bool(box.doubt(line, LOOK)) is doubt
        box.left(box.takes(line, LOOK), line, LOOK, said=True)


def test_what_stands_beside_the_cut_is_in_doubt() -> None:
    box = Room(width=50.0)
    assert box.doubt(style(**{"margin-left": "30px", "padding-left": "20px"}), LOOK)
    assert not box.doubt(style(**{"margin-left": "30px"}), LOOK)
