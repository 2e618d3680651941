from __future__ import annotations

import pytest
from lxml import etree

from bluf.evidence.formats.html.box import Box
from bluf.evidence.formats.html.hiding import found
from bluf.evidence.formats.html.transforms import FAR, OFF

HIDDEN, DOUBTED, SHOWN = (True, False), (False, True), (False, False)


def box(style: str, tag: str = "div", words: str = "Words of some length.", **more: str) -> Box:
    """A box of letters of 16 pixels; other attributes of its element are given by name."""
    pairs = (each.partition(":") for each in style.split(";") if each)
    node = etree.Element(tag, {name: value for name, value in more.items() if name != "size"})
    node.text = words
    values = {name.strip(): value.strip() for name, _, value in pairs}
    inline = values.pop("display", "block") == "inline"
    return Box(tag, values, float(more.get("size", "16")), inline=inline, node=node)


def verdict(made: Box) -> tuple[bool, bool]:
    sight = found(made)
    return bool(sight.hidden), bool(sight.doubts)


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("", SHOWN),
        ("position: absolute; left: -9999px", HIDDEN),
        ("position: static; left: -9999px", SHOWN),
        ("text-indent: -9999px", HIDDEN),
        ("height: 0px; overflow-x: hidden; overflow-y: hidden", HIDDEN),
        ("height: 0px", SHOWN),
        ("filter: opacity(0.3)", DOUBTED),
        ("filter: sepia(1)", SHOWN),
    ],
)
def test_a_box_hides_its_words_or_may(style: str, expected: tuple[bool, bool]) -> None:
    assert verdict(box(style)) == expected


MOVED = [
    ("left: -{far}px; position: relative", DOUBTED),
    ("left: -{near}px; position: relative", SHOWN),
    ("left: -{off}px; position: relative", HIDDEN),
    ("top: 3000px; position: relative", DOUBTED),
    ("top: 2999px; position: relative", SHOWN),
    ("left: 100%; position: relative", DOUBTED),
    ("left: -100%; position: relative", DOUBTED),
    ("left: 99%; position: relative", SHOWN),
    ("left: 1280px; position: absolute", DOUBTED),
    ("left: 1279px; position: absolute", SHOWN),
    ("left: 1280px; position: relative", SHOWN),
    ("right: -{far}px; position: absolute", DOUBTED),
    ("right: -{near}px; position: absolute", SHOWN),
    ("right: -{far}px; position: relative", SHOWN),
    ("right: 1280px; position: absolute", SHOWN),
    ("right: 99999px; position: absolute", DOUBTED),
    ("right: 3000px; position: absolute", DOUBTED),
    ("right: 2999px; position: absolute", SHOWN),
    ("margin-left: -{far}px", DOUBTED),
    ("margin-left: -{near}px", SHOWN),
    ("margin-left: 100%", SHOWN),
    ("margin-left: 468%", SHOWN),
    ("margin-left: 469%", DOUBTED),
    ("margin-left: calc(50% - 50vw)", SHOWN),
    ("position: relative; left: 50%; margin-left: -50vw", SHOWN),
    ("margin-left: -50vw", DOUBTED),
    ("padding-left: 3000px", DOUBTED),
    ("border-left-width: 2999px", SHOWN),
    ("margin-top: -{far}px", DOUBTED),
    ("margin-top: -{near}px", SHOWN),
    ("margin-top: -3000px", HIDDEN),
    ("margin-top: -2999px", DOUBTED),
    ("margin-top: -3000px; display: inline", SHOWN),
    ("width: 3000px; text-align: right", DOUBTED),
    ("width: 2999px; text-align: right", SHOWN),
    ("width: 3000px; text-align: left", SHOWN),
    ("text-indent: 100%", DOUBTED),
    ("text-indent: 99%", SHOWN),
    ("text-indent: 334%", DOUBTED),
]


