from __future__ import annotations

from collections.abc import Callable
from typing import Any

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
