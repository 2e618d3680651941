"""How much of a template is looked at: what would take long is refused, at its place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from octavo.expressions import LIMITS

P = Callable[..., str]
Fill = Callable[..., Any]
Refusal = Callable[..., list[str]]


def test_a_template_has_so_many_tags(refusal: Refusal, p: P) -> None:
    body = p("{{ x }}" * 1_000) * (LIMITS.tags // 1_000 + 1)
    place = "body, paragraph 11: in “{{ x }}”, "
    assert refusal(body) == [f"{place}the template has more than 10,000 tags; "]
    crowded = refusal(p("{{x}}" * (LIMITS.line_tags + 1)))
    assert crowded == ["body, paragraph 1: in “{{x}}”, a paragraph holds more than 2,000 tags; "]


def test_a_template_has_so_many_faults(refusal: Refusal, p: P) -> None:
    *faults, last = refusal(p("{% endif %}") * 1_000)
    assert len(faults) == LIMITS.flaws
    assert "body, paragraph 200: " in last
    assert "one of more than 200 faults, and no more are sought" in last


def test_warnings_are_no_faults_to_count(fill: Fill, tbl: P) -> None:
    rows = [["{#tr a #}text"]] * (LIMITS.flaws + 1)
    assert fill(tbl(*rows, ["x"])).body == [[["x"]]]


def test_a_paragraph_with_tags_is_only_so_long(refusal: Refusal, fill: Fill, p: P) -> None:
    long = "a" * LIMITS.line
    assert "“{{ x }}aaa" in refusal(p("{{ x }}" + long))[0]
    assert "has more than 100,000 characters" in refusal(p("{{ x }}" + long))[0]
    assert fill(p(long + "}")).body == [long + "}"]


@pytest.mark.parametrize("text", ["{{", "{%", "{#", "{{ “", "{{ x|", "{{{"])
def test_a_text_of_delimiters_alone_is_given_up(text: str, refusal: Refusal, p: P) -> None:
    *faults, last = refusal(p(text * (LIMITS.line // len(text))))
    assert len(faults) <= LIMITS.broken + 1
    assert len(faults) == 0 or "it comes after 100 broken tags" in last


def test_blocks_too_deep_hide_what_they_break(refusal: Refusal, p: P) -> None:
    assert ["stand too deep" in one for one in refusal(p("{% if x %}") * 500)] == [True]


def test_a_part_leaves_a_character_to_private_use(refusal: Refusal, p: P) -> None:
    characters = "".join(map(chr, range(0xE000, 0xF900)))
    assert "every character that Unicode leaves to private use" in refusal(p(characters))[0]