@pytest.mark.parametrize(("style", "expected"), MOVED)
def test_what_is_moved_far_is_hidden_or_may_be(style: str, expected: tuple[bool, bool]) -> None:
    edges = {"far": FAR, "near": FAR - 1, "off": OFF}
    text = style.format(**{name: f"{edge:g}" for name, edge in edges.items()})
    assert verdict(box(text)) == expected


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("letter-spacing: -4.8px", SHOWN),
        ("letter-spacing: -4.9px", DOUBTED),
        ("letter-spacing: 80px", SHOWN),
        ("letter-spacing: 80.1px", DOUBTED),
        ("word-spacing: -8px", SHOWN),
        ("word-spacing: -8.1px", DOUBTED),
        ("text-decoration-line: line-through; text-decoration-thickness: 6.4px", SHOWN),
        ("text-decoration-line: line-through; text-decoration-thickness: 6.5px", DOUBTED),
        ("-webkit-text-stroke: 2.4px red", SHOWN),
        ("-webkit-text-stroke: 2.5px red", DOUBTED),
        ("outline-offset: -4px", SHOWN),
        ("outline-offset: -4.1px", DOUBTED),
        ("font-family: 'wingdings', serif", DOUBTED),
        ("font-family: serif, wingdings", SHOWN),
        ("quotes: 'not' ''", DOUBTED),
        ("quotes: none", SHOWN),
        ("-webkit-text-security: disc", HIDDEN),
        ("font-size-adjust: 0.1", DOUBTED),
        ("color: color-contrast(red)", DOUBTED),
        ("fill: url(#a)", SHOWN),
        ("width: anchor-size(a)", DOUBTED),
        ("width: fit-content(9px)", SHOWN),
        ("grid-area: span(9)", SHOWN),
        ("background-image: linear-gradient(transparent, red, transparent)", DOUBTED),
        ("background-image: linear-gradient(red, transparent, red)", SHOWN),
    ],
)
def test_letters_set_apart_or_covered_are_in_doubt(style: str, expected: tuple[bool, bool]) -> None:
    assert verdict(box(style)) == expected


@pytest.mark.parametrize(("height", "expected"), [(3.1, DOUBTED), (3.2, SHOWN)])
def test_small_letters_need_less_height(height: float, expected: tuple[bool, bool]) -> None:
    assert verdict(box(f"{CUT}line-height: {height}px", size="4")) == expected


CUT = "overflow-x: hidden; overflow-y: hidden; "


