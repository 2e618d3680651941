from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Fill = Callable[..., Any]
P = Callable[..., str]


Refusal = Callable[..., list[str]]


SECTION = "<w:pPr><w:sectPr/></w:pPr>"


def test_smart_tags_protected_ranges_and_paragraph_ids_do_not_travel(fill: Fill) -> None:
    body = (
        '<w:p w14:paraId="00000001"><w:permStart w:id="1"/><w:smartTag><w:smartTagPr/>'
        '<w:r><w:t>{{ x }}</w:t></w:r></w:smartTag><w:permEnd w:id="1"/></w:p>'
    )
    output = fill(body, {"x": "a"})
    assert output.body == ["a"]
    assert not any(word in output.xml() for word in ("smartTag", "perm", "paraId"))


def test_a_remark_over_paragraphs_goes_with_all_between(fill: Fill, p: P, tbl: P) -> None:
    body = p("Start {# note") + p("in") + tbl(["x"]) + p("more #} end") + p("{# a") + p("b #}")
    assert fill(body + p("Z")).body == ["Start ", " end", "Z"]
    again = p("a {# b") + p("c #} d {# e") + p("f #} g {# h #}") + tbl([p("{# i") + p("j #}k")])
    assert fill(again).body == ["a ", " d ", " g ", [["k"]]]
    assert fill(p("{# a", SECTION) + p("b #}", SECTION) + p("Z")).body == ["", "", "Z"]


def test_a_remark_without_an_end_is_refused(refusal: Refusal, p: P) -> None:
    assert "not closed with “#}”" in refusal(p("{# note") + p("in"))[0]
    assert "not closed with “#}”" in refusal(p("{% raw %}{% endraw %}{# note") + p("#}"))[0]


def test_dashes_join_paragraphs(fill: Fill, p: P) -> None:
    body = (
        p("The house is {% if town -%}")
        + p("in town")
        + p("{%- else -%}")
        + p("in the country")
        + p("{%- endif %} and large.")
    )
    assert fill(body, {"town": 0}).body == ["The house is in the country and large."]


@pytest.mark.parametrize(
    ("text", "town", "country"),
    [
        ("a{% if x -%} {%- endif %}b", "ab", "ab"),
        ("a {%- if x -%} b {%- else -%} c {%- endif -%} d", "abd", "acd"),
        ("a {{- x -}} {{- x -}} b", "a11b", "a00b"),
        ("a\u00a0{%- if x -%}\u00a0b{% endif %}", "a\u00a0\u00a0b", "a\u00a0"),
        ("a~{{- x -}}~b", "a1b", "a0b"),
        ("a ~{%- if x -%}~ b ~{%- else -%}~ c ~{%- endif -%}~ d", "a  b  d", "a  c  d"),
    ],
)
def test_a_dash_takes_blanks_or_line_ends(
    text: str, town: str, country: str, fill: Fill, p: P
) -> None:
    body = p(text.replace("~", '</w:t><w:br/><w:t xml:space="preserve">'))
    assert [fill(body, {"x": x}).body for x in (1, 0)] == [[town], [country]]


def test_blanks_beyond_a_join_stay(fill: Fill, p: P) -> None:
    body = p("a ") + p(" {%- if x -%} ") + p(" b{% endif %}")
    assert fill(body, {"x": 1}).body == ["a  b"]


def test_a_dash_at_a_table_or_at_the_end_joins_nothing(fill: Fill, p: P, tbl: P) -> None:
    body = p("{%- if x %}") + tbl(["a"]) + p("{%- endif %}b") + p("c{% set y = 1 -%}")
    assert fill(body, {"x": 1}).body == ["", [["a"]], "b", "c"]


def test_a_dash_that_belongs_to_no_block_joins_nothing(fill: Fill, p: P) -> None:
    assert fill(p("a") + p("{{- x }}b") + p("5%-9% {%- if x %}c{% endif %}"), {"x": 1}).body == [
        "a",
        "1b",
        "5%-9%c",
    ]
    assert fill(p("x -%} y{% if x -%}z{% endif %}"), {"x": 1}).body == ["x -%} yz"]


@pytest.mark.parametrize("first", ["", "<w:pPr><w:keepNext/></w:pPr>"])
def test_a_joined_section_break_is_kept(first: str, fill: Fill, p: P) -> None:
    body = p("a{% if x -%}", first) + p("b{% endif %}", SECTION) + p("c")
    output = fill(body, {"x": 1})
    assert output.body == ["ab", "c"]
    assert output.xml().count("<w:sectPr") == 2
