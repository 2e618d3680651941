from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from octavo.ooxml import read_package
from octavo.pages.cutting import Omission
from octavo.pages.document import Document
from octavo.pages.paginate import Paginator
from octavo.pages.tags import W

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("gone", "lines"),
    [([], 3), (["p", 0], 2), (["tr", 0], 2), (["tbl", 0], 1), (["p", 1], 3)],
)
def test_what_goes_takes_its_room_with_it_but_a_cell_keeps_a_paragraph(
    docx: Callable[..., bytes], table: Callable[..., str], paragraph: Callable[..., str],
    short_page: Callable[[int], str], gone: list[str | int], lines: int,
) -> None:  # fmt: skip
    rows = table([[paragraph("b")], [paragraph("c")]])
    made = docx(paragraph("a") + rows, section=short_page(10))
    document = Document(read_package(made, "a.docx"))
    found = [list(document.body.iter(W + str(gone[0])))[int(gone[1])]] if gone else []
    laid = Paginator(document).revised(Omission(document.reading, found)).paginate()
    assert round(laid.fill * 10) == lines


@pytest.mark.parametrize("header", [1, 3])
def test_what_goes_of_the_text_stays_in_a_header(
    docx: Callable[..., bytes],
    paragraph: Callable[..., str],
    short_page: Callable[[int], str],
    header: int,
) -> None:
    section = '<w:headerReference w:type="default" r:id="header1"/>' + short_page(10)
    parts = {"header1": paragraph("h") * header}
    made = docx(paragraph("a") * 2, section=section, parts=parts)
    document = Document(read_package(made, "a.docx"))
    whole = Paginator(document)
    less = whole.revised(Omission(document.reading, [document.body[0]]))
    assert less.paginate().fill == pytest.approx(whole.paginate().fill / 2)
