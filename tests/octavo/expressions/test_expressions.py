"""What expressions print, what they refuse, and what they say about it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal

import pytest

from octavo.expressions import (
    LIMITS,
    Capture,
    Code,
    Fault,
    Kind,
    Marked,
    Release,
    RunError,
    Tag,
    TagError,
    read,
    read_expression,
)
from octavo.expressions.parse import parse_statement

Render = Callable[..., str]
Refused = Callable[[str], list[tuple[str, Fault]]]

PEOPLE = [{"name": "Ada", "done": True}, {"name": "Bo", "done": False}]


@pytest.mark.parametrize(
    ("text", "data", "expected"),
    [
        ("Hi {{ name }}!", {"name": "Ada"}, "Hi Ada!"),
        ("{{ a.b.c }} {{ a['b']['c'] }}", {"a": {"b": {"c": 1}}}, "1 1"),
        ("{{ x.items }}", {"x": {"items": "field before method"}}, "field before method"),
        ("{{ xs[0] }}{{ xs[-1] }}{{ xs[1:]|join }}", {"xs": ["a", "b"]}, "abb"),
        ("{% for x in xs %}{{ loop.index }}{{ x }}{% endfor %}", {"xs": "ab"[:0].split()}, ""),
        ("{% for x in xs %}{{ loop.index }}{{ x }};{% endfor %}", {"xs": ["a", "b"]}, "1a;2b;"),
        ("{{ loophole }}{{ loop|default('-') }}", {"loophole": "a way"}, "a way-"),
        ("{% for x in xs %}{% else %}none{% endfor %}", {"xs": None}, "none"),
        ("{% for k in m %}{{ k }}{% endfor %}", {"m": {"a": 1}}, "a"),
        ("{% for k, v in m|items %}{{ k }}{{ v }}{% endfor %}", {"m": {"a": 1}}, "a1"),
        ("{% for x in xs|map('upper') %}{{ x }}{% endfor %}", {"xs": ["a"]}, "A"),
        ("{% for x in xs if x > 1 %}{{ x }}{% endfor %}", {"xs": [1, 2]}, "2"),
        ("{% for x in it %}{{ x }}{% endfor %}", {"it": iter("ab")}, "ab"),
        ("{% if n < 1 %}a{% elif n < 3 %}b{% else %}c{% endif %}", {"n": 2}, "b"),
        ("{% set a = 2 %}{{ a + 1 }}", {}, "3"),
        ("{% set a %}x{{ n }}{% endset %}{{ a }}", {"n": 1}, "x1"),
        ("{% with a = n %}{{ a }}{% endwith %}", {"n": 1}, "1"),
        ("{{ a ~ b ~ 3 }}", {"a": "x", "b": None}, "x3"),
        ("{{ a or b }}{{ (1, 2)|join }}{{ a|join }}", {"a": None, "b": "y"}, "y12"),
        ("{% for r in xs|batch(2) %}{{ r|join }};{% endfor %}", {"xs": [1, 2, 3]}, "12;3;"),
        ("{{ x|default('-') }}", {"x": "there"}, "there"),
        ("{{ 'a' + 'b' }}{{ 7 % 4 }}{{ 2 ** 3 }}{{ 2 * 3.5 }}", {}, "ab387.0"),
        ("{{ 'a}}b %}' }}", {}, "a}}b %}"),
        ("{{ {'a': 'x', 'b': 'Beta'}[k] }}", {"k": "b"}, "Beta"),
        ("{{ x if x is defined else 'no' }}", {}, "no"),
        ("{{ d.year }}", {"d": date(2025, 8, 6)}, "2025"),
        ("{{ v }}", {"v": "{{ 7*7 }} <&>"}, "{{ 7*7 }} <&>"),
        ("{_{ x }_} {_% y %_}", {}, "{{ x }} {% y %}"),
        ("{% raw %}{{ x }}{% endraw %}{# not this #}.", {}, "{{ x }}."),
        ("{{ x }}", {"x": Decimal("1.50")}, "1.50"),
    ],
)
def test_an_expression_prints_what_jinja_would(
    text: str, data: dict[str, object], expected: str, render: Render
) -> None:
    assert render(text, **data) == expected


@pytest.mark.parametrize(
    ("text", "data", "expected"),
    [
        ("{{ x|default('-') }}{{ y|d('-') }}{{ z|d('-', true) }}", {"y": None, "z": ""}, "---"),
        ("{{ xs|join(', ') }}", {"xs": ["a", None, 3]}, "a, , 3"),
        ("{{ xs|join(', ', attribute='name') }}", {"xs": PEOPLE}, "Ada, Bo"),
        ("{{ xs|join(', ', attribute='0') }}", {"xs": [["a"], ["b"]]}, "a, b"),
        ("{{ xs|selectattr('done')|map(attribute='name')|join }}", {"xs": PEOPLE}, "Ada"),
        ("{{ xs|rejectattr('done')|map(attribute='name')|first }}", {"xs": PEOPLE}, "Bo"),
        ("{{ xs|select('odd')|list|length }}{{ xs|reject('odd')|join }}", {"xs": [1, 2, 3]}, "22"),
        (
            "{{ xs|sort(attribute='name', reverse=true)|map(attribute='name')|join }}",
            {"xs": PEOPLE},
            "BoAda",
        ),
        (
            "{{ xs|sum }} {{ xs|min }} {{ xs|max }} {{ xs|unique|join }}",
            {"xs": [1, 2, 2]},
            "5 1 2 12",
        ),
        (
            "{% for g, xs in p|groupby('done') %}{{ g }}{{ xs|length }}{% endfor %}",
            {"p": PEOPLE},
            "False1True1",
        ),
        ("{% for r in xs|batch(2, '-') %}[{{ r|join }}]{% endfor %}", {"xs": "abc"}, ""),
        ("{{ m|dictsort|map('join')|join }}", {"m": {"b": "1", "a": "2"}}, "a2b1"),
        ("{{ 'abc'|reverse }}{{ xs|reverse|join }}", {"xs": [1, 2]}, "cba21"),
        (
            "{{ xs|first }}{{ xs|last }}{{ 'ab'|first }}{{ 'ab'|last }}{{ 'ab'|list|join('-') }}",
            {"xs": [1, 2]},
            "12aba-b",
        ),
        (
            "{{ 'aB c'|upper }}{{ 'Ab'|lower }}{{ 'ab c'|capitalize }}{{ 'ab cd'|title }}",
            {},
            "AB CabAb cAb Cd",
        ),
        (
            "{{ ' a '|trim }}{{ 'xax'|trim('x') }}{{ 1|string }}{{ 'a<'|e }}{{ 'a<'|safe }}",
            {},
            "aa1a<a<",
        ),
        ("{{ 'aba'|replace('a', 'c') }}{{ 'aba'|replace('a', 'c', 1) }}", {}, "cbccba"),
        ("{{ 'one two three'|truncate(9) }}", {}, "one two…"),
        ("{{ 'one'|truncate(9) }}{{ 'abcdefg'|truncate(4, true, '') }}", {}, "oneabcd"),
        (
            "[{{ 'a'|center(3) }}][{{ 'a\nb'|indent(2) }}][{{ 'a'|indent(1, true) }}]",
            {},
            "[ a ][a\n  b][ a]",
        ),
        (
            "{{ 'a b'|wordcount }}{{ 'a b/c'|urlencode }}{{ '%02d-%s'|format(7, 'x') }}",
            {},
            "2a%20b/c07-x",
        ),
        ("{{ 'aa bb'|wordwrap(2) }}", {}, "aa\nbb"),
        (
            "{{ n|round(1) }}{{ -2|abs }}{{ 2|abs }}{{ '3'|int + 1 }}{{ '2.5'|float }}",
            {"n": 2.567},
            "2.62242.5",
        ),
        ("{{ 2000000|filesizeformat }}", {}, "2.0 MB"),
    ],
)
def test_a_filter_gives_what_its_name_says(
    text: str, data: dict[str, object], expected: str, render: Render
) -> None:
    if data.get("xs") == "abc":
        data, expected = {"xs": list("abc")}, "[ab][c-]"
    assert render(text, **data) == expected


@pytest.mark.parametrize(
    ("text", "value", "language", "expected"),
    [
        ("{{ v|date }}", "2025-08-06", "en", "August 6, 2025"),
        ("{{ v|date }}", date(2025, 8, 6), "en-GB", "6 August 2025"),
        ("{{ v|date(language='fr') }}", "2025-08-06", "en", "6 août 2025"),
        ("{{ v|date('d. MMMM y.') }}", "2025-08-06", "sr-Latn", "6. avgust 2025."),
        ("{{ v|date }}{{ v|datetime }}{{ v|time }}", None, "en", ""),
        ("{{ v|datetime('short') }}", "2025-08-06T14:30", "de", "06.08.25, 14:30"),
        ("{{ v|datetime('short') }}", "2025-08-06", "de", "06.08.25, 00:00"),
        ("{{ v|time }}", time(14, 30), "de", "14:30"),
        ("{{ v|time }}", datetime(2025, 8, 6, 14, 30), "de", "14:30"),  # noqa: DTZ001 — a clock on a wall
        ("{{ v|number }}{{ v|percent }}{{ v|currency('EUR') }}", None, "en", ""),
        ("{{ v|number }}", "1234567.5", "de", "1.234.567,5"),
        ("{{ v|number(2) }}", 1234.5, "en", "1,234.50"),
        ("{{ v|number(0) }}", 1234.5, "en", "1,234"),
        ("{{ v|percent }} {{ v|percent(1) }}", 0.125, "en", "12% 12.5%"),
        ("{{ v|currency('EUR') }}", 5, "de", "5,00\xa0€"),
        ("{{ v|enumeration }}", ["a", "b", "c"], "en-GB", "a, b and c"),
        ("{{ v|enumeration('or') }}", ["a", "b"], "de", "a oder b"),
    ],
)
def test_dates_numbers_and_lists_follow_the_language(
    text: str, value: object, language: str, expected: str, render: Render
) -> None:
    assert render(text, language=language, v=value).replace("\u202f", " ") == expected


def test_the_markdown_filter_marks_its_text_for_the_engine(compiled: Callable[[str], Code]) -> None:
    seen: list[object] = []

    def write(value: object, _: int) -> str:
        seen.append(value)
        return ""

    compiled("{{ v|markdown }}").run({"v": "*a*"}, write)

    assert isinstance(seen[0], Marked)


@pytest.mark.parametrize(
    ("text", "rule", "words"),
    [
        ("{{ cycler.__init__.__globals__.os.getpid() }}", "template-unsafe", "getpid"),
        ("{% set ns._x = 1 %}", "template-unsafe", "“_x”"),
        ("{{ range(*a) }}", "template-syntax", "written out"),
        ("{{ a[0](1) }}", "template-unsafe", "no name of its own"),
        ("{{ loop.reset() }}", "template-unsafe", "reset()"),
        ("{{ nothing(1) }}", "template-unsafe", "no such function or macro"),
        ("{% macro _a() %}{% endmacro %}", "template-unsafe", "“_a”"),
        ("{% macro a(self) %}{% endmacro %}", "template-unsafe", "“self”"),
        ("{% macro range() %}{% endmacro %}", "template-syntax", "function already"),
        ("{{ range(99999)|length }}", "template-unsafe", "counts more than 10,000"),
        ("{% break %}", "template-syntax", "in no loop"),
        (
            "{% for a in b %}{% set c %}{% break %}{% endset %}{% endfor %}",
            "template-syntax",
            "loop",
        ),
        ("{{ " + "a" + ".b" * 60 + " }}", "limit-exceeded", "too deeply"),
        ("{{ x.__class__ }}", "template-unsafe", "__class__"),
        ("{{ __builtins__ }}", "template-unsafe", "__builtins__"),
        ("{{ self.x }}", "template-unsafe", "self"),
        ("{{ ('{0.__class__}'|attr('format'))(1) }}", "template-unsafe", "something"),
        ("{{ x|attr('y') }}", "template-unsafe", "attr"),
        ("{{ brief.title.upper() }}", "template-unsafe", "upper()"),
        ("{% include '../../secrets.md' %}", "template-syntax", "included here"),
        ("{% import 'x' as y %}", "template-unsafe", "import"),
        ("{% extends 'x' %}", "template-unsafe", "extends"),
        ("{{ 'a' * 10000000000 }}", "template-unsafe", "multiplies"),
        ("{{ [1] * 10 }}", "template-unsafe", "multiplies"),
        ("{{ 'x'|center(10000000000) }}", "template-unsafe", "center"),
        ("{{ xs|map(attribute='__class__') }}", "template-unsafe", "__class__"),
        ("{{ xs|_join }}", "template-syntax", "_join"),
        ("{{ xs|map('_write')|join }}", "template-unsafe", "_write"),
        ("{{ " + "(" * 300 + "1" + ")" * 300 + " }}", "limit-exceeded", "deep"),
        ("{{ " + "-" * 60 + "1 }}", "limit-exceeded", "deep"),
        ("{{ '" + "x" * 5000 + "' }}", "limit-exceeded", "4,000"),
        ("{% if a %}" * 200 + "{% endif %}" * 200, "limit-exceeded", "deep"),
        ("{% for a in b %}" * 13 + "{% endfor %}" * 13, "limit-exceeded", "deep"),
        ("{{ a| }}", "template-syntax", "expected token “name”"),
        ("{{ }}", "template-syntax", "empty"),
        ("{% %}", "template-syntax", "empty"),
        ("{{ a ? b }}", "template-syntax", "“?” cannot stand there"),
        ("{{ a b }}", "template-syntax", "“b” cannot stand there"),
        ("{{%if a}}", "template-syntax", "it begins with “{{%”"),
        ("{{ x|nosuchfilter }}", "template-syntax", "nosuchfilter"),
        ("{{ x is nosuch }}", "template-syntax", "is nosuch"),
        ("{{ x|join(*y) }}", "template-syntax", "written out"),
        ("{{ 'a%s' % x }}", "template-syntax", "numbers only"),
        ("{% fro x in y %}{{ z }}", "template-syntax", "“fro” is not a tag"),
        ("{{ client.name", "template-syntax", "not closed with “}}”"),
        ("{% if x", "template-syntax", "not closed with “%}”"),
        ("{# x", "template-syntax", "not closed with “#}”"),
        ("{% for x in y recursive %}{% endfor %}", "template-syntax", "recursive"),
        ("{% if %}{% endif %}", "template-syntax", "no condition"),
        ("{% endfor %}", "template-syntax", "never opened"),
        ("{% else %}", "template-syntax", "no block"),
        ("{% if a %}{% else %}{% else %}{% endif %}", "template-syntax", "last branch"),
        ("{% for a in b %}{% elif c %}{% endfor %}", "template-syntax", "no block"),
        ("{% if a %}{% elif %}{% endif %}", "template-syntax", "no condition"),
        ("{% if a %}{% else b %}{% endif %}", "template-syntax", "nothing can follow “else”"),
        ("{% if a %}{% endif b %}", "template-syntax", "nothing can follow “endif”"),
        ("{% for r in requests %}", "template-syntax", "never closed"),
        ("{% for x in xs %}{% if a %}x{% endfor %}", "template-syntax", "surrounding"),
    ],
)
def test_a_template_is_refused_with_its_rule(
    text: str, rule: str, words: str, refused: Refused
) -> None:
    fault = refused(text)[0][1]
    assert (fault.rule, words in fault.message) == (rule, True), fault


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
        compiled("{{ a }}{{ b }}").run({"a": 1, "b": 2}, write)
    assert [fault.rule for _, fault in caught.value.faults] == ["limit-exceeded"]


def test_no_more_faults_are_looked_for_than_the_limit(render: Render) -> None:
    with pytest.raises(RunError) as caught:
        render("{{ x }}" * (LIMITS.faults + 5))
    assert len(caught.value.faults) == LIMITS.faults


def test_a_loop_variable_is_among_the_names_that_are_suggested(render: Render) -> None:
    with pytest.raises(RunError) as caught:
        render("{% for request in xs %}{{ requst.ask }}{% endfor %}", xs=[{"ask": 1}])
    assert caught.value.faults[0][1].hint == "did you mean “request”?"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{ a.b }}", ["prints a.b"]),
        ("{{ a['b'].c }}", ["prints a.b.c"]),
        ("{{ a[0].c }}{{ a[i] }}{{ a[1:] }}", ["prints a[].c", "uses i", "prints a[]", "prints a"]),
        (
            "{% for r in b.rs %}{{ r.ask }}{{ loop.index }}{% endfor %}",
            ["loops over b.rs", "prints b.rs[].ask"],
        ),
        (
            "{% for r in b.rs|sort(attribute='n') if r.ok %}{% else %}{{ r }}{% endfor %}",
            ["loops over b.rs", "uses b.rs[].n", "uses b.rs[].ok", "prints r"],
        ),
        ("{% for k, v in m|items %}{{ k }}{{ v.x }}{% endfor %}", ["loops over m", "prints m[].x"]),
        (
            "{% for g, xs in m|groupby('t') %}{% for x in xs %}{{ x.y }}{% endfor %}{% endfor %}",
            ["loops over m", "loops over m", "prints m[].y"],
        ),
        ("{% for a, b in m %}{{ a }}{% endfor %}", ["loops over m"]),
        (
            "{{ xs|selectattr('done')|map(attribute='name')|join(s) }}",
            ["uses s", "uses xs", "uses xs[].done", "uses xs[].name"],
        ),
        ("{{ (xs|first).name }}", ["uses xs", "uses xs[]", "prints xs[].name"]),
        ("{{ a|upper }}{{ b|length }}", ["prints a", "uses b"]),
        (
            "{% if a.b and c %}{% elif d %}{{ e }}{% else %}{{ f if g else h }}{% endif %}",
            ["uses a.b", "uses c", "uses d", "prints e", "uses g", "prints f", "prints h"],
        ),
        ("{{ a if b }}{{ a + b }}", ["uses b", "prints a", "uses a", "uses b"]),
        (
            "{% set x = a.b %}{{ x.c }}{% set y %}{{ d }}{% endset %}{{ y }}{% set p, q = r %}",
            ["uses a.b", "prints a.b.c", "prints d", "uses r"],
        ),
        ("{% with x = a %}{{ x.b }}{% endwith %}", ["uses a", "prints a.b"]),
    ],
)
def test_the_names_a_template_asks_for_are_followed(
    text: str, expected: list[str], compiled: Callable[[str], Code]
) -> None:
    assert [f"{ask.use} {ask.path}" for ask in compiled(text).asks] == expected


def test_what_is_no_single_expression_or_statement_is_refused() -> None:
    with pytest.raises(TagError, match="not a single expression"):
        read_expression("a }}{{ b", 0)
    with pytest.raises(TagError, match="not a single statement"):
        parse_statement("set a = 1 %}{% set b = 2")
    with pytest.raises(TagError, match="cannot be read"):
        read(Tag(Kind.VALUE, 0, 0, "", body="9" * 5000), 0)


def test_what_nobody_keeps_stays_in_its_place() -> None:
    code = Code(["a", Capture(0), "b", Release(0), "c"])
    assert code.run({}, lambda value, _: str(value)) == "abc"
