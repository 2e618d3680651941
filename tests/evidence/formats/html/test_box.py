from __future__ import annotations

import pytest
from lxml import etree

from bluf.evidence.formats.html.box import Box


def box(**values: str) -> Box:
    named = {name.replace("_", "-"): value for name, value in values.items()}
    return Box("div", named, 10.0, inline=False, node=etree.Element("div"))


def test_a_length_is_counted_in_pixels_of_its_letters_or_its_whole() -> None:
    made = box(width="2em", height="50%", left="wide")
    assert (made.pixels("width"), made.pixels("height", 80.0)) == (20.0, 40.0)
    assert (made.pixels("left"), made.pixels("top")) == (None, None)


@pytest.mark.parametrize(
    ("position", "positioned", "taken_out"),
    [("relative", True, False), ("fixed", True, True), ("static", False, False)],
)
def test_a_box_that_is_taken_out_of_the_flow_is_positioned(
    position: str, *, positioned: bool, taken_out: bool
) -> None:
    made = box(position=position)
    assert (made.positioned, made.taken_out) == (positioned, taken_out)
