"""How much of a template is looked at: what would take long is refused, at its place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from octavo.errors import RenderError
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


@pytest.mark.parametrize("text", ["{%", "{#", "{{ “", "{{{"])
def test_a_text_of_delimiters_alone_is_given_up(text: str, refusal: Refusal, p: P) -> None:
    *faults, last = refusal(p(text * (LIMITS.line // 5 // len(text))))
    assert len(faults) <= LIMITS.broken + 1
    assert len(faults) == 0 or "it comes after 100 broken tags" in last


def test_blocks_too_deep_hide_what_they_break(refusal: Refusal, p: P) -> None:
    assert ["stand too deep" in one for one in refusal(p("{% if x %}") * 500)] == [True]


def test_a_part_leaves_a_character_to_private_use(refusal: Refusal, p: P) -> None:
    characters = "".join(map(chr, range(0xE000, 0xF900)))
    assert "every character that Unicode leaves to private use" in refusal(p(characters))[0]


HOSTILE = {
    "macros that call one another": (
        *(
            f"{{% macro m{n}() %}}{{{{ m{n - 1}() }}}}{{{{ m{n - 1}() }}}}{{% endmacro %}}"
            if n
            else "{% macro m0() %}x{% endmacro %}"
            for n in range(19)
        ),
        "{{ m18() }}",
    ),
    "macros of paragraphs in a loop": (
        *("{%p macro m() %}", "y" * 5_000, "{%p endmacro %}"),
        *("{% for x in xs %}", "{{ m() }}", "{% endfor %}"),
    ),
    "a loop in a macro in a loop": (
        *("{%p macro m() %}", "{% for x in xs %}", "y", "{% endfor %}", "{%p endmacro %}"),
        *("{% for x in xs %}", "{{ m() }}", "{% endfor %}"),
    ),
    "a text that doubles": (
        *("{% set v = 'aaaaaaaaaaaaaaaa' %}", *["{% set v %}{{ v }}{{ v }}{% endset %}"] * 40),
        "{{ v }}",
    ),
    "a filter around what doubles": (
        "{% set v = 'aaaaaaaaaaaaaaaa' %}",
        *["{% set v %}{% filter upper %}{{ v }}{{ v }}{% endfilter %}{% endset %}"] * 40,
        "{{ v }}",
    ),
    "a name that doubles": (
        (
            "{% set n = namespace(v='a') %}"
            "{% for x in xs %}{% set n.v = n.v ~ n.v %}{% endfor %}{{ n.v }}"
        ),
    ),
    "a list that doubles": (
        "{% set n = namespace(v=[1]) %}{% for x in xs %}{% set n.v = n.v + n.v %}{% endfor %}",
    ),
    "a long text in a long loop": ("{% for x in xs %}{{ s }}{% endfor %}",),
    "a hundred values in a long loop": ("{% for x in xs %}" + "{{ x }}" * 100 + "{% endfor %}",),
    "names that each turn copies": (
        *[f"{{% set v{n} = {n} %}}" for n in range(4_000)],
        "{% for x in xs %}{{ x }}{% endfor %}",
    ),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_template_ends_at_a_tag(
    kind: str, compile_body: Callable[..., Any], p: P
) -> None:
    program = compile_body("".join(map(p, HOSTILE[kind])))
    with pytest.raises(RenderError) as caught:
        program.render({"xs": list(range(10_000)), "s": "a" * 100_000})
    assert {one.rule for one in caught.value.findings} == {"limit-exceeded"}
    assert all(one.excerpt for one in caught.value.findings)


def test_a_row_has_so_many_columns(refusal: Refusal, tbl: P) -> None:
    row = ["{%tc for x in xs %}", "{{ x }}", "{%tc endfor %}"]
    (found,) = refusal(tbl(row), {"xs": list(range(64))})
    assert "in “{%tc for x in xs %}”, a row has 64 columns, and Word shows 63; turn" in found
