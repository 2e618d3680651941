from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.ooxml import read_package
from octavo.pages.document import Document
from octavo.pages.reading import TextOptions
from octavo.pages.rows import column
from octavo.pages.story import StoryReader

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


def test_what_stands_in_a_column_has_its_place_below_what_is_above(
    docx: Callable[..., bytes], paragraph: Text, table: Grid
) -> None:
    framed = '<w:pBdr><w:top w:val="single" w:sz="8" w:space="3"/></w:pBdr>'
    rows = table([[paragraph("b") * 2], [paragraph("c")]])
    body = paragraph("a", framed + '<w:spacing w:before="50" w:after="70"/>') + rows
    document = Document(read_package(docx(body + paragraph("d")), "a.docx"))
    blocks = StoryReader(document.styles, document.numbering, {}).blocks(document.body)
    content = column(blocks, 5000, TextOptions())
    first = 50 + 20 + 60
    tops = [first, first + LINE + 70, first + 3 * LINE + 70, first + 4 * LINE + 70]
    ends = [first + LINE, *tops[2:], first + 5 * LINE + 70]
    assert [line.top for line in content.lines] == tops
    assert [line.bottom for line in content.lines] == ends
    assert content.height == ends[-1]
