from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    First = Callable[..., str]
    Make = Callable[..., bytes]
    Obstacle = Callable[..., str]
    Page = Callable[[int], str]
    Text = Callable[..., str]


def test_a_section_begins_a_page(first_beyond: First, paragraph: Text, short_page: Page) -> None:
    ending = paragraph("a", f"<w:sectPr>{short_page(5)}</w:sectPr>")
    assert first_beyond(ending + paragraph("b")) == "paragraph 2 of 2"


def test_a_continuous_section_does_not(
    first_beyond: First, obstacle: Obstacle, paragraph: Text, short_page: Page
) -> None:
    continuous = '<w:type w:val="continuous"/>'
    body = paragraph("a", f"<w:sectPr>{short_page(5)}</w:sectPr>")
    body += paragraph("b", f"<w:sectPr>{continuous}{short_page(5)}</w:sectPr>")
    assert first_beyond(body + paragraph("c")) == "paragraph 3 of 2"
    other = paragraph("b", f"<w:sectPr>{continuous}{short_page(9)}</w:sectPr>")
    body = paragraph("a", f"<w:sectPr>{short_page(5)}</w:sectPr>") + other + paragraph("c")
    assert obstacle(body) == "a section of other width on the same page"


def test_pages_of_sections_have_their_own_height(
    first_beyond: First, paragraph: Text, short_page: Page
) -> None:
    ending = paragraph("a", f"<w:sectPr>{short_page(20)}</w:sectPr>")
    assert first_beyond(paragraph("a") * 19 + ending) == "1"


def test_a_page_size_left_out_is_a4(docx: Make, paragraph: Text, obstacle: Obstacle) -> None:
    assert obstacle(paragraph("a"), section="") == ""
    without = docx(paragraph("a")).count(b"sectPr")
    assert without == 2


def test_a_document_without_a_section_is_not_measured(obstacle: Obstacle, paragraph: Text) -> None:
    body = f"<w:body>{paragraph('a')}</w:body>"
    assert obstacle("", parts={"document": body}) == "a document without a page size"
    assert obstacle("", parts={"document": ""}) == "a document without a body"