@pytest.mark.parametrize(
    ("style", "letters", "expected"),
    [
        (f"{CUT}height: 4px", 10, HIDDEN),
        (f"{CUT}height: 4.1px", 10, DOUBTED),
        (f"{CUT}height: 12.7px", 10, DOUBTED),
        (f"{CUT}height: 12.8px", 10, SHOWN),
        (f"{CUT}height: 12.8px", 166, SHOWN),  # 1.33 lines of 900 pixels, 19.2 pixels high
        (f"{CUT}height: 12.8px", 167, DOUBTED),
        (f"{CUT}max-height: 4px; height: 100px", 10, HIDDEN),
        (f"{CUT}width: 4px", 10, HIDDEN),
        (f"{CUT}width: 48px; white-space: nowrap", 10, SHOWN),
        (f"{CUT}width: 47.9px; white-space: nowrap", 10, DOUBTED),
        (f"{CUT}width: 47.9px", 10, SHOWN),
        ("overflow-y: auto; height: 4px", 10, HIDDEN),
        ("overflow-y: auto; height: 5px", 10, SHOWN),
        ("overflow-x: auto; height: 4px", 10, HIDDEN),
        ("overflow-x: clip; height: 4px", 10, SHOWN),
        (f"{CUT}line-height: 3px", 10, DOUBTED),
        (f"{CUT}line-height: 4px", 10, SHOWN),
        (f"{CUT}line-height: 0.24", 10, DOUBTED),
        (f"{CUT}line-height: 0.25", 10, SHOWN),
        (f"{CUT}-webkit-line-clamp: 2", 69, SHOWN),  # a line of a card is 250 pixels wide
        (f"{CUT}-webkit-line-clamp: 2", 70, DOUBTED),
        (f"{CUT}-webkit-line-clamp: 2; width: 100px", 28, DOUBTED),
        (f"{CUT}contain: size", 10, DOUBTED),
        ("contain: size", 10, SHOWN),
        ("grid-template-rows: 0fr", 10, DOUBTED),
        ("grid-template-rows: 1fr", 10, SHOWN),
    ],
)
def test_a_box_without_room_cuts_its_words(
    style: str, letters: int, expected: tuple[bool, bool]
) -> None:
    assert verdict(box(style, words="x" * letters)) == expected


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("position: absolute; clip: rect(0px, 9px, 4px, 0px)", HIDDEN),
        ("position: absolute; clip: rect(0px, 9px, 5px, 0px)", DOUBTED),
        ("position: absolute; clip: rect(0px, 4px, 9px, 0px)", HIDDEN),
        ("position: absolute; clip: rect(2px, 9px, 6px, 0px)", HIDDEN),
        ("position: absolute; clip: rect(0px, 9px, 9px, 5px)", HIDDEN),
        ("position: absolute; clip: rect(0px, 9px, 4px)", DOUBTED),
        ("position: absolute; clip: rect(0px, 9px, x, 4px, 0px)", DOUBTED),
        ("position: relative; clip: rect(0px, 9px, 4px, 0px)", SHOWN),
        ("clip-path: inset(50%)", HIDDEN),
        ("clip-path: inset(50% 0 49%)", DOUBTED),
        ("clip-path: inset(0 50%)", HIDDEN),
        ("clip-path: inset(0 1% 0 99%)", HIDDEN),
        ("clip-path: inset(0 1% 0 98%)", DOUBTED),
        ("clip-path: inset(99.5% 0 0 0)", DOUBTED),
        ("clip-path: inset(100% 0 0 0)", HIDDEN),
        ("clip-path: inset(50px)", DOUBTED),
        ("clip-path: xywh(60% 0 60% 0)", DOUBTED),
        ("clip-path: inset(50% wide)", DOUBTED),
        ("clip-path: circle(60%)", DOUBTED),
        ("clip-path: ellipse(0 9px)", HIDDEN),
        ("clip-path: circle(0)", HIDDEN),
        ("clip-path: circle(1px)", DOUBTED),
        ("clip-path: border-box", SHOWN),
        ("mask: linear-gradient(transparent, transparent)", HIDDEN),
        ("mask: linear-gradient(transparent, black)", DOUBTED),
        ("mask-image: none", SHOWN),
        ("mso-hide: all", DOUBTED),
        ("mix-blend-mode: multiply", DOUBTED),
        ("content: url(a.png)", DOUBTED),
        ("content-visibility: hidden", HIDDEN),
        ("position: relative; z-index: -1", DOUBTED),
        ("position: relative; z-index: 0", SHOWN),
        ("z-index: -1", SHOWN),
    ],
)
def test_a_box_is_clipped_or_masked(style: str, expected: tuple[bool, bool]) -> None:
    assert verdict(box(style)) == expected


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ({"x": "-0.1"}, DOUBTED),
        ({"x": "0"}, SHOWN),
        ({"y": "3000"}, SHOWN),
        ({"y": "3001"}, DOUBTED),
        ({"dx": "16"}, SHOWN),
        ({"dx": "17"}, DOUBTED),
        ({"dy": "-17"}, DOUBTED),
        ({"x": "1,2"}, DOUBTED),
        ({"y": "1 2"}, DOUBTED),
        ({"rotate": "9"}, DOUBTED),
        ({"textlength": "9"}, DOUBTED),
        ({"systemlanguage": "en"}, DOUBTED),
    ],
)
def test_letters_of_a_drawing_stand_in_their_line(
    place: dict[str, str], expected: tuple[bool, bool]
) -> None:
    assert verdict(box("", "text", **place)) == expected


@pytest.mark.parametrize(
    ("x", "y", "expected"),
    [(10, 28, SHOWN), (9, 28, DOUBTED), (10, 27, DOUBTED), (110, 220, SHOWN), (111, 28, DOUBTED),
     (10, 221, DOUBTED)],
)  # fmt: skip
def test_a_drawing_shows_the_part_that_it_names(
    x: int, y: int, expected: tuple[bool, bool]
) -> None:
    def shown(drawing: str) -> tuple[bool, bool]:
        node = etree.fromstring(f'<svg {drawing}><text x="{x}" y="{y}">W</text></svg>')[0]
        return verdict(Box("text", {}, 16.0, inline=False, node=node))

    assert shown('viewbox="10 20 100 200"') == expected
    assert shown('viewbox="10 20 100 wide"') == shown('viewbox="10 20 100"') == SHOWN
    moved = etree.fromstring(
        '<svg viewbox="10 20 100 200"><g transform="scale(2)"><text x="0">W</text></g></svg>'
    )[0][0]
    assert verdict(Box("text", {}, 16.0, inline=False, node=moved)) == SHOWN


@pytest.mark.parametrize(
    ("value", "opacity"), [("", 1), ("0.5", 0.5), ("2", 1), ("-1", 0), ("50%", 0.5), ("x", 1)]
)
def test_opacity_is_a_share(value: str, opacity: float) -> None:
    assert found(box(f"opacity: {value}" if value else "")).opacity == opacity
