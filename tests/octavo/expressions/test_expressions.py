"""What expressions print, what they refuse, and what they say about it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.octavo.expressions.conftest import run

from octavo.expressions import (
    LIMITS,
    Fault,
    Kind,
    Marked,
    RunError,
    Tag,
    TagError,
    read,
    read_expression,
)
from octavo.expressions.parse import parse_statement

if TYPE_CHECKING:
    from octavo.expressions import (
        Code,
    )

Render = Callable[..., str]
Refused = Callable[[str], list[tuple[str, Fault]]]


def test_the_markdown_filter_marks_its_text_for_the_engine(compiled: Callable[[str], Code]) -> None:
    seen: list[object] = []

    def write(value: object, _: int) -> str:
        seen.append(value)
        return ""

    run(compiled("{{ v|markdown }}"), {"v": "*a*"}, write)

    assert isinstance(seen[0], Marked)


def test_a_broken_tag_hides_no_other_fault_and_makes_none_up(refused: Refused) -> None:
    faults = refused("{% if a| %}{{ b| }}{% elif c| %}{% else d %}{% endif e %}{{ x }}")
    assert [source for source, _ in faults] == [
        *("{% if a| %}", "{{ b| }}", "{% elif c| %}", "{% else d %}", "{% endif e %}"),
    ]
    assert len(refused("{% set a = b() %}{% set c = d|nope %}{% set e = ? %}")) == 3
    assert "never closed" in refused("{% set a.b %}")[0][1].message


@pytest.mark.parametrize("mark", ["'", '"'])
def test_a_text_that_does_not_end_is_named(mark: str, refused: Refused) -> None:
    fault = refused(f"{{{{ x|default({mark}a) }}}}")[0][1]
    assert fault.message == "a quotation mark in it is not closed"


def test_a_tag_that_closes_by_halves_is_not_closed(refused: Refused) -> None:
    assert "not closed with “}}”" in refused("{{ x } and {{ y }}")[0][1].message
    assert "not closed with “%}”" in refused("{% if x } {% endif %}")[0][1].message


def test_a_hint_names_the_filter_for_a_method(refused: Refused) -> None:
    assert refused("{{ a.upper() }}")[0][1].hint == "write “a|upper”"
    assert refused("{{ a|uper }}")[0][1].hint == "did you mean “upper”?"


@pytest.mark.parametrize(
    ("text", "data", "rule", "words"),
    [
        ("{{ d['_x'] }}", {"d": date(2025, 1, 1)}, "template-unsafe", "“_x”"),
        ("{% with x = nope|upper %}{% endwith %}", {}, "undefined-name", "“nope”"),
        ("{{ nmae }}", {"name": 1}, "undefined-name", "“nmae” is not in the data"),
        ("{{ c.nmae }}", {"c": {"name": 1}}, "undefined-name", "“c” has no “nmae”"),
        ("{{ c.a.b }}", {"c": {"b": 1}}, "undefined-name", "no “a”"),
        ("{{ xs.name }}", {"xs": [{"name": 1}]}, "undefined-name", "a list of 1 item"),
        ("{{ xs[5] }}", {"xs": [1]}, "undefined-name", "no “5”"),
        ("{{ d.nope }}{{ d['isoformat'] }}", {"d": date(2025, 1, 1)}, "undefined-name", "nope"),
        ("{{ xs|first }}", {"xs": []}, "undefined-name", "no first item"),
        ("{{ xs|last }}", {"xs": []}, "undefined-name", "no last item"),
        ("{{ xs }}", {"xs": ["a", "b"]}, "value-type", "a list of 2 items cannot be printed"),
        ("{{ xs|map('upper') }}", {"xs": ["a"]}, "value-type", "cannot be printed"),
        ("{{ m }}", {"m": dict.fromkeys("abcdefgh")}, "value-type", "a mapping cannot"),
        ("{{ o }}", {"o": object()}, "value-type", "type object"),
        ("{{ o }}", {"o": b"ab"}, "value-type", "type bytes cannot be printed"),
        ("{{ o }}", {"o": print}, "value-type", "cannot be printed"),
        ("{{ it }}", {"it": iter("")}, "value-type", "a list"),
        ("{% for i in n %}{% endfor %}", {"n": 5}, "value-type", "not a number (5)"),
        ("{% for i in n %}{% endfor %}", {"n": "ab"}, "value-type", "not a text (“ab”)"),
        ("{% for i in n %}{% endfor %}", {"n": True}, "value-type", "yes-or-no value (true)"),
        ("{% for i in n %}{% endfor %}", {}, "undefined-name", "“n”"),
        ("{{ s > 1 }}", {"s": "a"}, "value-type", "a text (“a”) cannot be compared with a number"),
        ("{{ s < 1 }}", {"s": None}, "value-type", "nothing (null) cannot be compared"),
        ("{{ [s]|unique }}", {"s": [1]}, "value-type", "the filter “unique” cannot work"),
        ("{{ s|round(1) }}", {"s": "abc"}, "value-type", "not a text (“abc”)"),
        ("{{ s|round(1) }}", {"s": None}, "value-type", "nothing (null)"),
        ("{{ 1|round(99) }}", {}, "value-type", "decimals"),
        ("{{ 1|number(99) }}", {}, "value-type", "decimals"),
        ("{{ s|number }}", {"s": True}, "value-type", "not a yes-or-no value (true)"),
        ("{{ s|number }}", {"s": 10**400}, "value-type", "not a number of a usual size"),
        (
            "{% for x in s %}{{ loop.previtem }}{% endfor %}",
            {"s": [1]},
            "undefined-name",
            "previous",
        ),
        ("{{ s|sum }}", {"s": ["a"]}, "value-type", "“+” needs numbers"),
        ("{{ s|sum }}", {"s": 3}, "value-type", "needs a list, not a number"),
        ("{{ s|items }}", {"s": ""}, "value-type", "not an empty text"),
        ("{{ s|date }}", {"s": "soon"}, "value-type", "is not a date"),
        ("{{ s|date }}", {"s": 5}, "value-type", "needs a date"),
        ("{{ s|time }}", {"s": date(2025, 1, 1)}, "value-type", "no time of day"),
        ("{{ s|date(language='tlh-x') }}", {"s": "2025-01-01"}, "value-type", "language"),
        ("{{ s|date(p) }}", {"s": "2025-01-01", "p": "y" * 2000}, "template-unsafe", "format"),
        ("{{ 1 + s }}", {"s": "a"}, "value-type", "“+” needs numbers"),
        ("{{ s-s }}", {"s": "a"}, "value-type", "“-” needs numbers, not a text"),
        ("{{ 1 / s }}", {"s": [1]}, "value-type", "“/” needs numbers"),
        ("{{ 1 + s }}", {}, "undefined-name", "“s”"),
        ("{{ s * 10000000 }}", {"s": "a"}, "value-type", "“*” needs numbers"),
        ("{{ 10 ** 1000 }}", {}, "limit-exceeded", "too large"),
        ("{{ 1 // s }}", {"s": 0}, "value-type", "division"),
        ("{{ 'x'|center(n) }}", {"n": 10**10}, "template-unsafe", "10,000,000,000"),
        ("{{ '%s'|format(p) }}", {"p": [1, 2]}, "value-type", "cannot be printed"),
        ("{{ p|format(1) }}", {"p": "%99999d"}, "template-unsafe", "width"),
        ("{{ xs|map(f) }}", {"xs": [1], "f": "_write"}, "template-unsafe", "_write"),
        (
            "{{ xs|map(attribute=f) }}",
            {"xs": [1], "f": "__class__"},
            "template-unsafe",
            "__class__",
        ),
        ("{{ t ~ t }}", {"t": "x" * 600_000}, "limit-exceeded", "1,000,000"),
        ("{{ t + t }}", {"t": "x" * 600_000}, "limit-exceeded", "1,000,000"),
        ("{{ t|replace('x', 'yy') }}", {"t": "x" * 600_000}, "limit-exceeded", "1,000,000"),
        ("{{ xs|join(t) }}", {"xs": [1, 2, 3], "t": "x" * 600_000}, "limit-exceeded", "join"),
        ("{{ [t, t]|map('string')|join }}", {"t": "x" * 600_000}, "limit-exceeded", "join"),
        ("{{ t|indent }}", {"t": "\n" * 600_000}, "limit-exceeded", "indent"),
        (
            "{% for a in xs %}{% for b in xs %}{% endfor %}{% endfor %}",
            {"xs": range(1100)},
            "limit-exceeded",
            "more work than a rendering may take",
        ),
        (
            "{% for a in xs %}" + "x" * 1000 + "{% endfor %}",
            {"xs": range(40_000)},
            "limit-exceeded",
            "32,000,000",
        ),
    ],
)
def test_a_fault_of_a_value_is_found_at_its_tag(
    text: str, data: dict[str, object], rule: str, words: str, render: Render
) -> None:
    with pytest.raises(RunError) as caught:
        render(text, **data)
    _, fault = caught.value.faults[0]
    assert (fault.rule, words in fault.message) == (rule, True), fault


def test_faults_of_values_are_found_together(render: Render) -> None:
    with pytest.raises(RunError) as caught:
        render("{{ a }}{% if b %}{% elif c %}{% endif %}{% set d = e|upper %}{{ ok }}", ok=1)
    assert [mark for mark, _ in caught.value.faults] == [0, 1, 2, 4]


def test_a_fault_that_stays_when_its_tag_is_muted_ends_the_search(
    compiled: Callable[[str], Code],
) -> None:
    def write(value: object, mark: int) -> str:
        del value, mark
        raise MemoryError

    with pytest.raises(RunError) as caught:
        run(compiled("{{ a }}{{ b }}"), {"a": 1, "b": 2}, write)
    assert [fault.rule for _, fault in caught.value.faults] == ["limit-exceeded"]


def test_no_more_faults_are_looked_for_than_the_limit(render: Render) -> None:
    with pytest.raises(RunError) as caught:
        render("{{ x }}" * (LIMITS.faults + 5))
    assert len(caught.value.faults) == LIMITS.faults


def test_a_loop_variable_is_among_the_names_that_are_suggested(render: Render) -> None:
    with pytest.raises(RunError) as caught:
        render("{% for request in xs %}{{ requst.ask }}{% endfor %}", xs=[{"ask": 1}])
    assert caught.value.faults[0][1].hint == "did you mean “request”?"


def test_what_is_no_single_expression_or_statement_is_refused() -> None:
    with pytest.raises(TagError, match="not a single expression"):
        read_expression("a }}{{ b", 0)
    with pytest.raises(TagError, match="not a single statement"):
        parse_statement("set a = 1 %}{% set b = 2")
    with pytest.raises(TagError, match="cannot be read"):
        read(Tag(Kind.VALUE, 0, 0, "", body="9" * 5000), 0)
