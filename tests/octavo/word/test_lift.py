"""Tags that take their paragraph, row or cell with them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

P = Callable[..., str]
Fill = Callable[..., Any]
Refusal = Callable[..., list[str]]


def test_a_lone_remark_takes_its_paragraph_with_it(fill: Fill, p: P) -> None:
    assert fill(p("{#p hidden #}") + p("{# alone #}") + p("x")).body == ["x"]


def test_a_name_set_in_a_lone_paragraph_holds_from_there_on(fill: Fill, p: P) -> None:
    body = p("{% set a = 3 %}") + p("{%p if a %}") + p("{% set b = 7 %}") + p("{%p endif %}")
    assert fill(body + p("{{ a + b }}")).body == ["10"]


def test_paragraph_tags_around_the_text_of_one_paragraph_repeat_it(fill: Fill, p: P) -> None:
    body = p("{%p for x in xs %}{{ x }}{%p endfor %}") + p("{%p if a %}A{%p else %}B{%p endif %}")
    assert fill(body, {"xs": [1, 2], "a": 0}).body == ["1", "2", "B"]
    assert fill(body, {"xs": [], "a": 1}).body == ["A"]


def test_a_stray_sign_beside_a_paragraph_tag_is_left_out_with_a_warning(
    compile_body: Callable[..., Any], fill: Fill, p: P
) -> None:
    body = p("{%p if a %}") + p("A") + p("{%p endif %}}")
    assert fill(body, {"a": 1}).body == ["A"]
    (warning,) = compile_body(body).warnings
    assert warning.rule == "text-left-out"
    assert warning.message.endswith("the text beside it in its paragraph is left out")


def test_a_row_tag_with_a_brace_too_many_works(fill: Fill, tbl: P) -> None:
    rows = tbl(["{{%tr for x in xs %}}", ""], ["{{ x }}", "."], ["{{%tr endfor %}}", ""])
    assert fill(rows, {"xs": ["a", "b"]}).body == [[["a", "."], ["b", "."]]]


def test_a_prefix_where_it_has_no_meaning_is_refused(refusal: Refusal, p: P) -> None:
    assert refusal(p("{%tr for x in xs %}") + p("{%tr endfor %}"))[0].endswith(
        "“tr” stands in no table row; write it without “tr”"
    )


def test_a_block_that_mixes_prefixes_names_both_tags(refusal: Refusal, tbl: P) -> None:
    found = refusal(tbl(["{%tr for x in xs %}"], ["{{ x }}"], ["{% endfor %}"]))
    assert "“{% endfor %}” (body, table 1, row 3, cell 1, paragraph 1)" in found[0]


def test_a_block_across_cells_is_refused(refusal: Refusal, tbl: P) -> None:
    (found,) = refusal(tbl(["{% for x in xs %}x", "y{% endfor %}"]))
    assert "crosses the border" in found
    assert (
        "put “{%tr … %}” tags into rows of their own above and below it; to repeat cells" in found
    )


def test_rows_have_branches_and_stand_within_one_another(fill: Fill, tbl: P) -> None:
    rows = tbl(
        ["{%tr for g in gs %}", ""],
        ["{{ g.n }}", ""],
        ["{%tr for i in g.xs %}", ""],
        ["", "{{ loop.index }}{{ i }}"],
        ["{%tr else %}", ""],
        ["", "none"],
        ["{%tr endfor %}", ""],
        ["{%tr endfor %}", ""],
    )
    groups = [{"n": "A", "xs": ["a", "b"]}, {"n": "B", "xs": []}]
    assert fill(rows, {"gs": groups}).body == [
        [["A", ""], ["", "1a"], ["", "2b"], ["B", ""], ["", "none"]],
    ]


def test_plain_tags_alone_in_a_row_take_it_with_them(fill: Fill, tbl: P) -> None:
    rows = tbl(["H", "Q"], ["{% for i in xs %}", ""], ["{{ i }}", "."], ["{% endfor %}", ""])
    assert fill(rows, {"xs": ["a", "b"]}).body == [[["H", "Q"], ["a", "."], ["b", "."]]]


def test_a_whole_block_in_a_cell_leaves_its_row_alone(fill: Fill, p: P, tbl: P) -> None:
    rows = tbl([p("{% if x %}") + p("{% endif %}"), ""])
    assert fill(rows, {"x": 1}).body == [[["", ""]]]


def test_text_beside_a_row_tag_is_left_out_with_a_warning(
    compile_body: Callable[..., Any], tbl: P
) -> None:
    program = compile_body(
        tbl(["{%tr for x in xs %}", "lost"], ["{{ x }}", ""], ["{%tr endfor %}", ""])
    )
    (warning,) = program.warnings
    assert (warning.rule, warning.level) == ("text-left-out", "warning")


def test_cells_repeat(fill: Fill, tbl: P) -> None:
    row = tbl(["N", "{%tc for y in ys %}", "{{ y }}", "{%tc endfor %}"])
    assert fill(row, {"ys": [1, 2, 3]}).body == [[["N", "1", "2", "3"]]]


def test_a_section_break_in_the_paragraph_of_a_tag_is_kept(fill: Fill, p: P) -> None:
    section = "<w:pPr><w:sectPr/></w:pPr>"
    body = p("{%p if x %}", section) + p("a") + p("{%p endif %}", section) + p("b")
    for value, expected in ((0, ["", "", "b"]), (1, ["", "a", "", "b"])):
        output = fill(body, {"x": value})
        assert output.body == expected
        assert output.xml().count("<w:sectPr") == 3


def test_bookmarks_in_the_paragraph_of_a_tag_are_kept(fill: Fill, p: P) -> None:
    body = (
        '<w:p><w:bookmarkStart w:id="3" w:name="b"/><w:r><w:t>{%p if x %}</w:t></w:r></w:p>'
        + p("t")
        + '<w:p><w:bookmarkEnd w:id="3"/><w:r><w:t>{%p endif %}</w:t></w:r></w:p>'
    )
    xml = fill(body, {"x": 1}).xml()
    assert (xml.count("bookmarkStart"), xml.count("bookmarkEnd")) == (1, 1)


def test_a_bookmark_that_begins_in_the_row_of_a_tag_goes_whole(fill: Fill, p: P, tbl: P) -> None:
    cell = '<w:p><w:bookmarkStart w:id="3" w:name="b"/><w:r><w:t>{%tr if x %}</w:t></w:r></w:p>'
    body = tbl([cell], ["a"], ["{%tr endif %}"]) + '<w:p><w:bookmarkEnd w:id="3"/></w:p>'
    assert "bookmark" not in fill(body + p("z"), {"x": 1}).xml()
