from __future__ import annotations

from typing import TYPE_CHECKING

from tests.octavo.pages.measured import measure

from octavo.location import WordLocation
from octavo.ooxml import read_package
from octavo.pages import Galley, Verdict, cuts, fit, has_annex, without_annex

if TYPE_CHECKING:
    from collections.abc import Callable

    Make = Callable[..., bytes]
    Page = Callable[[int], str]
    Text = Callable[..., str]

STYLES = (
    '<w:style w:type="paragraph" w:styleId="A1"><w:name w:val="Annex"/>'
    "<w:pPr><w:pageBreakBefore/></w:pPr></w:style>"
)
BEGIN = '<w:pStyle w:val="A1"/>'


def test_pages_of_the_annex_do_not_count(docx: Make, paragraph: Text, short_page: Page) -> None:
    body = paragraph("a") * 3 + paragraph("x", BEGIN) + paragraph("y") * 20
    layout = measure(docx(body, styles=STYLES, section=short_page(5)))
    assert (layout.verdict, layout.pages, layout.fill) == (Verdict.FITS, 1, 0.6)


def test_what_stands_before_it_counts(docx: Make, paragraph: Text, short_page: Page) -> None:
    body = paragraph("a") * 8 + paragraph("x", BEGIN)
    layout = measure(docx(body, styles=STYLES, section=short_page(5)))
    assert (layout.verdict, layout.pages, layout.lines_over) == (Verdict.OVERFLOWS, 2, 3)


def test_a_style_of_that_name_is_asked_for(docx: Make, paragraph: Text, short_page: Page) -> None:
    other = STYLES.replace('"Annex"', '"Annexe"')
    body = paragraph("a") * 3 + paragraph("x", BEGIN)
    assert measure(docx(body, styles=other, section=short_page(5))).pages == 2


def test_a_document_that_is_all_annex_takes_a_page(docx: Make, paragraph: Text) -> None:
    assert measure(docx(paragraph("x", BEGIN), styles=STYLES)).pages == 1


def test_a_section_that_is_all_annex_takes_none(
    docx: Make, paragraph: Text, short_page: Page
) -> None:
    ended = paragraph("a", f"<w:sectPr>{short_page(5)}</w:sectPr>")
    body = ended + paragraph("x", BEGIN) + paragraph("y")
    document = docx(body, styles=STYLES, section=short_page(9))
    assert measure(document).pages == 1
    alone = without_annex(read_package(document, ""))
    text = alone.parts[alone.main].data.decode()
    assert text.count("<w:sectPr") == 1
    assert short_page(5).partition("/>")[0].rpartition(" ")[2] in text


def test_items_are_cut_from_what_counts(docx: Make, paragraph: Text, short_page: Page) -> None:
    body = paragraph("a") * 6 + paragraph("x", BEGIN)
    package = read_package(docx(body, styles=STYLES, section=short_page(5)), "")
    places = {n: [WordLocation("", "body", (("paragraph", n),))] for n in (1, 7)}
    found = cuts(Galley(package), places)
    assert (found[1].lines, found[7].lines) == (1, 0)


def test_fitting_serves_what_counts(docx: Make, paragraph: Text, short_page: Page) -> None:
    spaced = paragraph("a", '<w:spacing w:after="60"/>')
    document = docx(spaced * 5 + paragraph("x", BEGIN), styles=STYLES, section=short_page(6))
    fitted = fit(Galley(read_package(document, "")))
    assert fitted.fits
    assert [change.what for change in fitted.changes] == ["space between paragraphs"]
    assert has_annex(fitted.package)


def test_without_its_annex_a_document_ends_before_it(docx: Make, paragraph: Text) -> None:
    package = read_package(docx(paragraph("a") + paragraph("x", BEGIN), styles=STYLES), "")
    alone = without_annex(package)
    assert (has_annex(package), has_annex(alone)) == (True, False)
    text = alone.parts[alone.main].data.decode()
    assert ">a<" in text
    assert ">x<" not in text
    assert without_annex(alone) is alone
