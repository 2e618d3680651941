"""Macros, namespaces, jumps, filters on blocks, what a program adds, and names that are missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import pytest
from jinja2 import pass_context, pass_environment

import octavo
from octavo.expressions import FaultError, RunError, text_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Render = Callable[..., str]


@pytest.mark.parametrize(
    ("text", "data", "printed"),
    [
        (
            "{% macro m(a, b=2) %}<{{ a }}{{ b }}>{% endmacro m %}{{ m(1) }}{{ m(3, b=4) }}",
            {},
            "<12><34>",
        ),
        (
            "{% macro m(n) %}{% if n %}{{ n }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(3) }}",
            {},
            "321",
        ),
        ("{% macro m(a) %}{{ a }}{% endmacro %}{{ m(a='x')|upper }}", {}, "X"),
        (
            (
                "{% set n = namespace(t=0) %}{% for x in xs %}{% set n.t = n.t + x %}"
                "{% endfor %}{{ n.t }}"
            ),
            {"xs": [1, 2]},
            "3",
        ),
        ("{% for i in range(3) %}{{ i }}{% endfor %}{{ range(1, 7, 2)|join }}", {}, "012135"),
        ("{% for x in xs %}{{ loop.cycle('a', 'b') }}{% endfor %}", {"xs": [1, 2, 3]}, "aba"),
        (
            "{% for x in xs %}{% if loop.changed(x) %}{{ x }}{% endif %}{% endfor %}",
            {"xs": [1, 1, 2]},
            "12",
        ),
        (
            "{% for x in xs %}{% if x == 2 %}{% break %}{% endif %}{{ x }}{% endfor %}!",
            {"xs": [1, 2, 3]},
            "1!",
        ),
        (
            (
                "{% for x in xs %}{% if x == 2 %}{% continue %}{% endif %}{{ x }}"
                "{{ loop.index }}{% endfor %}"
            ),
            {"xs": [1, 2, 3]},
            "1133",
        ),
        (
            (
                "{% for x in xs %}{% with y = x %}{% if y == 2 %}{% break %}{% endif %}{{ y }}"
                "{% endwith %}{{ loop.last }}{% endfor %}"
            ),
            {"xs": [1, 2]},
            "1False",
        ),
        (
            "{% for x in xs %}{% for y in xs %}{% break %}{% endfor %}{{ x }}{% endfor %}",
            {"xs": [1, 2]},
            "12",
        ),
        ("{% filter upper|replace('A', n) %}a{{ b }}{% endfilter %}", {"n": "x", "b": "c"}, "xC"),
        ("{% set x | upper %}a{{ b }}{% endset %}{{ x }}", {"b": "c"}, "AC"),
        ("{{ 'a,b'|split(',')|last }}{{ 'a b'|split|first }}", {}, "ba"),
        ("{{ '%s %.1f'|format(x, 2) }}", {"x": None}, " 2.0"),
        ("{{ rows|sum(attribute='n') }}", {"rows": [{"n": 1}, {"n": 2}]}, "3"),
        (
            "{{ rows|sort(attribute='n')|map(attribute='n')|join }}",
            {"rows": [{"n": 2}, {"n": 1}]},
            "12",
        ),
        (
            "{{ (1, 2) in {(1, 2): 3} }}{{ {(1, 2): 3}[(1, 2)] }}{{ 'b' in 'abc' }}{{ 1 in xs }}",
            {"xs": {1}},
            "True3TrueTrue",
        ),
        ("{{ xs|sum(start=[])|join }}", {"xs": [[1], [2]]}, "12"),
        ("{{ 2 in range(3) }}{{ xs|first }}{{ xs|last }}", {"xs": {1: 2}}, "True11"),
        (
            "{{ {'a': [1, 'b']} == {'a': [1, 'b']} }}{{ xs[1:]|join }}{{ 'abc'[1:] }}",
            {"xs": [1, 2]},
            "True2bc",
        ),
    ],
)
def test_a_template_says(text: str, data: dict[str, object], printed: str, render: Render) -> None:
    assert render(text, **data) == printed


class _Pair(NamedTuple):
    a: int


@dataclass
class _Court:
    name: str


@pytest.mark.parametrize(
    ("text", "data", "words"),
    [
        ("{% macro m(a) %}{% endmacro %}{{ m() }}", {}, "without its “a”"),
        ("{% macro m(a) %}{% endmacro %}{{ m(1, 2) }}", {}, "takes 1 arguments, not 2"),
        ("{% macro m(a) %}{% endmacro %}{{ m(1, b=2) }}", {}, "knows no “b”"),
        ("{% macro m(a) %}{{ m(a) }}{% endmacro %}{{ m(1) }}", {}, "more than 20 deep"),
        ("{{ m(1) }}{% macro m(a) %}{% endmacro %}", {}, "is not known here"),
        ("{% set n.x = 1 %}", {"n": {}}, "is not a namespace"),
        ("{% set n = namespace(1, 2) %}", {}, "the function “namespace” cannot work"),
        ("{{ range(n) }}", {"n": 10_001}, "counts more than 10,000"),
        ("{{ range('a') }}", {}, "the function “range” cannot work"),
        ("{{ range() }}", {}, "the function “range” cannot work"),
        ("{{ loop.cycle(1) }}", {"loop": {}}, "no loop around it"),
        ("{% filter date %}soon{% endfilter %}", {}, "is not a date"),
        ("{% set x | date %}soon{% endset %}", {}, "is not a date"),
        ("{{ 'a'|split('') }}", {}, "split at nothing"),
        ("{{ s|split(',') }}", {"s": "," * 100_001}, "pieces"),
        ("{{ xs|enumeration }}", {"xs": ["a"] * 1001}, "more than 1,000 items"),
        ("{{ '%s'|format(xs) }}", {"xs": []}, "cannot be printed"),
        ("{{ c }}", {"c": {"id": 1, "name": "x"}}, "cannot be printed"),
        ("{{ xs|round }}", {}, "“xs” is not in the data"),
        ("{{ x.y|abs }}", {"x": {"z": 1}}, "“x” has no “y”"),
        ("{{ x['y z'] }}", {"x": {"z": 1}}, "“x” has no “y z”"),
        ("{{ x is eq y }}", {"x": 1}, "“y” is not in the data"),
    ],
)
def test_a_fault_says_what_is_wrong(
    text: str, data: dict[str, object], words: str, render: Render
) -> None:
    with pytest.raises(RunError, match=words):
        render(text, **data)


@pytest.mark.parametrize(
    ("text", "data", "hint"),
    [
        ("{{ c }}", {"c": {"id": 1, "name": "x"}}, "print “c.name”"),
        ("{{ c }}", {"c": {"id": 1}}, "print “c.id”"),
        ("{{ c.d }}", {"c": {"d": _Court("x")}}, "print “c.d.name”"),
        (
            "{{ xs }}",
            {"xs": [{"title": 1}]},
            "join a field, as in “{{ xs|join(', ', 'title') }}”, or loop over it",
        ),
        ("{{ xs }}", {"xs": [1]}, "join it, as in “{{ xs|join(', ') }}”, or loop over it"),
        ("{{ xs }}", {"xs": _Pair(1)}, "join it, as in “{{ xs|join(', ') }}”, or loop over it"),
        ("{{ xs[0] }}", {"xs": [{"title": 1}]}, "name one of its fields: title"),
    ],
)
def test_a_record_is_not_printed_and_the_hint_names_a_field(
    text: str, data: dict[str, object], hint: str, render: Render
) -> None:
    with pytest.raises(RunError) as caught:
        render(text, **data)
    assert caught.value.faults[0][1].hint == hint


def test_a_dataclass_with_words_of_its_own_prints_them(render: Render) -> None:
    class Named(_Court):
        def __str__(self) -> str:
            return self.name

    assert render("{{ c }}", c=Named("x")) == "x"


@pytest.mark.parametrize(
    ("tag", "hint"),
    [
        ("{{ '{:,.2f}'.format(price) }}", "write “price|number(2)”"),
        ("{{ '{:.1%}'.format(a.b) }}", "write “a.b|percent(1)”"),
        ("{{ '{:,}'.format(xs[0]) }}", "write “xs[0]|number”"),
        (
            "{{ '{}'.format(x|upper) }}",
            "write “'%s'|format(x|upper)”, or “x|upper|number” for a number",
        ),
        ("{{ a.format() }}", "write “'%s'|format(value)”, or “value|number” for a number"),
        ("{{ day.strftime('%d/%m/%Y') }}", "write “day|date('dd/MM/yyyy')”"),
        ("{{ day.strftime('%Q') }}", "write “day|date”"),
        ("{{ day.strftime(f) }}", "write “day|date”"),
        ("{{ ', '.join(xs) }}", "write “xs|join(', ')”"),
        ("{{ a.split(',') }}", "write “a|split(',')”"),
        ("{{ a.get('b') }}", "write “a['b']|default('')”"),
        ("{{ a.b(1).strip() }}", "write “a.b(1)|trim”"),
        ("{{ (a + b).upper() }}", "write “…|upper”"),
        ("{{ a.comma_and_list() }}", "write “a|enumeration”"),
        ("{{ a.frobnicate() }}", ""),
        ("{{ currency(a) }}", "write “|currency”"),
        ("{{ include_docx_template('a') }}", "write “{%p include 'FILE' %}”"),
        ("{{ first Name }}", "a name holds no spaces: write “first_Name”"),
        ("{{ a|intcomma }}", "write “|number”"),
        ("{{ a|uper }}", "did you mean “upper”?"),
        ("{{ '%d' % n }}", "for text, use the filter “format”: “'%.2f'|format(price)”"),
    ],
)
def test_a_hint_can_be_followed(
    tag: str, hint: str, refused: Callable[[str], list[tuple[str, octavo.Finding]]]
) -> None:
    assert hint in {fault.hint for _, fault in refused(tag)}


def markdown(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "t.md"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_program_adds_filters_tests_and_globals(tmp_path: Path) -> None:
    @pass_context
    def language(context: object, value: object) -> str:
        return f"{value}{getattr(context, 'language', '')}"

    @pass_environment
    def bare(environment: object, value: str) -> str:
        return value if environment else ""

    program = octavo.compile_template(
        markdown(
            tmp_path,
            "{{ x|shout }} {{ x is loud }} {{ pick(1, b=2) }} {{ firm }} {{ x|language }}"
            "{{ x|bare }}",
        ),
        filters={"shout": lambda value: f"{value}!", "language": language, "bare": bare},
        tests={"loud": lambda value: value == "a"},
        globals={"pick": lambda a, b: a + b, "firm": "Acme"},
    )
    assert program.render({"x": "a"}, language="fr") == b"a! True 3 Acme afra\n"
    assert program.render({"x": "a", "firm": "Own"}).split()[3] == b"Own"


def test_a_fault_of_a_program_s_own_function_stands_at_its_tag(tmp_path: Path) -> None:
    def fails(value: object) -> str:
        raise RuntimeError(value)

    program = octavo.compile_template(
        markdown(tmp_path, "{{ x|fails }}\n{{ f(x) }}"),
        filters={"fails": fails},
        globals={"f": fails},
    )
    with pytest.raises(octavo.RenderError) as caught:
        program.render({"x": "why"})
    assert [str(found.location)[-6:] for found in caught.value.findings] == ["md:1:1", "md:2:1"]


def test_what_a_program_does_not_add_is_refused(tmp_path: Path) -> None:
    with pytest.raises(octavo.TemplateError, match="no such function or macro"):
        octavo.compile_template(markdown(tmp_path, "{{ pick(1) }}"))


@pytest.mark.parametrize(
    ("missing", "text"),
    [("empty", b"[] [] no []\n"), ("keep", b"[{{ a.b.c }}] [{{ d\\|upper }}] no []\n")],
)
def test_missing_names_may_be_passed_over_and_are_told(
    missing: octavo.expressions.OnMissing, text: bytes, tmp_path: Path
) -> None:
    program = octavo.compile_template(
        markdown(
            tmp_path,
            ""
            "[{{ a.b.c }}] [{{ d|upper }}] {% for x in e %}x{% else %}no{% endfor %} "
            "[{% if f %}f{% endif %}]",
        )
    )
    filled = program.fill({"a": {}}, missing=missing)
    assert filled.content == text
    assert [(note.level.value, note.rule) for note in filled.notes] == [
        ("note", "undefined-name")
    ] * 4
    with pytest.raises(octavo.RenderError):
        program.render({"a": {}})


def test_text_of_an_iterator_or_range_is_refused() -> None:
    for value in (iter([1]), range(3)):
        with pytest.raises(FaultError, match="a list cannot be printed"):
            text_of(value)


@pytest.mark.parametrize(
    ("text", "data", "words"),
    [
        ("{% break x %}", {}, "nothing can follow"),
        (
            "{% set n = namespace() %}" + "".join(f"{{% set n.a{i} = 1 %}}" for i in range(1_002)),
            {},
            "more than 1,000 names",
        ),
    ],
)
def test_what_goes_too_far_is_refused(
    text: str,
    data: dict[str, object],
    words: str,
    render: Render,
    refused: Callable[[str], list[tuple[str, octavo.Finding]]],
) -> None:
    if "namespace" in text:
        with pytest.raises(RunError, match=words):
            render(text, **data)
    else:
        assert any(words in fault.message for _, fault in refused(text))


def test_a_loop_of_pairs_can_be_left(render: Render) -> None:
    text = "{% for k, v in m|items %}{% if v == 2 %}{% break %}{% endif %}{{ k }}{% endfor %}"
    assert render(text, m={"a": 1, "b": 2}) == "a"
    counted = "{% for k in m %}{{ loop.index }}{% break %}{% endfor %}"
    assert render(counted, m=[1, 2]) == "1"


def test_output_beyond_the_limit_is_named_as_such(render: Render) -> None:
    with pytest.raises(RunError, match="longer than"):
        render("{% for i in range(40) %}{{ s }}{% endfor %}", s="x" * 999_999)


def test_what_a_macro_or_filter_block_asks_for_is_known(tmp_path: Path) -> None:
    text = "{% macro m(a) %}{{ a }}{{ b }}{% endmacro %}{{ m(e) }}"
    text += "{% filter replace(c, d) %}x{% endfilter %}"
    found = octavo.fields(markdown(tmp_path, text))
    assert [one.path for one in found] == ["b", "e", "c", "d"]
