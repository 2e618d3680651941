"""What a template of Word's says besides values, conditions and loops: jumps, macros, filters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from octavo.ooxml import qn

if TYPE_CHECKING:
    from collections.abc import Callable

    P = Callable[..., str]
    Fill = Callable[..., Any]
    Refusal = Callable[..., list[str]]

TWO = {"xs": [1, 2, 3]}


@pytest.mark.parametrize(
    ("paragraphs", "body"),
    [
        (
            (
                "{%p for x in xs %}",
                "{%p if x == 3 %}",
                "{%p break %}",
                "{%p endif %}",
                "{{ x }}",
                "{%p endfor %}",
            ),
            ["1", "2"],
        ),
        (
            (
                "{% for x in xs %}",
                "{% if x == 2 %}{% continue %}{% endif %}",
                "{{ x }}",
                "{% endfor %}",
            ),
            ["1", "3"],
        ),
        (("{% for x in xs %}{% if x == 2 %}{% break %}{% endif %}{{ x }}{% endfor %}!",), ["1!"]),
        (("{% macro m(a) %}{{ a }} &amp; &lt;{% endmacro %}{{ m('&amp;') }}",), ["& & <"]),
        (("{% filter upper %}a &amp; {{ xs|first }}b{% endfilter %}",), ["A & 1B"]),
        (
            ("{% set n=namespace(t=0) %}{% for x in xs %}{% set n.t=n.t+x %}{% endfor %}={{n.t}}",),
            ["=6"],
        ),
    ],
)
def test_it_works_within_paragraphs_and_across(
    paragraphs: tuple[str, ...], body: list[str], fill: Fill, p: P
) -> None:
    assert fill("".join(map(p, paragraphs)), TWO).body == body


def test_a_jump_ends_a_loop_over_rows(fill: Fill, tbl: P) -> None:
    rows = [
        ["{%tr for x in xs %}"],
        ["{%tr if x == 2 %}"],
        ["{%tr break %}"],
        ["{%tr endif %}"],
        ["{{ x }}"],
        ["{%tr endfor %}"],
    ]
    assert fill(tbl(*rows), TWO).body == [[["1"]]]


def test_a_jump_stands_where_its_loop_does(refusal: Refusal, p: P) -> None:
    body = p("{% for x in xs %}") + p("a{% if x %}{% break %}{% endif %}") + p("{% endfor %}")
    assert "crosses the border" in refusal(body)[0]


@pytest.mark.parametrize("block", ["set x", "filter upper"])
def test_what_becomes_a_text_stands_in_one_paragraph(block: str, refusal: Refusal, p: P) -> None:
    end = block.split(maxsplit=1)[0]
    body = p(f"{{%p {block} %}}") + p("a") + p(f"{{%p end{end} %}}")
    assert "the block becomes a text" in refusal(body)[0]


CLAUSE = (
    "{# a remark #}{%p macro clause(who, n=1) %}",
    "{{ who }} {{ n }}",
    "{% if n > 1 %}",
    "many",
    "{% endif %}",
    "{%p endmacro %}",
)


def paragraphs(p: P, *texts: str) -> str:
    return "".join(map(p, texts))


def test_a_macro_of_paragraphs_stands_where_it_is_called(fill: Fill, p: P) -> None:
    calls = ("{{p clause('A &amp; B') }} ", "{% for x in xs %}", "{{ clause(x, x) }}")
    body = paragraphs(p, *CLAUSE, *calls, "{% endfor %}", "end")
    assert fill(body, {"xs": [1, 2]}).body == ["A & B 1", "1 1", "2 2", "many", "end"]


def test_a_macro_of_paragraphs_is_not_called_within_one(refusal: Refusal, p: P) -> None:
    (found,) = refusal(paragraphs(p, *CLAUSE, "see {{ clause(1) }}"))
    assert "whole paragraphs, and is called within one" in found
    (found,) = refusal(paragraphs(p, *CLAUSE, "see {{ clause(1)|upper }}"))
    assert "“clause” gives whole paragraphs, and stands within one" in found


def test_a_macro_of_rows_is_refused(refusal: Refusal, tbl: P) -> None:
    rows = [["{%tr macro row() %}"], ["a"], ["{%tr endmacro %}"], ["b"]]
    assert "the block becomes a text" in refusal(tbl(*rows))[0]
    rows = [["{% macro row() %}"], ["a"], ["{% endmacro %}"], ["b"]]
    assert "the block becomes a text" in refusal(tbl(*rows))[0]


def test_the_last_macro_of_a_name_counts(fill: Fill, p: P) -> None:
    body = paragraphs(p, *CLAUSE, "{% macro clause() %}text{% endmacro %}", "{{ clause() }}")
    assert fill(body).body == ["text"]


def test_a_macro_that_ends_with_a_table_keeps_apart_from_the_next(fill: Fill, p: P, tbl: P) -> None:
    macro = p("{%p macro t() %}") + tbl(["a"]) + p("{%p endmacro %}")
    body = macro + tbl(["b"]) + p("{{ t() }}") + p("{{ t() }}") + tbl(["c"]) + p("z")
    assert fill(body).body == [[["b"]], "", [["a"]], "", [["a"]], "", [["c"]], "z"]


def test_each_call_has_bookmarks_of_its_own(fill: Fill, p: P) -> None:
    marked = (
        '<w:bookmarkStart w:id="1" w:name="m"/><w:r><w:t>x</w:t></w:r><w:bookmarkEnd w:id="1"/>'
    )
    body = (
        p("{%p macro t() %}") + f"<w:p>{marked}</w:p>" + p("{%p endmacro %}") + p("{{ t() }}") * 2
    )
    names = [one.get(qn("w:name")) for one in fill(body).root.iter(qn("w:bookmarkStart"))]
    assert names == ["m", "m_2"]


def test_an_unknown_function_is_refused_at_its_tag(refusal: Refusal, p: P) -> None:
    assert (
        "body, paragraph 2: in “{{ f(1) }}”, it calls “f()”" in refusal(p("a") + p("{{ f(1) }}"))[0]
    )


def test_missing_names_are_told_where_they_may_be(compile_body: Callable[..., Any], p: P) -> None:
    program = compile_body(p("a{{ b }}") + p("{{ c.d|upper }}"))
    filled = program.fill({"c": {}}, missing="keep")
    assert [note.location.place for note in filled.notes] == [
        "body, paragraph 1",
        "body, paragraph 2",
    ]
