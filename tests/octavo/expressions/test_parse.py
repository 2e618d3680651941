from __future__ import annotations

import pytest
from jinja2 import nodes

from octavo.expressions import TagError
from octavo.expressions.parse import parse_expression, parse_statement, parse_test


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
