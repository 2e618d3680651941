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
