from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import etree

from octavo.ooxml import read_package, write_package
from octavo.pages import Bounds, Galley, Verdict, fit

if TYPE_CHECKING:
    from collections.abc import Callable

    from octavo.pages import LaidOut

    Grid = Callable[..., str]
    Make = Callable[..., bytes]
    Page = Callable[[int], str]
    Text = Callable[..., str]


def _fit(docx: bytes, **bounds: float) -> LaidOut:
    return fit(Galley(read_package(docx, "brief.docx")), bounds=Bounds(**bounds))


def _said(result: LaidOut) -> list[str]:
    return [str(change) for change in result.changes]


def test_what_fits_is_given_back_as_it_was(docx: Make, paragraph: Text) -> None:
    package = read_package(docx(paragraph("a")), "")
    result = fit(Galley(package))
    assert result.package is package
    assert result.fits
    assert result.changes == ()


def test_what_cannot_be_measured_is_given_back_as_it_was(docx: Make, paragraph: Text) -> None:
    package = read_package(docx(paragraph("a", '<w:textDirection w:val="tbRl"/>')), "")
    result = fit(Galley(package))
    assert result.package is package
    assert result.layout.verdict is Verdict.CANNOT_TELL


def test_space_between_paragraphs_goes_first(docx: Make, paragraph: Text, short_page: Page) -> None:
    spaced = paragraph(
        "a", '<w:spacing w:before="0" w:after="100" w:line="240"/>', '<w:spacing w:val="10"/>'
    )
    file = docx(spaced * 9, section=short_page(12))
    result = _fit(file)
    assert _said(result) == ["space between paragraphs 100 % → 85 %"]
    assert result.fits
    before = read_package(file, "").parts["word/document.xml"].data
    after = result.package.parts["word/document.xml"].data
    assert _canonical(after) == _canonical(before.replace(b'w:after="100"', b'w:after="85"'))


def _canonical(part: bytes) -> bytes:
    return etree.tostring(etree.fromstring(part), method="c14n")


def test_padding_of_cells_comes_second(
    docx: Make, paragraph: Text, table: Grid, short_page: Page
) -> None:
    padding = (
        '<w:tblCellMar><w:top w:w="100"/><w:left w:w="50"/><w:bottom w:w="100"/></w:tblCellMar>'
    )
    file = docx(table([[paragraph("a")]] * 5, inside=padding), section=short_page(8))
    assert _said(_fit(file)) == ["padding of table cells 100 % → 65 %"]


def _wide_page(top: int, side: int) -> str:
    return (
        f'<w:pgSz w:w="11906" w:h="{2 * top + 2300}"/><w:pgMar w:top="{top}" w:bottom="{top}" '
        f'w:left="{side}" w:right="{side}" w:header="0" w:footer="0"/>'
    )


def test_margins_come_third_and_keep_their_bound(docx: Make, paragraph: Text) -> None:
    page = _wide_page(1440, 1440)
    file = docx(paragraph("a") * 11, section=page)
    assert _said(_fit(file)) == ["top and bottom margins 25 mm → 23 mm"]
    assert not _fit(file, least_margin_mm=25).fits
    lower = page.replace('w:bottom="1440"', 'w:bottom="1000"').replace("5180", "4740")
    assert _said(_fit(docx(paragraph("a") * 11, section=lower)))


def test_side_margins_stay_where_a_table_has_a_fixed_width(
    docx: Make, paragraph: Text, table: Grid
) -> None:
    words = paragraph("mmmm " * 50)
    page = _wide_page(1077, 2268)
    assert _said(_fit(docx(words * 2, section=page))) == ["side margins 40 mm → 22 mm"]
    body = words * 2 + table([[paragraph("a")]])
    assert not _fit(docx(body, section=page), least_body_pt=10).fits


def test_type_goes_last_and_keeps_its_bounds(docx: Make, paragraph: Text, short_page: Page) -> None:
    note = paragraph("n", "", '<w:sz w:val="18"/>')
    file = docx(paragraph("a") * 10 + note, section=short_page(11), size=22)
    result = _fit(file, least_margin_mm=20.1)
    assert _said(result) == ["type size 11 pt → 10 pt"]
    assert b'w:sz w:val="20"' in result.package.parts["word/styles.xml"].data
    kept = result.package.parts["word/document.xml"].data
    assert b'w:sz w:val="18"' in kept


def test_notes_shrink_where_the_text_is_as_small_as_it_may_be(
    docx: Make, paragraph: Text, short_page: Page
) -> None:
    notes = paragraph("n", "", '<w:sz w:val="19"/>') * 20
    large = paragraph("l", "", '<w:sz w:val="24"/>')
    file = docx(paragraph("a") * 2 + large + notes, section=short_page(22), size=20)
    result = _fit(file, least_margin_mm=20.1)
    assert _said(result) == ["type size 12 pt → 11.5 pt", "type size 9.5 pt → 9 pt"]


def test_dials_add_up_and_what_does_not_fit_stays_as_it_was(
    docx: Make, paragraph: Text, short_page: Page
) -> None:
    spaced = paragraph("a", '<w:spacing w:after="20"/>')
    file = docx(spaced * 10, section=short_page(11), size=24)
    assert _said(_fit(file, least_margin_mm=20.1)) == [
        "space between paragraphs 100 % → 50 %",
        "type size 12 pt → 10.5 pt",
    ]
    long = docx(spaced * 40, section=short_page(11), size=24)
    result = _fit(long)
    assert write_package(result.package) == write_package(read_package(long, ""))
    assert not result.fits
    assert result.changes == ()


def test_the_same_document_gives_the_same_bytes(
    docx: Make, paragraph: Text, short_page: Page
) -> None:
    file = docx(paragraph("a") * 10, section=short_page(9), size=22)
    assert write_package(_fit(file).package) == write_package(_fit(file).package)


@pytest.mark.parametrize("limit", [1, 2])
def test_a_limit_of_pages_is_kept(
    docx: Make, paragraph: Text, short_page: Page, limit: int
) -> None:
    file = docx(paragraph("a") * (10 * limit + 1), section=short_page(11), size=22)
    result = fit(Galley(read_package(file, "")), limit=limit)
    assert result.fits
    assert result.layout.pages == limit
