from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.octavo.ooxml.comparison.conftest import compared, para

if TYPE_CHECKING:
    from collections.abc import Callable

    Docx = Callable[..., bytes]


def _table(*rows: tuple[str, ...], properties: str = "", row: str = "", cell: str = "") -> str:
    inner = "".join(
        f"<w:tr><w:trPr>{row}</w:trPr>"
        + "".join(f"<w:tc><w:tcPr>{cell}</w:tcPr>{para(text)}</w:tc>" for text in texts)
        + "</w:tr>"
        for texts in rows
    )
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{inner}</w:tbl>"


_BOX = "<w:p><w:r><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></w:r></w:p>"


_FIELD = '<w:p><w:fldSimple w:instr="{}"><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>'


_CONTROL = (
    "<w:sdt><w:sdtPr><w:alias w:val='a'/><w:dropDownList w:lastValue='{}'/></w:sdtPr>"
    "<w:sdtContent><w:p><w:r><w:t>x</w:t></w:r></w:p></w:sdtContent></w:sdt>"
)


_MARK = "<w:p><w:bookmarkStart w:id='1' w:name='{}'/><w:bookmarkEnd w:id='1'/></w:p>"


_WORKS = "body, paragraph 1; structure-differs; it works differently: "


CASES = {
    "the code of a field": (
        _FIELD.format("DATE"),
        _FIELD.format("TIME"),
        [f"{_WORKS}field DATE → TIME"],
    ),
    "the choice of a control": (
        _CONTROL.format("a"),
        _CONTROL.format("b"),
        [f"{_WORKS}control choice a → choice b"],
    ),
    "a bookmark of somebody's": (
        _MARK.format("a"),
        _MARK.format("b"),
        [f"{_WORKS}bookmark a → b"],
    ),
    "a bookmark of Word's own": (_MARK.format("_a"), _MARK.format("_b"), []),
    "a word": (
        para("We agreed to"),
        para("We hoped to"),
        ["body, paragraph 1; text-differs; the text differs; - We agreed to; + We hoped to"],
    ),
    "a long text": (
        para("x" * 100 + "a" + "y" * 300),
        para("x" * 100 + "y" * 30),
        [
            (
                f"body, paragraph 1; text-differs; the text differs; - …{'x' * 40}a{'y' * 119}…; "
                f"+ …{'x' * 40}{'y' * 30}"
            )
        ],
    ),
    "no text any more": (
        para("a"),
        para(""),
        ["body, paragraph 1; text-differs; the text differs; - a; + ∅"],
    ),
    "a new paragraph": (
        para("First") + para("Last"),
        para("First") + para("Middle") + para("Last"),
        ["body, paragraph 2; text-differs; a paragraph is new; + “Middle”"],
    ),
    "a paragraph that is gone": (
        para("First") + para("") + para("Last"),
        para("First") + para("Last"),
        ["body, paragraph 2; structure-differs; a paragraph is gone; - an empty text"],
    ),
    "paragraphs that moved on": (
        para("The Minister met Mr A") + para("End"),
        para("Summary of all") + para("The Minister met Mr B") + para("End"),
        [
            "body, paragraph 1; text-differs; a paragraph is new; + “Summary of all”",
            (
                "body, paragraph 2; text-differs; the text differs; - The Minister met Mr A; "
                "+ The Minister met Mr B"
            ),
        ],
    ),
    "one becomes two others": (
        para("abc") + para("End"),
        para("xyz") + para("123") + para("End"),
        [
            "body, paragraph 1; text-differs; a paragraph is gone; - “abc”",
            "body, paragraph 1; text-differs; a paragraph is new; + “xyz”",
            "body, paragraph 2; text-differs; a paragraph is new; + “123”",
        ],
    ),
    "a table for a paragraph": (
        para("a"),
        _table(("b",)),
        [
            "body, paragraph 1; text-differs; a paragraph is gone; - “a”",
            "body, table 1; structure-differs; a table is new; + “b”",
        ],
    ),
    "tables and paragraphs of another number": (
        para("a"),
        _table(("a",)) + para("b"),
        [
            "body, paragraph 1; text-differs; a paragraph is gone; - “a”",
            "body, table 1; structure-differs; a table is new; + “a”",
            "body, paragraph 1; text-differs; a paragraph is new; + “b”",
        ],
    ),
    "a style": (
        para("a", '<w:pStyle w:val="Title"/>'),
        para("a", '<w:pStyle w:val="Quote"/>'),
        ["body, paragraph 1; style-differs; the style is “Quote”, it was “Title”"],
    ),
    "the look of a paragraph": (
        para("a", '<w:jc w:val="left"/><w:keepNext/>'),
        para("a", '<w:jc w:val="center"/><w:pageBreakBefore/>'),
        [
            (
                "body, paragraph 1; style-differs; the look differs: alignment left → center; "
                "kept with the next removed; pageBreakBefore added"
            )
        ],
    ),
    "the look of a run": (
        para("a", run='<w:b w:val="0"/><w:sz w:val="22"/><w:lang w:val="en"/>'),
        para("a", run='<w:b/><w:sz w:val="24"/><w:color w:val="FF0000"/>'),
        [
            (
                "body, paragraph 1; style-differs; the look differs: bold off → on in “a”; "
                "colour FF0000 added in “a”; size 11 pt → 12 pt in “a”"
            )
        ],
    ),
    "only a part of the text": (
        "<w:p><w:r><w:t>abc</w:t></w:r></w:p>",
        (
            "<w:p><w:r><w:t>a</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>b</w:t></w:r>"
            "<w:r><w:t>c</w:t></w:r></w:p>"
        ),
        ["body, paragraph 1; style-differs; the look differs: bold added in “b”"],
    ),
    "a row": (
        _table(("a", "b"), ("e", "f")),
        _table(("a", "b"), ("c", "d"), ("e", "f")),
        ["body, table 1, row 2; structure-differs; a row is new; + “c | d”"],
    ),
    "a cell": (
        _table(("a", "b")),
        _table(("a", "c")),
        ["body, table 1, row 1, cell 2, paragraph 1; text-differs; the text differs; - b; + c"],
    ),
    "a cell more": (
        _table(("a",)),
        _table(("a", "b")),
        [
            (
                "body, table 1, row 1; structure-differs; the number of cells is 2, it was 1; "
                "- “a”; + “a | b”"
            )
        ],
    ),
    "the look of a table": (
        _table(("a",)),
        _table(
            ("a",),
            properties='<w:tblStyle w:val="Grid"/><w:tblW w:w="567" w:type="dxa"/>',
            row="<w:tblHeader/>",
            cell='<w:tcW w:w="50" w:type="pct"/><w:tcBorders><w:top w:val="single"/></w:tcBorders>',
        ),
        [
            "body, table 1; style-differs; the style of the table is “Grid”, it was the default",
            "body, table 1; style-differs; the look of the table differs: width w 1.0 cm added",
            "body, table 1, row 1; style-differs; the look of the row differs: header row added",
            (
                "body, table 1, row 1, cell 1; style-differs; the look of the cell differs: "
                "borders top single added; width type pct, w 50 added"
            ),
        ],
    ),
    "a text box": (
        _BOX.format(para("a")),
        _BOX.format(para("b")),
        ["body, paragraph 1, text box 1, paragraph 1; text-differs; the text differs; - a; + b"],
    ),
    "a text box more": (
        "<w:p/>",
        _BOX.format(para("b")),
        ["body, paragraph 1; structure-differs; the number of text boxes is 1, it was 0"],
    ),
    "tracked changes": (
        "<w:p/>",
        "<w:p><w:del/></w:p>",
        ["body; structure-differs; tracked changes 0 → 1"],
    ),
    "margins": (
        '<w:p><w:pPr><w:sectPr><w:pgMar w:bottom="567" w:top="567"/></w:sectPr></w:pPr></w:p>',
        '<w:p><w:pPr><w:sectPr><w:pgMar w:bottom="567" w:top="1134"/></w:sectPr></w:pPr></w:p>',
        ["body; style-differs; section 1 differs: margins top 1.0 cm → top 2.0 cm"],
    ),
    "a margin more": (
        '<w:p><w:pPr><w:sectPr><w:pgMar w:bottom="567"/></w:sectPr></w:pPr></w:p>',
        '<w:p><w:pPr><w:sectPr><w:pgMar w:bottom="567" w:top="1134"/></w:sectPr></w:pPr></w:p>',
        [
            (
                "body; style-differs; section 1 differs: "
                "margins bottom 1.0 cm → bottom 1.0 cm, top 2.0 cm"
            )
        ],
    ),
    "a section": (
        "<w:p/>",
        '<w:p><w:pPr><w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:pPr></w:p>',
        [
            "body; structure-differs; the number of sections is 2, it was 1",
            "body; style-differs; section 1 differs: page size h 29.7 cm, w 21.0 cm added",
        ],
    ),
}


@pytest.mark.parametrize(("before", "after", "expected"), CASES.values(), ids=list(CASES))
def test_a_difference_is_named_at_its_place(
    docx: Docx, before: str, after: str, expected: list[str]
) -> None:
    assert compared(docx(before), docx(after)) == expected
    assert compared(docx(before), docx(before)) == []
