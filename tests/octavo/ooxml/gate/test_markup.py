"""Parts that are no XML that may be read, and markup that hides something."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Docx = Callable[..., bytes]
    Make = Callable[[str, str], str]
    Refusal = Callable[[bytes], dict[str, str]]

_MAIN = "word/document.xml"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT_W = "http://purl.oclc.org/ooxml/wordprocessingml/main"


def test_faults_of_a_broken_part_and_of_another_part_are_reported_together(
    docx: Docx, refusal: Refusal, part: Make
) -> None:
    header = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
    found = refusal(
        docx(
            parts={_MAIN: "<a>", "word/header1.xml": part("hdr", "<w:altChunk/>")},
            types_of={"word/header1.xml": header},
        )
    )
    assert found.keys() == {"package-invalid", "active-content"}


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("hello<w:p/>", "body: “hello” stands outside a run"),
        ("<w:p><w:r>x<w:t>y</w:t></w:r></w:p>", "body, paragraph 1: “x” stands outside"),
        ("<w:p><w:r><w:t>y</w:t></w:r>tail</w:p>", "body, paragraph 1: “tail” stands outside"),
        ("<w:p><w:t>y</w:t></w:p>", "body, paragraph 1: “y” stands outside"),
        (
            "<w:tbl><w:tr><w:tc><w:p/>x</w:tc></w:tr></w:tbl>",
            "body, table 1, row 1, cell 1: “x” stands outside",
        ),
        ("<w:p><xi:include href='file:///x'/></w:p>", "includes another file (XInclude)"),
    ],
)
def test_what_word_drops_or_includes_is_refused(
    docx: Docx, refusal: Refusal, body: str, words: str
) -> None:
    assert words in refusal(docx(body))["package-invalid"]


def test_text_that_belongs_where_it_stands_passes(docx: Docx, refusal: Refusal) -> None:
    body = (
        "<w:p><m:oMath><m:r><m:t>x</m:t><w:t>y</w:t></m:r></m:oMath><w:r>"
        "<wp:positionH><wp:posOffset>5</wp:posOffset></wp:positionH><w:fldChar "
        'w:fldCharType="begin"><w:fldData>AAAA</w:fldData></w:fldChar><w:instrText>PAGE'
        '</w:instrText><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    assert refusal(docx(body)) == {}


def test_strict_names_are_refused_where_the_types_are_not_strict(
    docx: Docx, refusal: Refusal, part: Make
) -> None:
    strict = part("document", "<w:body/>").replace(_W, _STRICT_W)
    assert list(refusal(docx(parts={_MAIN: strict}))) == ["package-unsupported"]


def test_another_root_is_no_document(docx: Docx, refusal: Refusal) -> None:
    assert "its root element is “a”" in refusal(docx(parts={_MAIN: "<a/>"}))["package-invalid"]
