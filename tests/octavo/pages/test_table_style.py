"""Which region wins was found by asking LibreOffice 7.4 for the size of the type in each cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    Height = Callable[..., int]
    Text = Callable[..., str]
    Grid = Callable[..., str]


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
