from __future__ import annotations

from typing import TYPE_CHECKING

import cssselect2
import pytest
from lxml import etree
from msgspec.structs import replace
from tests.evidence.formats.conftest import WORDS, answer, styled

from bluf.evidence.formats.html.cascade import Style
from bluf.evidence.formats.html.colours import BLACK, LINK, WHITE
from bluf.evidence.formats.html.look import ElementLook, look_of, rooted

if TYPE_CHECKING:
    from bluf.evidence.formats.html.colours import Colour


@pytest.mark.parametrize(
    ("style", "shown"),
    [
        ("color: black", "shown"),
        ("color: white", "hidden"),
        ("color: white; background-color: navy", "shown"),
        ("font-size: 1px", "hidden"),
        ("opacity: 0", "hidden"),
        ("visibility: hidden", "hidden"),
    ],
)
def test_letters_are_seen_by_their_size_and_contrast(style: str, shown: str) -> None:
    assert answer(styled(style)) == shown


def test_what_an_element_holds_may_be_visible_though_it_is_not() -> None:
    inner = f'<b style="visibility: visible">{WORDS}</b>'
    assert answer(f'<div style="visibility: hidden">{inner}</div>') == "shown"
    assert answer(f'<div style="display: none">{inner}</div>') == "hidden"


PART = "a part of the ground has the colour of its letters"
FAINT = "its letters are very faint"
DARK = "background-color: rgb(0 0 0 / {}%)"


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("color: #f3f3f3", "hidden"),
        ("color: #f2f2f2", FAINT),
        ("color: #e8e8e8", FAINT),
        ("color: #e7e7e7", "shown"),
        ("font-size: 2px", "hidden"),
        ("font-size: 2.1px", "its letters are 2.1 pixels high"),
        ("font-size: 3.9px", "its letters are 3.9 pixels high"),
        ("font-size: 4px", "shown"),
        ("font-size: 0.2rem", "its letters are 3.2 pixels high"),
        ("font-size: 0.25rem", "shown"),
        ("font-size: 12.5%", "hidden"),
        ("font-size: initial", "shown"),
        ("zoom: 0.1", "hidden"),
        ("zoom: 0.2", "its letters are 3.2 pixels high"),
        ("zoom: 0.25", "shown"),
        ("opacity: 0.04", "hidden"),
        ("opacity: 0.05", FAINT),
        ("opacity: 0.09", FAINT),
        ("opacity: 0.1", "shown"),
        ("color: rgb(0 0 0 / 4%)", "hidden"),
        ("color: rgb(0 0 0 / 10%)", "shown"),
        ("color: initial", "shown"),
        ("-webkit-text-fill-color: white", "hidden"),
        ("text-decoration-line: line-through", "hidden"),
        ("visibility: collapse", "hidden"),
        ("direction: rtl", "shown"),
        ("direction: rtl; unicode-bidi: bidi-override", "hidden"),
        (f"color: white; {DARK.format(4)}", "hidden"),
        (f"color: white; {DARK.format(7)}", FAINT),
        (f"color: white; {DARK.format(10)}", "shown"),
        ("color: white; background-image: linear-gradient(white, black)", PART),
        ("color: white; background-image: linear-gradient(white, #f3f3f3)", "hidden"),
        ("color: white; background-image: url(a.png)", "shown"),
        ("color: rgb(0 0 0 / 4.7%); background-image: url(a.png)", "hidden"),
        ("color: white; box-shadow: inset 0 0 0 16px black", "shown"),
        ("color: white; box-shadow: inset 0 0 0 15px black", "hidden"),
        ("color: transparent; background-clip: text; background-color: black", "shown"),
        (
            (
                "color: transparent; background-clip: text;"
                " background-image: linear-gradient(white, white)"
            ),
            "hidden",
        ),
        ("color-scheme: dark; color: white", "hidden"),
        ("color-scheme: dark", "shown"),
    ],
)
def test_what_is_seen_begins_at_a_size_and_a_contrast(style: str, expected: str) -> None:
    assert answer(styled(style)) == expected


RED, LIME, GREY = (255.0, 0.0, 0.0, 1.0), (0.0, 255.0, 0.0, 1.0), (100.0, 100.0, 100.0, 1.0)
ABOVE = ElementLook(text=GREY, fill=GREY, size=10.0, root=20.0)
DARK_ABOVE = replace(ABOVE, prefers_dark=True)
HALF_RED = "rgb(255 0 0 / 50%)"


