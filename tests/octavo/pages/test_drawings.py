from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import etree
from msgspec.structs import astuple

from octavo.pages.drawings import alternative
from octavo.pages.reading import End, Reading

if TYPE_CHECKING:
    from collections.abc import Callable

SIZE = '<wp:extent cx="635000" cy="635000"/>'


def drawn(inside: str) -> str:
    return f"<w:p><w:r><w:drawing>{inside}</w:drawing></w:r></w:p>"


@pytest.mark.parametrize(
    ("inside", "least", "greatest"),
    [
        (f"<wp:inline>{SIZE}</wp:inline>", 1000, 1000),
        (f"<wp:anchor>{SIZE}<wp:wrapNone/></wp:anchor>", 0, 0),
        (f"<wp:anchor>{SIZE}<wp:wrapSquare/></wp:anchor>", 0, 1000),
    ],
)
def test_a_drawing_takes_the_room_that_the_text_leaves_it(
    bounds: Callable[..., tuple[int, int, str]], inside: str, least: int, greatest: int
) -> None:
    low, high, _ = bounds(drawn(inside))
    empty, _, _ = bounds("<w:p/>")
    assert low == pytest.approx(least or empty, abs=60)
    assert high == pytest.approx(empty + greatest if least < greatest else low, abs=60)


@pytest.mark.parametrize(
    ("inside", "construct"),
    [
        (drawn("<wp:inline/>"), "a picture without a size"),
        (
            '<w:p><w:r><w:pict><v:shape style="width:10pt"/></w:pict></w:r></w:p>',
            "a drawing of the old kind (VML) without a size",
        ),
    ],
)
def test_a_drawing_without_a_size_is_not_measured(
    obstacle: Callable[..., str], inside: str, construct: str
) -> None:
    assert obstacle(inside) == construct


NAMES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
        "w10": "urn:schemas-microsoft-com:office:word",
    }.items()
)


def rooms(inside: str, end: End) -> list[tuple[int, ...]]:
    """What a drawing takes: width and height in the line, or the height beside text."""
    root = etree.fromstring(f"<w:r {NAMES}>{inside}</w:r>")
    return [astuple(each) for each in alternative(root, Reading(end))]


TALL = '<wp:extent cx="1270" cy="63500"/>'
OFFSET = "<wp:positionV><wp:posOffset>{}</wp:posOffset></wp:positionV>"


@pytest.mark.parametrize(
    ("inside", "least", "greatest"),
    [
        (f"<wp:inline>{TALL}</wp:inline>", [(2, 100)], [(2, 100)]),
        (f"<wp:inline>{TALL}<wps:txbx/></wp:inline>", [(2, 80)], [(2, 125)]),
        (f"<wp:anchor>{TALL}</wp:anchor>", [], []),
        (f"<wp:anchor>{TALL}<wp:wrapTight/></wp:anchor>", [], [(100,)]),
        (f"<wp:anchor>{TALL}<wp:wrapThrough/><wps:txbx/></wp:anchor>", [], [(125,)]),
        (
            f'<wp:anchor distT="1270" distB="3810">{TALL}<wp:wrapTopAndBottom/></wp:anchor>',
            [],
            [(108,)],
        ),
        (f"<wp:anchor>{OFFSET.format(6350)}{TALL}<wp:wrapSquare/></wp:anchor>", [], [(110,)]),
        (f"<wp:anchor>{OFFSET.format(-6350)}{TALL}<wp:wrapSquare/></wp:anchor>", [], [(100,)]),
        (f"<wp:inline>{TALL}</wp:inline>" * 2, [(2, 100)] * 2, [(2, 100)] * 2),
    ],
)
def test_room_of_drawings(
    inside: str, least: list[tuple[int, ...]], greatest: list[tuple[int, ...]]
) -> None:
    found = [rooms(f"<w:drawing>{inside}</w:drawing>", end) for end in (End.LEAST, End.GREATEST)]
    assert found == [least, greatest]


FLOATS = "position: absolute; height: 10pt; width: 5pt"


@pytest.mark.parametrize(
    ("style", "inside", "least", "greatest"),
    [
        ("width: 1in; height: 1pc", "", [(1440, 240)], [(1440, 300)]),
        ("width: 2.54cm; height: 25.4mm", "", [(1440, 1440)], [(1440, 1800)]),
        ("width: 10px; height: 20", "", [(150, 300)], [(150, 375)]),
        (FLOATS, "", [], []),
        (FLOATS, "<w10:wrap/>", [], []),
        (FLOATS, '<w10:wrap type="square"/>', [], [(200,)]),
        (FLOATS + "; margin-top: 3pt", '<w10:wrap type="square"/>', [], [(260,)]),
        (FLOATS + "; margin-top: -3pt", '<w10:wrap type="square"/>', [], [(200,)]),
        (FLOATS, '<w10:wrap type="square"/><v:textbox/>', [], [(250,)]),
    ],
)
def test_room_of_shapes_of_the_old_kind(
    style: str, inside: str, least: list[tuple[int, ...]], greatest: list[tuple[int, ...]]
) -> None:
    shape = f'<w:pict><v:rect style="{style}">{inside}</v:rect><v:formulas/></w:pict>'
    assert [rooms(shape, end) for end in (End.LEAST, End.GREATEST)] == [least, greatest]


def test_a_line_across_the_page_has_a_height() -> None:
    assert rooms('<w:pict><v:rect o:hr="t"/></w:pict>', End.LEAST) == [(0, 60)]


def test_a_shape_in_a_cell_makes_it_higher() -> None:
    shape = f'<w:tc><w:pict><v:rect style="{FLOATS}"/></w:pict></w:tc>'
    assert rooms(shape, End.GREATEST) == [(200,)]
