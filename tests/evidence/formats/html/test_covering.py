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


def style(text: str) -> dict[str, str]:
    pairs = (each.partition(":") for each in text.split(";") if each)
    return {name.strip(): value.strip() for name, _, value in pairs}


OPAQUE = "background-color: white; "
APART = OPAQUE + "position: absolute; "


@pytest.mark.parametrize(
    ("values", "words", "covered"),
    [
        (OPAQUE + "margin-top: -16px", "a", False),
        (OPAQUE + "margin-top: -16px; position: initial", "a", False),
        (OPAQUE + "translate: 0 -16px", "a", True),
        (OPAQUE + "margin-top: -16px; position: sticky", "a", True),
        (OPAQUE + "margin-top: -15.9px; position: sticky", "a", False),
        (OPAQUE + "margin-top: -9px; top: -9px", "a", False),
        (OPAQUE + "margin-top: -9px; top: -7px; position: relative", "a", True),
        (OPAQUE + "margin-top: -9px; translate: 0 -7px; position: relative", "a", True),
        (OPAQUE + "translate: -20px 0; position: relative", "a", False),
        (OPAQUE + "margin-top: -15px; translate: 0 auto; position: relative", "a", False),
        (OPAQUE + "translate: 0 -27%; position: relative", "a", True),
        (OPAQUE + "translate: 0 -26%; position: relative", "a", False),
        (OPAQUE + "transform: translatey(-16px); position: relative", "a", True),
        (OPAQUE + "transform: translate(0, -16px); position: relative", "a", True),
        (OPAQUE + "transform: translate3d(0, -16px, 0); position: relative", "a", True),
        (OPAQUE + "transform: translate(-16px); position: relative", "a", False),
        (APART + "top: -1px; right: 0; bottom: 0%; left: anchor(left)", "a", True),
        (APART + "top: 1px; right: 0; bottom: 0; left: 0", "a", False),
        (APART + "top: 0; right: 0; bottom: 0", "a", False),
        (APART + "width: 100vw; height: 800px", "a", True),
        (APART + "width: 100vw; height: 799px", "a", False),
        (APART + "width: 99%; height: 100%", "a", False),
        (APART + "width: 30px; height: 30px", "", True),
        (APART + "width: 30px; height: 29px", "", False),
        (APART + "width: 30px; height: 30px", "a", False),
        (APART + "width: 7.5%; height: 30px", "", True),
        (APART + "width: 7.4%; height: 30px", "", False),
    ],
)
def test_a_box_lies_over_what_stands_before_it(values: str, words: str, *, covered: bool) -> None:
    node = etree.Element("div")
    node.text = words
    assert covers(node, style(values), ElementLook()) is covered


def test_a_ground_may_be_an_attribute() -> None:
    node = etree.Element("td", bgcolor="white")
    assert covers(node, {}, ElementLook(), placed=True)
    assert not covers(None, {}, ElementLook(), placed=True)


def test_a_box_that_a_sheet_puts_there_has_a_size_of_its_own() -> None:
    assert covers(None, style(APART + "width: 30px; height: 30px"), ElementLook())
    assert not covers(None, style(APART), ElementLook())
    node = etree.Element("canvas", width="30", height="30")
    assert covers(node, style("position: absolute"), ElementLook())
    for opacity in (0.5, 0.4):
        assert not covers(node, style("position: absolute"), ElementLook(opacity=opacity))


@pytest.mark.parametrize(
    ("values", "opacity", "covered"),
    [
        ("background-color: rgb(0 0 0 / 51%)", 1, True),
        ("background-color: rgb(0 0 0 / 50%)", 1, False),
        ("background-color: black", 0.51, True),
        ("background-color: black", 0.5, False),
        ("background-image: linear-gradient(transparent, black)", 1, True),
        ("background-image: linear-gradient(transparent, rgb(0 0 0 / 50%))", 1, False),
        ("backdrop-filter: blur(9px)", 1, True),
        ("backdrop-filter: sepia(1)", 1, False),
    ],
)
def test_half_of_what_is_behind_is_taken_away(
    values: str, opacity: float, *, covered: bool
) -> None:
    node = etree.Element("div", bgcolor="")
    look = ElementLook(opacity=opacity)
    assert covers(node, style(values), look, placed=True) is covered
    assert not covers(node, style(values), ElementLook(opacity=opacity, unseen=True), placed=True)


@pytest.mark.parametrize(
    ("tag", "attributes", "fill", "covered"),
    [
        ("rect", {}, 1.0, True),
        ("rect", {"width": "30", "height": "30"}, 1.0, True),
        ("rect", {"width": "29", "height": "30"}, 1.0, False),
        ("rect", {"width": "30", "height": "7%"}, 1.0, False),
        ("rect", {}, 0.5, False),
        ("circle", {"r": "30"}, 1.0, True),
        ("circle", {"r": "29"}, 1.0, False),
    ],
)
def test_a_shape_of_a_drawing_covers_what_stands_before_it(
    tag: str, attributes: dict[str, str], fill: float, *, covered: bool
) -> None:
    look = ElementLook(fill=(0, 0, 0, fill))
    assert covers(etree.Element(tag, attributes), {}, look) is covered


@pytest.mark.parametrize(
    ("changes", "struck"),
    [
        ("top: 25%", True),
        ("top: 24%", False),
        ("top: 75%", True),
        ("top: 76%", False),
        ("z-index: 0", True),
        ("z-index: 1", True),
        ("position: relative", False),
        ("width: 99%", False),
        ("width: auto; left: 0; right: 0px", True),
        ("width: auto; left: 0; right: 1px", False),
        ("border-top: none", False),
        ("border-top: none; border-bottom: 1px solid", True),
        ("border-top: none; background-color: rgb(0 0 0 / 51%)", True),
        ("border-top: none; background-color: rgb(0 0 0 / 50%)", False),
    ],
)
def test_a_line_goes_through_the_middle_of_its_box(changes: str, *, struck: bool) -> None:
    line = style("position: absolute; top: 50%; width: 100%; border-top: 1px solid")
    assert strikes(line | style(changes)) is struck
