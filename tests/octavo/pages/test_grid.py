"""A grid of lines; heights are those found in LibreOffice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.octavo.pages.measured import measure

if TYPE_CHECKING:
    from collections.abc import Callable

    Make = Callable[..., bytes]
    Obstacle = Callable[..., str]
    Text = Callable[..., str]

GRID = '<w:docGrid w:type="lines" w:linePitch="360"/>'
ROOM = 14400
"""Height of the text: forty lines of the grid, of a page with room for 14,570 twips."""


def _page(room: int, more: str = GRID) -> str:
    margins = 'w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="708"'
    size = f'<w:pgSz w:w="11906" w:h="{room + 2268}"/><w:pgMar {margins} w:footer="708"/>'
    return size + more


def _height(docx: bytes) -> int:
    layout = measure(docx)
    assert layout.fill is not None
    return round(layout.fill * ROOM)


@pytest.mark.parametrize(
    ("properties", "size", "expected"),
    [
        ("", 20, 360),
        ("", 28, 360),
        ("", 40, 720),
        ('<w:spacing w:line="216" w:lineRule="auto"/>', 20, 360),
        ('<w:spacing w:line="259" w:lineRule="auto"/>', 20, 378),
        ('<w:spacing w:line="276" w:lineRule="auto"/>', 20, 394),
        ('<w:spacing w:line="480" w:lineRule="auto"/>', 20, 590),
        ('<w:spacing w:line="300" w:lineRule="exact"/>', 20, 360),
        ('<w:spacing w:line="400" w:lineRule="atLeast"/>', 20, 360),
        ('<w:spacing w:after="100"/>', 20, 460),
        ('<w:snapToGrid w:val="0"/>', 20, 230),
    ],
)
def test_lines_stand_on_the_grid(
    docx: Make, paragraph: Text, properties: str, size: int, expected: int
) -> None:
    section = _page(14570)
    one = paragraph("a", properties, f'<w:sz w:val="{size}"/>')
    both = [_height(docx(one * count, section=section)) for count in (1, 2)]
    assert both[1] - both[0] == expected


@pytest.mark.parametrize(
    ("room", "pages"), [(10 * 360, 1), (10 * 360 + 100, 1), (10 * 360 - 30, 2)]
)
def test_a_page_holds_whole_lines_of_the_grid(
    docx: Make, paragraph: Text, room: int, pages: int
) -> None:
    assert measure(docx(paragraph("a") * 10, section=_page(room))).pages == pages
    spaced = paragraph("a", '<w:spacing w:after="10"/>') * 10
    assert measure(docx(spaced, section=_page(room))).pages == 2


def test_headers_do_not_stand_on_the_grid(docx: Make, paragraph: Text) -> None:
    parts = {"header1": paragraph("h") * 5}
    header = '<w:headerReference w:type="default" r:id="header1"/>'
    lower = 708 + 5 * 230 - 1134
    for room, pages in ((10 * 360 + lower, 1), (10 * 360 + lower - 30, 2)):
        section = header + _page(room)
        assert measure(docx(paragraph("a") * 10, section=section, parts=parts)).pages == pages


def test_footnotes_on_a_grid_are_not_measured(obstacle: Obstacle) -> None:
    body = '<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>'
    parts = {"footnotes": '<w:footnote w:id="1"><w:p/></w:footnote>'}
    assert obstacle(body, parts=parts) == ""
    expected = "footnotes on pages with a line grid"
    assert obstacle(body, parts=parts, section=_page(14570)) == expected
