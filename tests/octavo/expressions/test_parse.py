from __future__ import annotations

from collections.abc import Callable

import pytest
from jinja2 import nodes

from octavo.expressions import Fault, TagError
from octavo.expressions.parse import parse_expression, parse_statement, parse_test

Refused = Callable[[str], list[tuple[str, Fault]]]


def test_a_path_is_read_as_the_parser_reads_it() -> None:
    plain = parse_expression("brief.title")
    assert plain == parse_expression("(brief.title)")
    assert isinstance(plain, nodes.Getattr)


def test_a_plain_loop_is_read_as_the_parser_reads_it() -> None:
    plain = parse_statement("for item in brief.items", "endfor")
    assert plain == parse_statement("for item in (brief.items)", "endfor")


def test_a_path_that_begins_with_a_word_of_the_language_is_left_to_the_parser() -> None:
    assert parse_expression("none.a") == nodes.Getattr(nodes.Const(None), "a", "load")
    loop = parse_statement("for item in none.a", "endfor")
    assert loop == parse_statement("for item in (none.a)", "endfor")


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (" ", "the tag is empty"),
        ("a }}{{ b", "it is not a single expression"),
        ("a" + ".b" * 41, "nested too deeply"),
    ],
)
def test_what_is_no_single_expression_is_refused(source: str, message: str) -> None:
    with pytest.raises(TagError, match=message):
        parse_expression(source)


def test_a_condition_has_to_test_something() -> None:
    with pytest.raises(TagError, match="there is no condition"):
        parse_test("")


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