def looks(
    tag: str, attributes: dict[str, str], style: str = "", above: ElementLook = ABOVE
) -> ElementLook:
    node = etree.SubElement(etree.Element("div"), tag, attributes)
    pairs = (each.partition(":") for each in style.split(";") if each)
    values = {name.strip(): value.strip() for name, _, value in pairs}
    (element,) = cssselect2.ElementWrapper.from_html_root(node.getparent()).iter_children()
    return look_of(above, element, Style(values, {}))


@pytest.mark.parametrize(
    ("tag", "attributes", "style", "expected"),
    [
        ("a", {"href": "x"}, "", LINK),
        ("a", {"href": "x"}, "color: currentcolor", GREY),
        ("a", {"href": "x"}, "color: unset", GREY),
        ("a", {}, "", GREY),
        ("p", {"href": "x", "color": "red", "text": "red"}, "", GREY),
        ("font", {"color": "red"}, "", RED),
        ("font", {"color": "ff0000"}, "", RED),
        ("font", {"color": "odd"}, "", GREY),
        ("font", {"text": "red"}, "", GREY),
        ("font", {"color": "red"}, "color: lime", LIME),
        ("font", {"color": "red"}, "color: initial", BLACK),
        ("font", {"color": "red"}, "color: unset", GREY),
        ("body", {"text": "red"}, "", RED),
        ("p", {}, "color: red; -webkit-text-fill-color: lime", LIME),
    ],
)
def test_letters_have_a_colour(
    tag: str, attributes: dict[str, str], style: str, expected: Colour
) -> None:
    found = looks(tag, attributes, style)
    assert (found.painted or found.text) == expected


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("", GREY),
        ("fill: red", RED),
        ("fill: none", (0, 0, 0, 0)),
        ("fill-opacity: 0.5", (100, 100, 100, 0.5)),
        ("fill: rgb(255 0 0 / 0.5); fill-opacity: 0.5", (255, 0, 0, 0.25)),
        ("fill: red; fill-opacity: odd", RED),
        ("fill: url(#a)", GREY),
    ],
)
def test_a_drawing_has_a_colour_of_its_own(style: str, expected: Colour) -> None:
    assert looks("text", {}, style).fill == expected


PINK = (255.0, 127.5, 127.5, 1.0)


@pytest.mark.parametrize(
    ("attributes", "style", "expected", "over_a_picture"),
    [
        ({}, "", (WHITE,), ()),
        ({"bgcolor": "red"}, "", (RED,), (RED,)),
        ({"bgcolor": "ff0000"}, "", (RED,), (RED,)),
        ({"bgcolor": "odd"}, "", (WHITE,), ()),
        ({"bgcolor": "red"}, "background-color: lime", (LIME,), (LIME,)),
        ({}, "background-color: ff0000", (WHITE,), ()),
        ({}, "background-color: transparent", (WHITE,), ()),
        ({}, "background-color: currentcolor", (GREY,), (GREY,)),
        ({}, f"background-color: {HALF_RED}", (PINK,), ()),
        ({}, "background-color: red; background-clip: text", (WHITE,), ()),
        ({}, "background-image: url(a.png)", (), ()),
        ({}, "background-image: image-set(x)", (), ()),
        ({}, "background-color: red; background-image: none", (RED,), (RED,)),
        ({}, "background-color: red; background-image: initial", (RED,), (RED,)),
        ({}, "background-image: linear-gradient(red, lime)", (RED, LIME), ()),
        ({}, "box-shadow: inset 0 0 0 10px red", (RED,), ()),
        ({}, "box-shadow: inset 0 0 0 9px red", (WHITE,), ()),
        ({}, "box-shadow: 0 0 0 10px red", (WHITE,), ()),
    ],
)
def test_what_is_behind_letters(
    attributes: dict[str, str],
    style: str,
    expected: tuple[Colour, ...],
    over_a_picture: tuple[Colour, ...],
) -> None:
    assert looks("td", attributes, style).ground == expected
    assert looks("td", attributes, style, replace(ABOVE, ground=())).ground == over_a_picture


