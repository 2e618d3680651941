from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import etree

from octavo.ooxml import qn
from octavo.word.labels import labels_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.octavo.word.conftest import Output


def cell(content: str, merge: str = "", span: int = 1) -> str:
    merged = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    return f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/>{merged}</w:tcPr>{content}</w:tc>'


def rows(*cells: str) -> str:
    return "".join(f"<w:tr>{one}</w:tr>" for one in cells)


def test_a_label_goes_down_its_column_as_far_as_it_is_merged() -> None:
    inner = rows(
        cell("", span=2) + cell("", "restart"),
        cell("") + cell("") + cell("", "continue"),
        cell("") + cell("", "continue") + cell(""),
    )
    table = etree.fromstring(f'<w:tbl xmlns:w="{qn("w:p")[1:-2]}">{inner}</w:tbl>')
    first, second, _ = table
    assert list(labels_of(first)) == [(first[1], (second[2],))]
    assert list(labels_of(second)) == []


@pytest.mark.parametrize("count", [1, 3])
def test_a_label_beside_a_loop_is_printed_in_its_first_row(
    fill: Callable[..., Output], p: Callable[..., str], count: int
) -> None:
    inner = rows(
        cell(p("Points"), "restart") + cell(p("{%tr for x in xs %}")),
        cell("<w:p/>", "continue") + cell(p("{{ x }}")),
        cell("<w:p/>", "continue") + cell(p("{%tr endfor %}")),
    )
    grid = "<w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>"
    body = f"<w:tbl><w:tblPr/>{grid}{inner}</w:tbl><w:p/>"
    output = fill(body, {"xs": ["a", "b", "c"][:count]})
    assert output.body[0] == [["Points", "a"], ["", "b"], ["", "c"]][:count]
    merges = [one.get(qn("w:val")) for one in output.root.iter(qn("w:vMerge"))]
    assert merges == ["restart", "continue", "continue"][:count]
