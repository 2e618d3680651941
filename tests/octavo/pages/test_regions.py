"""Which region wins was found by asking LibreOffice 7.4 for the size of the type in each cell."""

from __future__ import annotations

import pytest
from lxml import etree

from octavo.ooxml import CellPosition, shown_parts
from octavo.pages.styles import regions
from octavo.pages.tables import _UNSAID
from octavo.pages.tags import W


def _look(**attributes: str) -> etree._Element:
    return etree.Element(W + "tblLook", {W + name: text for name, text in attributes.items()})


@pytest.mark.parametrize(
    ("look", "shown"),
    [
        (None, {"firstRow", "firstColumn", "noVBand"}),
        (_look(val="04A0"), {"firstRow", "firstColumn", "noVBand"}),
        (_look(val="0000", firstRow="1"), set()),
        (_look(firstRow="1", noHBand="on"), {"firstRow", "noHBand"}),
        (_look(val="none"), set()),
        (_look(val="0020"), {"firstRow"}),
        (_look(val="0040"), {"lastRow"}),
        (_look(val="0080"), {"firstColumn"}),
        (_look(val="0100"), {"lastColumn"}),
        (_look(val="0600"), {"noHBand", "noVBand"}),
    ],
)
def test_the_look_says_what_is_shown(look: etree._Element | None, shown: set[str]) -> None:
    assert shown_parts(look, _UNSAID, named_first=False) == shown


@pytest.mark.parametrize(
    ("row", "cell", "shown", "expected"),
    [
        (0, 0, {"firstRow", "firstColumn", "noVBand"}, ("firstCol", "firstRow")),
        (1, 0, {"firstRow", "firstColumn", "noVBand"}, ("band1Horz", "firstCol")),
        (2, 1, {"firstRow", "firstColumn", "noVBand"}, ("band2Horz",)),
        (3, 2, {"lastRow", "lastColumn", "noHBand", "noVBand"}, ("lastCol", "lastRow")),
        (1, 1, set(), ("band2Horz", "band2Vert")),
        (0, 0, {"firstColumn", "noHBand"}, ("firstCol",)),
    ],
)
def test_a_cell_lies_in_regions(
    row: int, cell: int, shown: set[str], expected: tuple[str, ...]
) -> None:
    found = regions(CellPosition(row, 4, cell, 3), frozenset(shown), 1, 1)
    assert found == ("wholeTable", *expected)


@pytest.mark.parametrize(
    ("size", "bands"), [(0, "121212"), (1, "121212"), (2, "112211"), (3, "111222")]
)
def test_bands_are_so_many_rows_high(size: int, bands: str) -> None:
    found = [
        regions(CellPosition(row, 9, 1, 3), frozenset({"noVBand"}), size, 1) for row in range(6)
    ]
    assert found == [("wholeTable", f"band{band}Horz") for band in bands]
