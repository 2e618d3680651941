from __future__ import annotations

from collections.abc import Callable

import pytest

from octavo.expressions.filters.texts import COSTS

Render = Callable[..., str]


PEOPLE = [{"name": "Ada", "done": True}, {"name": "Bo", "done": False}]


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
    ("text", "expected"),
    [
        ("{{ long|truncate|length }}", "255"),
        ("{{ (long ~ 'x')|truncate|length }}", "255"),
        ("{{ 'abcd'|truncate(4) }}", "abcd"),
        ("{{ 'abcde'|truncate(4) }}", "abc…"),
        ("{{ 'ab cd'|truncate(4) }}", "ab…"),
        ("{{ 'ab cd'|truncate(4, true) }}", "ab …"),
        ("{{ 'abc'|truncate(0) }}", "…"),
        ("{{ 'abc'|truncate(2, true, '--') }}", "--"),
        ("{{ 'a'|center|length }}", "80"),
        ("{{ 'a\n\nb'|indent }}", "a\n\n    b"),
        ("{{ 'a\n\nb'|indent(1, true, true) }}", " a\n \n b"),
        ("{{ 'a,b,c'|split(',', 1)|join('-') }}", "a-b,c"),
        ("{{ '%9999d'|format(7)|length }}", "9999"),
        ("{{ '%r'|format('x') }}{{ '%5a'|format('x') }}", "x    x"),
    ],
)
def test_what_a_filter_is_not_told_has_a_value(text: str, expected: str, render: Render) -> None:
    assert render(text, long="x" * 255) == expected


@pytest.mark.parametrize(
    ("value", "cost"), [("a" * 9, 1), ("*a*", 117), ("_[\\", 125), (7, 1), (None, 1)]
)
def test_a_text_with_marks_costs_what_it_takes_to_read_it(value: object, cost: int) -> None:
    assert COSTS["markdown"](value) == cost


def test_to_wrap_a_text_costs_four_times_as_much_as_to_split_it() -> None:
    text = "some words " * 1000
    assert COSTS["wordwrap"](text) == 4 * COSTS["split"](text)
