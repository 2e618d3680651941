"""The structural check that is always on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace

from octavo.expressions import Code
from octavo.word import RenderError
from octavo.word.shape import ShapeError, Shapes

if TYPE_CHECKING:
    from collections.abc import Callable

CELL = "<w:tc><w:tcPr>{0}</w:tcPr><w:p/></w:tc>"
SPAN = '<w:gridSpan w:val="{0}"/>'
GRID = "<w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>"


@pytest.mark.parametrize(
    ("xml", "words"),
    [
        ("<w:p><w:r></w:p>", "“w:p” closes where “w:r” is open"),
        ("<w:p>", "“w:p” is still open at the end"),
        ("<w:p><w:p/></w:p>", "“w:p” stands in “w:p”"),
        ("<w:r><w:r/></w:r>", "“w:r” stands in “w:r”"),
        ("<w:t><w:br/></w:t>", "“w:br” stands in “w:t”"),
        ("<w:tbl><w:tbl/></w:tbl>", "“w:tbl” stands in “w:tbl”"),
        ("<w:p><w:r/><w:pPr/></w:p>", "“w:pPr” does not come first in “w:p”"),
        ("<w:body><w:sectPr/><w:p/></w:body>", "comes after the last section"),
        ("<w:sdtContent></w:sdtContent>", "a content control is empty"),
        ("<w:tbl><w:tr></w:tr></w:tbl>", "a row has no cell"),
        ("<w:tbl><w:tblPr/></w:tbl>", "a table has no row"),
        ("<w:tr><w:tc><w:tcPr/></w:tc></w:tr>", "a cell does not end in a paragraph"),
        (
            f"<w:tr><w:tc><w:tbl><w:tr>{CELL.format('')}</w:tr></w:tbl></w:tc></w:tr>",
            "a cell does not end in a paragraph",
        ),
        ("<w:hdr></w:hdr>", "“w:hdr” holds no paragraph"),
        (f"<w:tbl>{GRID}<w:tr>{CELL.format('') * 3}</w:tr></w:tbl>", "3 columns wide"),
        (f"<w:tbl>{GRID}<w:tr>{CELL.format(SPAN.format(4))}</w:tr></w:tbl>", "4 columns wide"),
    ],
)
def test_a_part_that_word_refuses_is_found(xml: str, words: str) -> None:
    with pytest.raises(ShapeError, match=words):
        Shapes([xml]).check([xml])


@pytest.mark.parametrize(
    "pieces",
    [
        ["<?xml version='1.0'?>\n<w:p><w:pPr/><w:r><w:t>", "a > b", "</w:t></w:r></w:p>"],
        ["<w:p><w:x w:val='", "5", "'/>", "</w:p>"],
        ["<w:p><w:x w:val='", "5", "' /></w:p >"],
        [
            f"<w:tbl>{GRID}<w:tr><w:tc><w:tcPr>",
            SPAN.format("{0}"),
            "</w:tcPr><w:p/></w:tc></w:tr>",
            "</w:tbl>",
        ],
        [
            f"<w:tbl>{GRID}<w:tr>",
            "<w:sdt><w:sdtContent>",
            CELL.format(""),
            "</w:sdtContent>",
            "</w:sdt>",
            CELL.format(""),
            "</w:tr></w:tbl>",
        ],
        ["<w:tc><w:p/><w:bookmarkEnd/></w:tc>"],
        [f"<w:tbl><w:tr>{CELL.format('') * 9}</w:tr></w:tbl>"],
    ],
)
def test_a_part_that_word_takes_passes_again_and_again(pieces: list[str]) -> None:
    shapes = Shapes(pieces[::2])
    for _ in range(3):
        shapes.check(pieces)


def test_what_the_check_finds_is_told_with_its_place(
    compile_body: Callable[..., Any], p: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    program = compile_body(p("{{ x }}"))
    broken = replace(
        program,
        codes={"word/document.xml": _Pieces('<w:document xmlns:w="x"><w:p></w:document>')},
    )
    with pytest.raises(RenderError, match="not well-formed"):
        broken.render({"x": 1})
    monkeypatch.setattr("octavo.word.program.verify", lambda *_: None)
    with pytest.raises(RenderError, match="“w:document” closes where “w:p” is open"):
        broken.render({"x": 1})


def test_a_fault_that_only_the_parse_places_is_placed(
    compile_body: Callable[..., Any], p: Callable[..., str]
) -> None:
    program = compile_body(p("{{ x }}"))
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    text = f'<w:document xmlns:w="{space}"><w:body><w:p><w:p/></w:p></w:body></w:document>'
    broken = replace(program, codes={"word/document.xml": _Pieces(text)})
    with pytest.raises(RenderError, match="body, paragraph 1"):
        broken.render({"x": 1})


class _Pieces(Code):
    """A program that writes one text, whatever the data."""

    def __init__(self, text: str) -> None:
        super().__init__([text])
