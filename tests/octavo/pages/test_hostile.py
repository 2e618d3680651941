"""Files made to take long: the answer, of whatever kind, comes in time."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from tests.octavo.pages.measured import measure

if TYPE_CHECKING:
    from collections.abc import Callable

    Make = Callable[..., bytes]

MOST_SECONDS = 10
"""Of the processor, on any machine, under coverage too; what runs away takes minutes."""
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText>'
    '<w:fldChar w:fldCharType="separate"/><w:t xml:space="preserve"> </w:t></w:r>'
)
NUMBERED = '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:p>'
LEVELS = "".join(
    f'<w:lvl w:ilvl="{at}"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl>'
    for at in range(9)
)
NUMBERS = "".join(
    f'<w:num w:numId="{at}"><w:abstractNumId w:val="0"/></w:num>' for at in range(40_000)
)
LISTS = f'<w:abstractNum w:abstractNumId="0">{LEVELS}</w:abstractNum>{NUMBERS}'
NOTED = '<w:r><w:footnoteReference w:id="0"/><w:br/></w:r>'
NOTES = {"parts": {"footnotes": '<w:footnote w:id="0"><w:p/></w:footnote>'}}
ONE_PAGE = {"section": '<w:pgSz w:w="11906" w:h="900000000"/>'}
LOW_PAGES = {"section": '<w:pgSz w:w="11906" w:h="3600"/>'}
WIDE = '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="10000"/></w:tcPr><w:p/></w:tc></w:tr>'
GRID = "<w:tblGrid>" + '<w:gridCol w:w="9"/>' * 10_000 + "</w:tblGrid>"
HEADER = '<w:headerReference w:type="default" r:id="header1"/>'
SECTION = f"<w:p><w:pPr><w:sectPr>{HEADER}</w:sectPr></w:pPr></w:p>"
TALL = '<w:tc><w:tcPr><w:tcW w:w="900" w:type="dxa"/></w:tcPr>{}</w:tc>'
RUN = '<w:r><w:t xml:space="preserve">some </w:t></w:r>'


@pytest.mark.parametrize(
    ("body", "others"),
    [
        pytest.param("<w:p/>" * 50_000, {}, id="empty paragraphs"),
        pytest.param(f"<w:p>{RUN * 50_000}</w:p>", {}, id="one paragraph of many runs"),
        pytest.param(f"<w:p>{FIELD * 20_000}</w:p>", {}, id="fields within fields"),
        pytest.param(NUMBERED, {"parts": {"numbering": LISTS}}, id="lists"),
        pytest.param(f"<w:p>{NOTED * 20_000}</w:p>", NOTES | ONE_PAGE, id="notes on one page"),
        pytest.param(f"<w:tbl><w:tblPr/>{GRID}{WIDE * 10_000}</w:tbl>", {}, id="a wide grid"),
        pytest.param(SECTION * 3_000, {"parts": {"header1": "<w:p/>" * 1_000}}, id="sections"),
        pytest.param(
            f"<w:tbl><w:tblPr/><w:tr>{TALL.format(f'<w:p>{NOTED}</w:p>' * 10_000)}</w:tr></w:tbl>",
            NOTES | LOW_PAGES,
            id="a row over many pages",
        ),
    ],
)
def test_a_hostile_file_ends_in_time(docx: Make, body: str, others: dict[str, object]) -> None:
    file = docx(body, **others)
    start = time.process_time()
    measure(file)
    assert time.process_time() - start < MOST_SECONDS
