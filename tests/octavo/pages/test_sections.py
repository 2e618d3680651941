from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import etree
from msgspec.structs import astuple
from tests.octavo.pages.measured import measure

from octavo.pages.boxes import SectionEnd
from octavo.pages.sections import sections

if TYPE_CHECKING:
    from collections.abc import Callable

    Bounds = Callable[..., tuple[int, int, str]]
    First = Callable[..., str]
    Make = Callable[..., bytes]
    Obstacle = Callable[..., str]
    Page = Callable[[int], str]
    Text = Callable[..., str]

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PAGE = '<w:pgSz w:w="12000" w:h="15000"/><w:pgMar w:left="1500" w:right="1500"/>'
"""Its text is 9,000 twips wide."""


def _body(description: str) -> etree._Element:
    section = f"<w:sectPr>{_PAGE}{description}</w:sectPr>"
    return etree.fromstring(f'<w:body xmlns:w="{_W}">{section}</w:body>')


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
    assert obstacle(body) == "a section of other size on the same page"


def test_pages_of_sections_have_their_own_height(
    first_beyond: First, paragraph: Text, short_page: Page
) -> None:
    ending = paragraph("a", f"<w:sectPr>{short_page(20)}</w:sectPr>")
    assert first_beyond(paragraph("a") * 19 + ending) == "1"


PAGE = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" '
    'w:left="1134" w:header="708" w:footer="708" w:gutter="0"/>'
)
ROOM = 14570
LETTER = 12240 - 2880, 15840 - 2880


def test_a_page_size_left_out_is_that_of_letter(docx: Make, paragraph: Text) -> None:
    lines = LETTER[1] // 230
    for section in ("", '<w:pgSz w:w="12240" w:h="15840"/>'):
        assert measure(docx(paragraph("a") * lines, section=section)).pages == 1
        assert measure(docx(paragraph("a") * (lines + 1), section=section)).pages == 2
    body = f"<w:body>{paragraph('a') * (lines + 1)}</w:body>"
    assert measure(docx("", parts={"document": body})).pages == 2


def test_a_document_has_a_body(obstacle: Obstacle) -> None:
    assert obstacle("", parts={"document": ""}) == "a document without a body"
    assert obstacle("", parts={"document": "<w:body/>"}) == ""


def test_columns_that_fill_pages_stand_side_by_side(
    docx: Make, paragraph: Text, short_page: Page
) -> None:
    two = short_page(5) + '<w:cols w:num="2" w:space="100"/>'
    assert measure(docx(paragraph("a") * 10, section=two)).pages == 1
    assert measure(docx(paragraph("a") * 11, section=two)).pages == 2


def test_columns_beside_other_text_are_balanced_within_bounds(
    bounds: Bounds, paragraph: Text
) -> None:
    columns = '<w:cols w:num="2"/><w:type w:val="continuous"/>'
    body = paragraph("a", f"<w:sectPr>{PAGE}</w:sectPr>")
    body += paragraph("b") * 5 + paragraph("b", f"<w:sectPr>{columns}{PAGE}</w:sectPr>")
    continuous = PAGE + '<w:type w:val="continuous"/>'
    found = bounds(body + paragraph("c"), section=continuous)
    assert found == (5 * 230, 6 * 230, "text in columns")


@pytest.mark.parametrize(
    ("count", "lines", "least"), [(3, 6, 460), (3, 7, 537), (3, 8, 614), (2, 7, 805), (5, 1, 46)]
)
def test_columns_share_their_lines_rounded_up(
    bounds: Bounds, paragraph: Text, count: int, lines: int, least: int
) -> None:
    columns = f'<w:cols w:num="{count}"/><w:type w:val="continuous"/>'
    body = paragraph("a", f"<w:sectPr>{PAGE}</w:sectPr>")
    body += paragraph("b") * (lines - 1) + paragraph("b", f"<w:sectPr>{columns}{PAGE}</w:sectPr>")
    found = bounds(body, section=PAGE + '<w:type w:val="continuous"/>')
    assert found[:2] == (230 + least, 230 + min(least + 230, lines * 230))
    assert {type(each) for each in found[:2]} == {int}