@pytest.mark.parametrize(
    ("tag", "style", "size"),
    [
        ("p", "", 10),
        ("p", "font-size: inherit", 10),
        ("p", "font-size: initial", 16),
        ("p", "font-size: unset", 10),
        ("p", "font-size: odd", 10),
        ("p", "font-size: 200%", 20),
        ("p", "font-size: 7px", 7),
        ("html", "font-size: 7px", 7),
    ],
)
def test_letters_have_a_size(tag: str, style: str, size: float) -> None:
    found = looks(tag, {}, style)
    assert (found.size, found.root) == (size, size if tag == "html" else 20)


@pytest.mark.parametrize(
    ("tag", "attributes", "style", "turned"),
    [
        ("bdo", {"dir": "RTL"}, "", True),
        ("bdo", {"dir": "ltr"}, "", False),
        ("bdo", {}, "direction: rtl", True),
        ("bdo", {}, "direction: unset", False),
        ("bdo", {"dir": "rtl"}, "direction: ltr", False),
        ("p", {"dir": "rtl"}, "", False),
        ("p", {"dir": "rtl"}, "unicode-bidi: isolate-override", True),
        ("p", {"dir": "rtl"}, "unicode-bidi: isolate", False),
    ],
)
def test_letters_stand_in_reverse(
    tag: str, attributes: dict[str, str], style: str, *, turned: bool
) -> None:
    assert looks(tag, attributes, style).turned is turned
    assert looks("b", {}, "", replace(ABOVE, turned=turned)).turned is turned


@pytest.mark.parametrize(
    ("tag", "display", "block"),
    [
        ("div", "", True),
        ("div", "display: inline", False),
        ("div", "display: inline-block", False),
        ("div", "display: contents", False),
        ("div", "display: table-cell", True),
        ("b", "", False),
        ("b", "display: table-cell", False),
        ("b", "display: flex", True),
        ("b", "display: list-item", True),
    ],
)
def test_some_elements_begin_and_end_a_line(tag: str, display: str, *, block: bool) -> None:
    assert looks(tag, {}, display).block is block


@pytest.mark.parametrize(
    ("style", "dark", "preferred"),
    [
        ("", False, False),
        ("color-scheme: inherit", False, False),
        ("color-scheme: dark", True, True),
        ("color-scheme: light", False, False),
        ("color-scheme: dark light", False, True),
        ("color-scheme: normal", False, False),
        ("color-scheme: only dark", True, True),
    ],
)
def test_an_element_has_a_scheme(style: str, *, dark: bool, preferred: bool) -> None:
    assert looks("p", {}, style).dark is dark
    assert looks("p", {}, style, DARK_ABOVE).dark is preferred
    assert looks("p", {}, style, replace(ABOVE, dark=True)).dark is (
        dark or "scheme" not in style or "inherit" in style
    )
    page = looks("html", {}, style, DARK_ABOVE)
    assert (page.text == WHITE, page.ground == (WHITE,)) == (preferred, not preferred)


@pytest.mark.parametrize("name", ["gone", "hidden", "unseen", "blank", "struck"])
def test_what_is_not_seen_does_not_show(name: str) -> None:
    assert ElementLook().shows
    assert not ElementLook(**{name: "hidden" if name == "hidden" else True}).shows  # type: ignore[arg-type]  # each by its own kind


def test_letters_cut_out_of_a_ground_have_its_colour() -> None:
    clear = "color: transparent; background-clip: text"
    assert not looks("p", {}, clear).blank
    assert looks("p", {}, clear, replace(ABOVE, ground=((128.0, 128.0, 128.0, 1.0),))).blank
    assert looks("p", {}, f"{clear}; background-color: white").blank


@pytest.mark.parametrize(
    ("style", "faint"),
    [
        ("color: red; background-color: #ff0c00", False),
        ("color: red", False),
        ("color: red; background-color: #ff0c00; background-image: url(a)", True),
        ("color: red; background-color: #ff0d00; background-image: url(a)", False),
        ("color: red; background-color: rgb(255 0 0 / 99%); background-image: url(a)", False),
    ],
)
def test_letters_may_be_seen_by_a_picture_alone(style: str, *, faint: bool) -> None:
    assert ("picture" in looks("p", {}, style).faint) is faint


def test_lengths_count_by_the_letters_of_the_page() -> None:
    style = Style({"font-size": "2rem"}, {}, (("why", {"height": "calc(1rem + 1px)"}),))
    larger = rooted(style, 20.0)
    assert larger.values == {"font-size": "40px"}
    assert larger.variants == (("why", {"height": "calc(20px + 1px)"}),)
    assert rooted(style, 16.0) is style
