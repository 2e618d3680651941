from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    Height = Callable[..., int]
    Text = Callable[..., str]
    Grid = Callable[..., str]


LINE = 230


def test_a_merged_cell_stretches_its_last_row(height: Height, paragraph: Text, table: Grid) -> None:
    merged = {(0, 0): '<w:vMerge w:val="restart"/>', (1, 0): "<w:vMerge/>"}
    rows = [[paragraph("a") * 3, paragraph("b")], [paragraph(), paragraph("c")]]
    widths = (2500, 2500)
    assert height(table(rows, widths=widths, cells_inside=merged)) == 3 * LINE
    low = [[paragraph("a"), paragraph("b")], [paragraph(), paragraph("c")]]
    assert height(table(low, widths=widths, cells_inside=merged)) == 2 * LINE
    fixed = ("", '<w:trHeight w:val="250" w:hRule="exact"/>')
    body = table(rows, widths=widths, cells_inside=merged, rows_inside=fixed)
    assert height(body) == LINE + 250