@pytest.mark.parametrize(
    ("count", "lines", "least", "greatest"),
    [(2, (5, 2), 5, 6), (2, (2, 5), 5, 6), (3, (3, 3), 3, 4)],
)
def test_a_column_break_keeps_columns_apart(
    bounds: Bounds, paragraph: Text, count: int, lines: tuple[int, int], least: int, greatest: int
) -> None:
    columns = f'<w:cols w:num="{count}"/><w:type w:val="continuous"/>'
    begun = '<w:p><w:r><w:br w:type="column"/><w:t>b</w:t></w:r></w:p>'
    above, below = lines
    body = paragraph("a", f"<w:sectPr>{PAGE}</w:sectPr>")
    body += paragraph("b") * above + begun + paragraph("b") * (below - 2)
    body += paragraph("b", f"<w:sectPr>{columns}{PAGE}</w:sectPr>")
    continuous = PAGE + '<w:type w:val="continuous"/>'
    found = bounds(body, section=continuous)
    assert found[0] >= (least - 1) * 230
    assert found[1] == (greatest + 1) * 230 or found[1] == greatest * 230


def test_a_column_break_leaves_a_column_to_share(bounds: Bounds, paragraph: Text) -> None:
    columns = '<w:cols w:num="3"/><w:type w:val="continuous"/>'
    begun = '<w:p><w:r><w:br w:type="column"/><w:t>b</w:t></w:r></w:p>'
    body = paragraph("a", f"<w:sectPr>{PAGE}</w:sectPr>") + paragraph("b") * 6 + begun
    body += paragraph("b", f"<w:sectPr>{columns}{PAGE}</w:sectPr>")
    least, greatest, _ = bounds(body, section=PAGE + '<w:type w:val="continuous"/>')
    assert (least, greatest) == (230 + 3 * 230, 230 + 7 * 230)


def test_a_table_in_columns_is_shared_between_them(
    bounds: Bounds, paragraph: Text, table: Callable[..., str]
) -> None:
    columns = '<w:cols w:num="2"/><w:type w:val="continuous"/>'
    body = paragraph("a", f"<w:sectPr>{PAGE}</w:sectPr>") + table([[paragraph("b")]] * 5)
    body += paragraph("c", f"<w:sectPr>{columns}{PAGE}</w:sectPr>")
    found = bounds(body, section=PAGE + '<w:type w:val="continuous"/>')
    assert found == (4 * 230, 5 * 230, "text in columns")


def test_columns_that_run_over_go_on(bounds: Bounds, paragraph: Text) -> None:
    columns = PAGE + '<w:cols w:num="2"/><w:type w:val="continuous"/>'
    body = paragraph("a", f"<w:sectPr>{PAGE}</w:sectPr>") + paragraph("b") * 200
    least, greatest, _ = bounds(body, section=columns)
    assert least == 230 + 100 * 230
    assert least < greatest < least + 2 * 230 + ROOM


def test_a_page_break_in_columns_is_not_measured(obstacle: Obstacle, paragraph: Text) -> None:
    columns = PAGE + '<w:cols w:num="2"/><w:type w:val="continuous"/>'
    body = paragraph("a", f"<w:sectPr>{PAGE}</w:sectPr>") + paragraph("b")
    broken = body + paragraph("c", "<w:pageBreakBefore/>")
    assert obstacle(broken, section=columns) == "a page break in columns"


def test_columns_have_widths_of_their_own(bounds: Bounds, paragraph: Text) -> None:
    widths = '<w:cols w:num="2" w:equalWidth="0"><w:col w:w="2000"/><w:col w:w="{}"/></w:cols>'
    text = paragraph("mmmmmmmmmm nnnnnnnnnn")
    least, greatest, doubt = bounds(text, section=PAGE + widths.format(6000))
    assert (least, greatest, doubt) == (230, 460, "columns of different widths")
    assert bounds(text, section=PAGE + widths.format(2000)) == (460, 460, "")


def test_a_section_on_an_odd_page_may_skip_one(
    bounds: Bounds, paragraph: Text, short_page: Page
) -> None:
    ending = paragraph("a", f"<w:sectPr>{short_page(5)}</w:sectPr>")
    odd = PAGE + '<w:type w:val="oddPage"/>'
    least, greatest, doubt = bounds(ending + paragraph("b"), section=odd)
    assert (greatest - least, doubt) == (ROOM, "a section that begins on an odd or even page")


def test_borders_of_the_page_may_take_of_its_height(bounds: Bounds, paragraph: Text) -> None:
    borders = '<w:pgBorders><w:top w:sz="8" w:space="24"/></w:pgBorders>'
    lines = ROOM // 230
    least, greatest, doubt = bounds(paragraph("a") * lines, section=PAGE + borders)
    assert (least < ROOM < greatest, doubt) == (True, "a page border")


