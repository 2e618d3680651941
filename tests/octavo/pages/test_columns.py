from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

WORDS = "letters that take several lines where a cell is narrow " * 2


def test_a_cell_is_as_wide_as_its_columns(
    height: Callable[..., int], table: Callable[..., str], paragraph: Callable[..., str]
) -> None:
    narrow = height(table([[paragraph(WORDS), paragraph("b")]], widths=(1500, 3000)))
    wide = height(table([[paragraph(WORDS), paragraph("b")]], widths=(3000, 1500)))
    assert narrow > wide
    spanned = table(
        [[paragraph(WORDS)]], widths=(4500,), cells_inside={(0, 0): '<w:gridSpan w:val="1"/>'}
    )
    assert height(spanned) < wide


@pytest.mark.parametrize(
    ("grid", "construct"), [("2500", ""), ("0", "a table without column widths")]
)
def test_a_table_without_widths_is_not_measured(
    obstacle: Callable[..., str], table: Callable[..., str], paragraph: Callable[..., str],
    grid: str, construct: str,
) -> None:  # fmt: skip
    made = table([[paragraph("a")]]).replace('<w:tcW w:w="2500" w:type="dxa"/>', "")
    assert obstacle(made.replace('gridCol w:w="2500"', f'gridCol w:w="{grid}"')) == construct
