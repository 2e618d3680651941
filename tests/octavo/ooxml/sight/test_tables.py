"""Tables that are set off their page, or whose style hides them."""

from __future__ import annotations

import pytest
from tests.octavo.ooxml.sight.test_unknown import RUN, causes

STYLE = '<w:style w:type="table" w:styleId="T">{}</w:style>'
NAMED = '<w:tblStyle w:val="T"/>'


def table(properties: str, width: int = 5_000, cell: str = "") -> str:
    return (
        f'<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid><w:gridCol w:w="{width}"/></w:tblGrid>'
        f"<w:tr><w:tc><w:tcPr>{cell}</w:tcPr><w:p>{RUN}</w:p></w:tc></w:tr></w:tbl>"
    )


@pytest.mark.parametrize(
    ("properties", "width", "cause"),
    [
        ('<w:jc w:val="right"/>', 18_000, "its table is wider than its page"),
        ('<w:jc w:val="right"/>', 9_000, None),
        ('<w:jc w:val="center"/>', 18_000, "its table is wider than its page"),
        ('<w:jc w:val="center"/>', 12_000, None),
        ('<w:jc w:val="left"/>', 18_000, None),
        ('<w:tblpPr w:tblpXSpec="right"/>', 18_000, "its table is wider than its page"),
        ('<w:tblW w:w="18000" w:type="dxa"/><w:jc w:val="end"/>', 1_000,
         "its table is wider than its page"),
        ('<w:tblCellSpacing w:w="6000" w:type="dxa"/>', 5_000,
         "its table may stand off the page"),
    ],
)  # fmt: skip
def test_a_table_beside_its_page(properties: str, width: int, cause: str | None) -> None:
    assert causes(table(properties, width)) == ([cause] if cause else [])


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ('<w:tblPr><w:tblInd w:w="15000" w:type="dxa"/></w:tblPr>',
         ["its table may stand off the page"]),
        ('<w:tblPr><w:tblInd w:w="108" w:type="dxa"/></w:tblPr>', []),
        ("<w:trPr><w:hidden/></w:trPr>", ["the style of its table hides rows"]),
        ('<w:trPr><w:hidden w:val="0"/></w:trPr>', []),
    ],
)  # fmt: skip
def test_what_its_style_does(inner: str, expected: list[str]) -> None:
    assert causes(table(NAMED), STYLE.format(inner)) == expected


@pytest.mark.parametrize(("kind", "seen"), [("single", False), ("nil", True)])
def test_a_line_across_a_cell(kind: str, *, seen: bool) -> None:
    cell = f'<w:tcBorders><w:tl2br w:val="{kind}"/></w:tcBorders>'
    assert causes(table("", cell=cell)) == ([] if seen else ["a line is drawn through its cell"])
