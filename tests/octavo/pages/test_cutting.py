from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from octavo.location import WordLocation
from octavo.ooxml import read_package
from octavo.pages import Cut, Galley, cuts
from octavo.pages.reading import Unmeasurable

if TYPE_CHECKING:
    from collections.abc import Callable

    Grid = Callable[..., str]
    Make = Callable[..., bytes]
    Page = Callable[[int], str]
    Text = Callable[..., str]


def _place(*steps: tuple[str, int]) -> WordLocation:
    return WordLocation("", "body", steps)


def test_an_item_frees_its_lines(
    docx: Make, paragraph: Text, table: Grid, short_page: Page
) -> None:
    two = "<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r></w:p>"
    rows = table([[paragraph("x")], [paragraph("y") * 2]])
    # without one line the page is full to the last twip, which is too close to call
    package = read_package(docx(paragraph("a") + two + rows, section=short_page(5)), "")
    items = {
        "first": [_place(("paragraph", 1))],
        "second": [_place(("paragraph", 2))],
        "row": [_place(("table", 1), ("row", 2))],
        "both": [_place(("paragraph", 1)), _place(("table", 1))],
        "inner": [_place(("table", 1), ("row", 2), ("cell", 1), ("paragraph", 2))],
        "all inner": [_place(("table", 1), ("row", 1), ("cell", 1), ("paragraph", 1))],
        "nothing": [_place(("paragraph", 9)), _place(("text box", 1)), _place()],
        "rows": [_place(("table", 1), ("row", 1)), _place(("table", 1), ("row", 2))],
        "gone": [_place(("paragraph", 9), ("row", 1))],
    }
    assert cuts(Galley(package), items) == {
        "first": Cut(1, fits=False),
        "second": Cut(2, fits=True),
        "row": Cut(2, fits=True),
        "both": Cut(4, fits=True),
        "inner": Cut(1, fits=False),
        "all inner": Cut(0, fits=False),
        "nothing": Cut(0, fits=False),
        "rows": Cut(3, fits=True),
        "gone": Cut(0, fits=False),
    }


def test_what_is_not_measured_cannot_be_cut(docx: Make, paragraph: Text) -> None:
    package = read_package(docx(paragraph("a", '<w:textDirection w:val="tbRl"/>')), "")
    with pytest.raises(Unmeasurable, match="turned text"):
        cuts(Galley(package), {})


def test_a_cell_of_a_table_alone_stays_empty(docx: Make, paragraph: Text, table: Grid) -> None:
    package = read_package(docx(table([[table([[paragraph("x")]])]])), "")
    inner = _place(("table", 1), ("row", 1), ("cell", 1), ("table", 1))
    assert cuts(Galley(package), {1: [inner]}) == {1: Cut(1, fits=True)}
