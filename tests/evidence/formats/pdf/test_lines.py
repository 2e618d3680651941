from __future__ import annotations

from typing import TYPE_CHECKING

from pypdfium2 import PdfDocument

from bluf.evidence.formats.pdf.lines import read_lines, turning

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.evidence.formats.conftest import MakePdf, Shown


def lines(make_pdf: MakePdf, page: Sequence[Shown]) -> list[str]:
    document = PdfDocument(make_pdf(page))
    opened = document[0]
    text = opened.get_textpage()
    return [line.text.strip() for line in read_lines(opened.raw, text.raw)]


def test_each_line_of_a_page_is_read(make_pdf: MakePdf) -> None:
    page = [(70, 700, "the cost is"), (70, 688, "shared by two")]
    assert lines(make_pdf, page) == ["the cost is", "shared by two"]


def test_a_gap_that_may_part_columns_parts_a_line(make_pdf: MakePdf) -> None:
    page = [(70, 700, "the left one"), (300, 700, "the right one")]
    assert lines(make_pdf, page) == ["the left one", "the right one"]


def test_a_page_that_is_not_turned_needs_no_turning(make_pdf: MakePdf) -> None:
    document = PdfDocument(make_pdf([(70, 700, "words")]))
    opened = document[0]
    assert turning(opened.raw) is None
    opened.set_rotation(180)
    turned = turning(opened.raw)
    assert turned is not None
    assert turned(turned((10, 20, 30, 40))) == (10, 20, 30, 40)
