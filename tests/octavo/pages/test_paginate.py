from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from octavo.ooxml import read_package
from octavo.pages.document import Document
from octavo.pages.paginate import Paginator

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def paginator(
    docx: Callable[..., bytes], short_page: Callable[[int], str]
) -> Callable[..., Paginator]:
    def make(body: str) -> Paginator:
        return Paginator(Document(read_package(docx(body, section=short_page(5)), "a.docx")))

    return make


def test_every_line_stands_on_its_page(
    paginator: Callable[..., Paginator], paragraph: Callable[..., str]
) -> None:
    result = paginator(paragraph("a") * 7).paginate()
    assert (result.pages, round(result.fill, 2)) == (2, 0.4)
    assert [placed.page for placed in result.placed] == [1] * 5 + [2] * 2


def test_it_ends_once_it_is_beyond_the_limit(
    paginator: Callable[..., Paginator], paragraph: Callable[..., str]
) -> None:
    made = paginator(paragraph("a") * 60)
    assert made.paginate().pages == 12
    assert made.paginate(limit=1).pages < 4


def test_pages_that_are_higher_hold_more(
    paginator: Callable[..., Paginator], paragraph: Callable[..., str]
) -> None:
    made = paginator(paragraph("a") * 6)
    assert [made.paginate(spare=spare).pages for spare in (0, 230)] == [2, 1]
