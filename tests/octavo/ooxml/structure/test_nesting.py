from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.octavo.ooxml.structure.conftest import check

from octavo.finding import Level

if TYPE_CHECKING:
    from collections.abc import Callable

    Docx = Callable[..., bytes]


_P = "<w:p/>"


_GRID = "<w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>"


_CELL = "<w:tc><w:p/></w:tc>"


_WIDE = '<w:tc><w:tcPr><w:gridSpan w:val="{}"/></w:tcPr><w:p/></w:tc>'


_SKIP = '<w:tr><w:trPr><w:gridBefore w:val="1"/><w:gridAfter w:val="x"/></w:trPr>{}</w:tr>'


_MARK = '<w:bookmarkStart w:id="{}" w:name="{}"/>'


_END = '<w:bookmarkEnd w:id="{}"/>'


_CHAR = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


_DRAWING = '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1"/></wp:inline></w:drawing></w:r></w:p>'


_SECTION = "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>"


def _table(rows: str, grid: str = _GRID) -> str:
    return f"<w:tbl>{grid}{rows}</w:tbl>"


def _bookmark(number: int, name: str) -> str:
    return _MARK.format(number, name) + _END.format(number)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(_P, id="a paragraph"),
        pytest.param(_table(f"<w:tr>{_CELL}<w:tc><w:tcPr/><w:p/></w:tc></w:tr>"), id="a table"),
        pytest.param(_table(f"<w:tr>{_CELL * 9}</w:tr>", ""), id="a table without a grid"),
        pytest.param(_table(f"<w:tr>{_WIDE.format(2)}</w:tr>"), id="a merged cell"),
        pytest.param(_table(f"<w:tr><w:tblPrEx/><w:trPr/>{_CELL}</w:tr>"), id="exceptions first"),
        pytest.param(_table(_SKIP.format(_CELL)), id="a row that begins late"),
        pytest.param(
            _table(f"<w:tr><w:tc><w:p/>{_END.format(1)}</w:tc></w:tr>").join(
                [f"<w:p>{_MARK.format(1, 'a')}</w:p>", ""]
            ),
            id="a mark after the last paragraph of a cell",
        ),
        pytest.param(
            _table(
                "<w:sdt><w:sdtContent><w:tr><w:sdt><w:sdtContent><w:tc><w:sdt><w:sdtContent><w:p/>"
                "</w:sdtContent></w:sdt></w:tc></w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt>"
            ),
            id="controls round everything",
        ),
        pytest.param(
            f"<w:p>{_CHAR.format('begin')}</w:p><w:p>{_CHAR.format('end')}</w:p>", id="field"
        ),
        pytest.param(_SECTION, id="a section break"),
        pytest.param(
            '<w:p><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:p>', id="none"
        ),
        pytest.param('<w:p><w:r><a:hlinkClick r:id=""/></w:r></w:p>', id="an empty relationship"),
        pytest.param(
            '<w:p w14:paraId="1"><mc:AlternateContent><mc:Choice><w:r><w:txbxContent>'
            '<w:p w14:paraId="2"/></w:txbxContent></w:r></mc:Choice><mc:Fallback><w:r>'
            '<w:txbxContent><w:p w14:paraId="2"/><w:p/></w:txbxContent></w:r></mc:Fallback>'
            "</mc:AlternateContent></w:p>",
            id="a fallback repeats its choice",
        ),
    ],
)
def test_what_word_accepts_passes(docx: Docx, body: str) -> None:
    assert check(docx(body)) == ()


