"""Which region wins was found by asking LibreOffice 7.4 for the size of the type in each cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import etree

from octavo.pages.regions import Position, regions, shown_regions
from octavo.pages.tags import W

if TYPE_CHECKING:
    from collections.abc import Callable

    Height = Callable[..., int]
    Text = Callable[..., str]
    Grid = Callable[..., str]


def _look(**attributes: str) -> etree._Element:
    return etree.Element(W + "tblLook", {W + name: text for name, text in attributes.items()})


@pytest.mark.parametrize(
    ("look", "shown"),
    [
        (None, {"firstRow", "firstColumn", "noVBand"}),
        (_look(val="04A0"), {"firstRow", "firstColumn", "noVBand"}),
        (_look(val="0000", firstRow="1"), set()),
        (_look(firstRow="1", noHBand="on"), {"firstRow", "noHBand"}),
        (_look(val="none"), set()),
    ],
)
def test_the_look_says_what_is_shown(look: etree._Element | None, shown: set[str]) -> None:
    assert shown_regions(look) == shown


@pytest.mark.parametrize(
    ("row", "cell", "shown", "expected"),
    [
        (0, 0, {"firstRow", "firstColumn", "noVBand"}, ("firstCol", "firstRow")),
        (1, 0, {"firstRow", "firstColumn", "noVBand"}, ("band1Horz", "firstCol")),
        (2, 1, {"firstRow", "firstColumn", "noVBand"}, ("band2Horz",)),
        (3, 2, {"lastRow", "lastColumn", "noHBand", "noVBand"}, ("lastCol", "lastRow")),
        (1, 1, set(), ("band2Horz", "band2Vert")),
        (0, 0, {"firstColumn", "noHBand"}, ("firstCol",)),
    ],
)
def test_a_cell_lies_in_regions(
    row: int, cell: int, shown: set[str], expected: tuple[str, ...]
) -> None:
    found = regions(Position(row, 4, cell, 3), frozenset(shown), 1, 1)
    assert found == ("wholeTable", *expected)


def _style(inside: str) -> str:
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:tblPr>'
        '<w:tblStyleRowBandSize w:val="1"/></w:tblPr></w:style>'
        f'<w:style w:type="table" w:styleId="S"><w:basedOn w:val="TableNormal"/>{inside}</w:style>'
    )


def test_a_table_style_gives_borders_margins_and_looks(
    height: Height, paragraph: Text, table: Grid
) -> None:
    style = _style(
        '<w:pPr><w:spacing w:after="20"/></w:pPr><w:tblPr><w:tblBorders><w:insideH '
        'w:val="single" w:sz="8"/></w:tblBorders><w:tblCellMar><w:top w:w="30"/></w:tblCellMar>'
        '</w:tblPr><w:tblStylePr w:type="firstRow"><w:rPr><w:sz w:val="40"/></w:rPr><w:tcPr>'
        '<w:tcBorders><w:bottom w:val="single" w:sz="16"/></w:tcBorders></w:tcPr></w:tblStylePr>'
    )
    named = '<w:tblStyle w:val="S"/><w:tblLook w:val="0620"/>'
    body = table([[paragraph("a")]] * 3, inside=named)
    assert height(body, styles=style) == (30 + 460 + 20) + (40 + 30 + 250) + (20 + 30 + 250)


def test_an_unknown_table_style_is_the_default_one(
    height: Height, paragraph: Text, table: Grid
) -> None:
    body = table([[paragraph("a")]], inside='<w:tblStyle w:val="Gone"/>')
    assert height(body, styles=_style("")) == 230
