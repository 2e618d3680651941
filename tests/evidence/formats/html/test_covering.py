from __future__ import annotations

import pytest
from lxml import etree

from bluf.evidence.formats.html.covering import covers, strikes
from bluf.evidence.formats.html.look import ElementLook

OVER = {"position": "absolute", "top": "0", "right": "0", "bottom": "0", "left": "0"}
WHITE = {"background-color": "white"}


@pytest.mark.parametrize(
    ("values", "covered"),
    [
        (OVER | WHITE, True),
        (OVER, False),
        (OVER | {"background-color": "rgba(255, 255, 255, 0.4)"}, False),
        (OVER | {"background-image": "url(a.png)"}, True),
        (WHITE, False),
        ({**WHITE, "position": "relative", "top": "-16px"}, True),
        ({**WHITE, "position": "relative", "top": "-15px"}, False),
        ({**WHITE, "position": "fixed", "width": "100%", "height": "100vh"}, True),
    ],
)
def test_an_opaque_box_over_the_words_hides_them(values: dict[str, str], *, covered: bool) -> None:
    assert covers(etree.Element("div"), values, ElementLook()) is covered


def test_a_box_that_is_not_seen_covers_nothing() -> None:
    node = etree.Element("div")
    assert not covers(node, OVER | WHITE, ElementLook(hidden="gone"))
    assert not covers(node, OVER | WHITE, ElementLook(opacity=0.1))
    assert covers(node, WHITE, ElementLook(), placed=True)


@pytest.mark.parametrize(
    ("changes", "struck"),
    [({}, True), ({"top": "0"}, False), ({"z-index": "-1"}, False), ({"width": "10px"}, False)],
)
def test_a_line_through_the_words_strikes_them_out(
    changes: dict[str, str], *, struck: bool
) -> None:
    line = {"position": "absolute", "top": "50%", "width": "100%", "border-top": "1px solid"}
    assert strikes(line | changes) is struck
