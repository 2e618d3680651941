from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from octavo.ooxml import qn

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.octavo.word.conftest import Output

TABLE = ["{%tc for x in xs %}", "{{ x }}", "{%tc endfor %}"]


@pytest.mark.parametrize("count", [1, 2, 4])
def test_columns_that_the_data_decides_share_the_width_of_their_table(
    fill: Callable[..., Output], tbl: Callable[..., str], count: int
) -> None:
    root = fill(tbl(TABLE) + "<w:p/>", {"xs": list(range(count))}).root
    grid = [int(one.get(qn("w:w")) or 0) for one in root.iter(qn("w:gridCol"))]
    cells = [int(one.get(qn("w:w")) or 0) for one in root.iter(qn("w:tcW"))]
    assert grid == cells == [7200 // count] * count


def test_a_row_has_only_so_many_columns_as_word_shows(
    refusal: Callable[..., list[str]], tbl: Callable[..., str]
) -> None:
    (told,) = refusal(tbl(TABLE) + "<w:p/>", {"xs": list(range(64))})
    assert "a row has 64 columns, and Word shows 63" in told


def test_a_row_beyond_the_grid_of_the_template_widens_it(fill: Callable[..., Output]) -> None:
    cell = "<w:tc>{}<w:p><w:r><w:t>{{{{ x }}}}</w:t></w:r></w:p></w:tc>"
    wide = cell.format('<w:tcPr><w:gridSpan w:val="3"/></w:tcPr>')
    grid = '<w:tblGrid><w:gridCol w:w="900"/></w:tblGrid>'
    table = f"<w:tbl><w:tblPr/>{grid}<w:tr>{cell.format('')}{wide}</w:tr></w:tbl><w:p/>"
    columns = fill(table, {"x": "a"}).root.iter(qn("w:gridCol"))
    assert [one.get(qn("w:w")) for one in columns] == ["900"] * 4