@pytest.mark.parametrize(
    ("body", "place", "message"),
    [
        pytest.param(
            _table(f"<w:tr><w:tc/>{_CELL}</w:tr>"),
            "body, table 1, row 1, cell 1",
            "a cell holds no paragraph",
            id="empty cell",
        ),
        pytest.param(
            _table(f"<w:tr><w:tc>{_table(f'<w:tr>{_CELL}</w:tr>')}</w:tc></w:tr>"),
            "body, table 1, row 1, cell 1",
            "a cell does not end in a paragraph",
            id="a cell that ends in a table",
        ),
        pytest.param(
            _P + _table("<w:tr/>"), "body, table 1", "row 1 of a table has no cell", id="empty row"
        ),
        pytest.param(_table(""), "body, table 1", "a table has no rows", id="empty table"),
        pytest.param(
            _table(f"<w:tr>{_WIDE.format(2)}{_CELL}</w:tr>"),
            "body, table 1",
            "row 1 of a table is 3 columns wide, and the table 2",
            id="too wide",
        ),
        pytest.param(
            "<w:sdt><w:sdtContent/></w:sdt>", "body", "a content control is empty", id="control"
        ),
        pytest.param(
            f"<w:p>{_MARK.format(1, 'a')}</w:p>",
            "body, paragraph 1",
            "a bookmark does not end (id “1”)",
            id="open bookmark",
        ),
        pytest.param(
            f"<w:p>{_END.format(1)}</w:p>",
            "body, paragraph 1",
            "a bookmark ends that did not begin (id “1”)",
            id="bookmark never begun",
        ),
        pytest.param(
            f"<w:p>{_bookmark(1, 'a')}{_bookmark(1, 'b')}</w:p>",
            "body, paragraph 1",
            "the bookmark id “1” is there twice",
            id="bookmark id",
        ),
        pytest.param(
            f"<w:p>{_bookmark(1, 'a')}{_bookmark(2, 'A')}</w:p>",
            "body, paragraph 1",
            "the bookmark “A” is there twice",
            id="bookmark name",
        ),
        pytest.param(
            f"<w:p>{_CHAR.format('begin')}</w:p>",
            "body, paragraph 1",
            "a field does not end",
            id="open field",
        ),
        pytest.param(
            f"<w:p>{_CHAR.format('separate')}</w:p>",
            "body, paragraph 1",
            "a field ends that did not begin",
            id="field never begun",
        ),
        pytest.param(
            f"<w:p>{_CHAR.format('begin')}{_CHAR.format('separate')}</w:p>",
            "body, paragraph 1",
            "a field does not end",
            id="field with a result and no end",
        ),
        pytest.param(
            "<w:p><w:r><w:p/></w:r></w:p>",
            "body, paragraph 1, paragraph 1",
            "a paragraph stands directly in a run",
            id="nested paragraph",
        ),
        pytest.param(
            "<w:p/><w:r/>", "body", "a run stands directly in the body", id="run in the body"
        ),
        pytest.param(
            "<w:p/><w:tr><w:tc><w:p/></w:tc></w:tr>",
            "body, row 1",
            "a row stands directly in the body",
            id="row in the body",
        ),
        pytest.param(
            _table("<w:tr><w:tc><w:tc><w:p/></w:tc><w:p/></w:tc></w:tr>"),
            "body, table 1, row 1, cell 1, cell 1",
            "a cell stands directly in a cell",
            id="cell in a cell",
        ),
        pytest.param(
            f"<w:p>{_table(f'<w:tr>{_CELL}</w:tr>')}</w:p>",
            "body, paragraph 1, table 1",
            "a table stands directly in a paragraph",
            id="table in a paragraph",
        ),
        pytest.param(
            _table(f"<w:tr>{_CELL}<w:trPr/></w:tr>"),
            "body, table 1, row 1",
            "the properties of a row do not come first",
            id="late properties of a row",
        ),
        pytest.param(
            "<w:p><w:r><w:t>a\nb</w:t></w:r></w:p>",
            "body, paragraph 1",
            "a text holds a line end, which Word shows as a space",
            id="line end",
        ),
        pytest.param(
            "<w:p><w:r/><w:pPr/></w:p>",
            "body, paragraph 1",
            "the properties of a paragraph do not come first",
            id="late properties",
        ),
        pytest.param(
            "<w:p><w:r><w:txbxContent/></w:r></w:p>",
            "body, paragraph 1, text box 1",
            "a text box holds no paragraph",
            id="empty text box",
        ),
        pytest.param(
            _table(f"<w:tr><w:tc>{_SECTION}</w:tc></w:tr>"),
            "body, table 1, row 1, cell 1, paragraph 1",
            "a section break stands in a cell",
            id="section in a cell",
        ),
        pytest.param(
            "<w:p><w:sectPr/></w:p>",
            "body, paragraph 1",
            "a section break stands outside a paragraph",
            id="stray section",
        ),
        pytest.param(
            "<w:sectPr/>",
            "body",
            "the properties of the last section do not end the body",
            id="two",
        ),
        pytest.param(
            _DRAWING * 2, "body, paragraph 2", "the drawing id “1” is there twice", id="drawing id"
        ),
        pytest.param(
            '<w:p w14:paraId="7"/><w:p w14:paraId="7"/>',
            "body, paragraph 2",
            "the paragraph id “7” is there twice",
            id="paragraph id",
        ),
        pytest.param(
            '<w:p><w:r><w:footnoteReference w:id="3"/></w:r></w:p>',
            "body, paragraph 1",
            "the text refers to the footnote “3”, which does not exist",
            id="missing note",
        ),
        pytest.param(
            '<w:p><w:hyperlink r:id="rId9"/></w:p>',
            "body, paragraph 1",
            "the relationship “rId9” does not exist",
            id="missing relationship",
        ),
    ],
)
def test_what_word_repairs_is_found_at_its_place(
    docx: Docx, body: str, place: str, message: str
) -> None:
    findings = check(docx(body))
    assert [(f.location.place, f.message) for f in findings if hasattr(f.location, "place")] == [
        (place, message)
    ]
    assert {finding.level for finding in findings} == {Level.ERROR}