def test_endnotes_may_take_a_page(bounds: Bounds) -> None:
    body = '<w:p><w:r><w:endnoteReference w:id="1"/></w:r></w:p>'
    least, greatest, doubt = bounds(body)
    assert (greatest - least, doubt) == (ROOM, "an endnote")


def test_a_section_may_end_in_a_frame(bounds: Bounds, paragraph: Text, short_page: Page) -> None:
    ending = paragraph("a", f"<w:framePr/><w:sectPr>{short_page(5)}</w:sectPr>")
    assert bounds(ending + paragraph("b"))[:2] == (ROOM + 230, ROOM + 230)


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ("", (1, 9000, 9000)),
        ('<w:cols w:num="1" w:space="500"/>', (1, 9000, 9000)),
        ('<w:cols w:num="2" w:space="1000"/>', (2, 4000, 4000)),
        ('<w:cols w:num="3" w:space="750"/>', (3, 2500, 2500)),
        ('<w:cols w:num="2"/>', (2, 4140, 4140)),
        (
            '<w:cols w:num="2" w:equalWidth="0"><w:col w:w="3000"/><w:col w:w="5000"/></w:cols>',
            (2, 3000, 5000),
        ),
        ('<w:cols w:num="2" w:space="1000"><w:col w:w="3000"/></w:cols>', (2, 4000, 4000)),
        ('<w:cols w:num="2" w:space="1000" w:equalWidth="0"/>', (2, 4000, 4000)),
        (
            '<w:cols w:num="2" w:space="1000" w:equalWidth="0"><w:col w:w="9"/><w:col/></w:cols>',
            (2, 4000, 4000),
        ),
        ('<w:cols w:num="0"/>', (1, 9000, 9000)),
        ('<w:cols w:num="46" w:space="0"/>', (45, 200, 200)),
        ('<w:cols w:num="46"/>', (45, 20, 20)),
    ],
)
def test_columns_share_the_width_of_the_text(columns: str, expected: tuple[int, int, int]) -> None:
    (section,) = sections([], _body(columns))
    found = section.columns
    assert (found.count, found.least, found.greatest) == expected


@pytest.mark.parametrize(
    ("borders", "height"),
    [
        ("", 0),
        ('<w:top w:sz="8" w:space="24"/>', 500),
        ('<w:top w:sz="8" w:space="24"/><w:bottom w:sz="16" w:space="1"/>', 560),
        ('<w:left w:sz="8" w:space="24"/>', 0),
    ],
)
def test_borders_have_a_width_in_eighths_and_a_distance_in_points(
    borders: str, height: int
) -> None:
    (section,) = sections([], _body(f"<w:pgBorders>{borders}</w:pgBorders>"))
    assert section.borders == height


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("", (12240, 15840, 1440, 1440, 1440, 1440, 720, 720, 0)),
        ("<w:pgSz/><w:pgMar/>", (12240, 15840, 1440, 1440, 1440, 1440, 720, 720, 0)),
        (
            (
                '<w:pgSz w:w="1" w:h="2"/><w:pgMar w:top="3" w:bottom="4" w:left="5" w:right="6" '
                'w:header="7" w:footer="8" w:gutter="9"/>'
                '<w:docGrid w:type="lines" w:linePitch="10"/>'
            ),
            (1, 2, 3, 4, 14, 6, 7, 8, 10),
        ),
        ('<w:docGrid w:linePitch="9"/>', (12240, 15840, 1440, 1440, 1440, 1440, 720, 720, 0)),
    ],
)
def test_a_page_has_the_size_and_the_margins_that_are_said(
    said: str, expected: tuple[int, ...]
) -> None:
    body = etree.fromstring(f'<w:body xmlns:w="{_W}"><w:sectPr>{said}</w:sectPr></w:body>')
    (section,) = sections([], body)
    assert astuple(section.geometry) == expected


def test_a_section_fills_its_pages_unless_the_next_one_goes_on_there() -> None:
    ends = "".join(
        f"<w:p><w:pPr><w:sectPr>{kind}{title}</w:sectPr></w:pPr></w:p>"
        for kind, title in [("", ""), ('<w:type w:val="continuous"/>', "<w:titlePg/>")]
    )
    body = etree.fromstring(f'<w:body xmlns:w="{_W}">{ends}<w:sectPr/></w:body>')
    found = list(sections([SectionEnd(), SectionEnd(), SectionEnd()], body))
    assert [section.fills_pages for section in found] == [False, True, True]
    assert [section.starts_page for section in found] == [True, False, True]
    assert [section.title_page for section in found] == [False, True, False]
