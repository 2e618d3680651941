"""docxtpl's cell tags, and the grids of tables whose columns the data decides."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from octavo.ooxml import NAMESPACES, qn

if TYPE_CHECKING:
    from lxml import etree

P = Callable[..., str]
Fill = Callable[..., Any]
Refusal = Callable[..., list[str]]


def widths(root: etree._Element, name: str) -> list[int]:
    return [int(one.get(qn("w:w")) or 0) for one in root.iter(qn(name))]


def test_cellbg_shades_each_cell_of_a_loop(fill: Fill, tbl: P) -> None:
    rows = tbl(["{%tr for i in xs %}"], ["{% cellbg i.c %}{{ i.n }}"], ["{%tr endfor %}"])
    output = fill(rows, {"xs": [{"c": "#ff0000", "n": "r"}, {"c": "00FF00", "n": "g"}]})
    fills = [one.get(qn("w:fill")) for one in output.root.iter(qn("w:shd"))]
    assert (output.body, fills) == ([[["r"], ["g"]]], ["FF0000", "00FF00"])


def test_a_cell_without_properties_gets_them(fill: Fill, p: P) -> None:
    body = (
        f"<w:tbl><w:tblPr/><w:tr><w:tc>{p('{% cellbg c %}a')}</w:tc></w:tr>"
        f"<w:tr><w:tc><w:tcPr><w:cnfStyle/><w:shd/><w:x/></w:tcPr>{p('{% cellbg c %}a')}"
        "</w:tc></w:tr></w:tbl>"
    )
    assert fill(body, {"c": "00ff00"}).xml().count('w:fill="00FF00"') == 2


@pytest.mark.parametrize(
    ("tag", "value", "words"),
    [
        ("{% cellbg c %}", "red", "“red” is not a colour"),
        ("{% colspan c %}", "many", "“many” is not a number of columns"),
        ("{% colspan c %}", 99, "“99” is not a number of columns"),
        ("{% cellbg %}", "", "the tag is empty"),
    ],
)
def test_a_cell_tag_with_a_wrong_value_is_refused(
    tag: str, value: object, words: str, refusal: Refusal, tbl: P
) -> None:
    assert words in refusal(tbl([f"{tag}x"]), {"c": value})[0]


def test_a_cell_tag_outside_of_a_cell_is_refused(refusal: Refusal, p: P) -> None:
    assert "“vm” stands in no table cell" in refusal(p("{% vm %}x"))[0]
    assert (
        "“cellbg” has no meaning in an attribute"
        in refusal(
            '<w:p><w:r><w:drawing><wp:docPr id="1" descr="{% cellbg c %}"/></w:drawing></w:r></w:p>'
        )[0]
    )


@pytest.mark.parametrize("value", ["", None, "auto"])
def test_a_cell_without_a_colour_has_words_own(value: object, fill: Fill, tbl: P) -> None:
    assert 'w:fill="auto"' in fill(tbl(["{% cellbg c %}x"]), {"c": value}).xml()


def test_a_cell_tag_in_a_block_of_its_cell_is_refused(refusal: Refusal, fill: Fill, tbl: P) -> None:
    found = refusal(tbl(["{% if x %}{% cellbg 'FF0000' %}{% endif %}x", "{% if x %}{% endif %}"]))
    said = "“cellbg” is for the whole cell, and stands in a block within it; let its value decide:"
    assert [said in one for one in found] == [True]
    row = tbl(["{%tr for x in xs %}{% cellbg x %}x{%tr endfor %}"])
    assert fill(row, {"xs": ["FF0000", ""]}).body == [[["x"], ["x"]]]


@pytest.mark.parametrize("word", ["vm", "hm"])
def test_cells_are_joined_in_a_loop_only(word: str, refusal: Refusal, tbl: P) -> None:
    body = tbl(["{%tr if x %}"], [f"{{% {word} %}}x"], ["{%tr endif %}"])
    said = f"“{word}” joins the cells of a loop, and stands in none"
    assert [said in one for one in refusal(body, {"x": 1})] == [True]


def test_vm_merges_down_and_keeps_the_first(fill: Fill, tbl: P) -> None:
    rows = tbl(["{%tr for i in xs %}", ""], ["{% vm %}Group", "{{ i }}"], ["{%tr endfor %}", ""])
    output = fill(rows, {"xs": ["a", "b"]})
    merges = [one.get(qn("w:val")) for one in output.root.iter(qn("w:vMerge"))]
    assert output.body == [[["Group", "a"], ["", "b"]]]
    assert merges == ["restart", "continue"]


def test_hm_merges_across(fill: Fill, tbl: P) -> None:
    rows = tbl(
        ["{%tc for i in xs %}", "{% hm %}Title", "{%tc endfor %}"],
        ["{%tc for i in xs %}", "{{ i }}", "{%tc endfor %}"],
    )
    output = fill(rows, {"xs": ["a", "b"]})
    assert output.body == [[["Title"], ["a", "b"]]]
    assert [one.get(qn("w:val")) for one in output.root.iter(qn("w:gridSpan"))] == ["2"]
    assert widths(output.root, "w:gridCol") == [3600, 3600]


@pytest.mark.parametrize("count", [1, 2, 4, 7])
def test_grid_and_cells_share_the_width_of_the_table(count: int, fill: Fill, tbl: P) -> None:
    row = ["N", "{%tc for i in xs %}", "{{ i }}", "{%tc endfor %}"]
    output = fill(tbl(row, row), {"xs": list(range(count))})
    assert len(widths(output.root, "w:gridCol")) == count + 1
    assert sum(widths(output.root, "w:gridCol")) == 9600
    assert sum(widths(output.root, "w:tcW")) == 2 * 9600


def test_a_cell_that_says_no_width_is_given_none(fill: Fill, tbl: P) -> None:
    table = tbl(["{%tc for i in xs %}", "{{ i }}", "{%tc endfor %}"])
    properties = '<w:tcPr><w:tcW w:w="2400" w:type="dxa"/></w:tcPr>'
    output = fill(table.replace(properties, ""), {"xs": [1, 2]})
    assert widths(output.root, "w:gridCol") == [3600, 3600]
    assert widths(output.root, "w:tcW") == []


def test_a_table_without_a_grid_is_left_as_it_is(fill: Fill, p: P) -> None:
    cells = "".join(
        f"<w:tc>{p(text)}</w:tc>" for text in ("{%tc for i in xs %}", "{{ i }}", "{%tc endfor %}")
    )
    body = f"<w:tbl><w:tblPr/><w:tr>{cells}</w:tr></w:tbl>"
    assert fill(body, {"xs": [1, 2]}).body == [[["1", "2"]]]


def test_a_row_that_loses_all_its_cells_goes(fill: Fill, tbl: P) -> None:
    row = ["{%tc for i in xs %}", "{{ i }}", "{%tc endfor %}"]
    assert fill(tbl(["a", "b", "c"], row), {"xs": []}).body == [[["a", "b", "c"]]]
    assert fill(tbl(row), {"xs": []}).body == []


def test_a_grid_leaves_no_text_of_its_own(fill: Fill, tbl: P) -> None:
    row = ["{%tc for x in xs %}", "{{ x }}", "{%tc endfor %}"]
    output = fill(tbl(row, ["a", "b", "c"]), {"xs": [1, 2, 3, 4]})
    letters = output.root.xpath("//text()[not(parent::w:t)]", namespaces=NAMESPACES)
    assert letters == []


def test_a_cell_that_spans_columns_keeps_them(fill: Fill, p: P, tbl: P) -> None:
    row = ["{%tc for x in xs %}", "{{ x }}", "{%tc endfor %}"]
    span = f'<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{p("wide")}</w:tc>'
    body = tbl(row).replace("</w:tbl>", f"<w:tr>{span}</w:tr></w:tbl>")
    output = fill(body, {"xs": [1, 2, 3, 4]})
    assert len(widths(output.root, "w:gridCol")) == 4
    assert [one.get(qn("w:val")) for one in output.root.iter(qn("w:gridSpan"))] == ["2"]
    wide = fill(body, {"xs": []})
    assert len(widths(wide.root, "w:gridCol")) == 2
