"""Source text as nodes of Jinja's syntax tree, held against what a template may say."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, TypeVar

from jinja2 import nodes

from octavo.expressions.allow import RESERVED, check
from octavo.expressions.environment import Sandbox
from octavo.expressions.fault import LIMIT, SYNTAX, Fault
from octavo.expressions.limits import LIMITS

SANDBOX: Final = Sandbox()

REMEMBERED: Final = 2_000
_Node = TypeVar("_Node", bound=nodes.Node)
_NAME: Final = r"[A-Za-z][A-Za-z0-9_]*"
_PATH: Final = re.compile(rf"\s*({_NAME}(?:\.{_NAME})*)\s*", re.ASCII)
_LOOP: Final = re.compile(rf"for\s+({_NAME})\s+in\s+({_NAME}(?:\.{_NAME})*)", re.ASCII)
_WORDS: Final = RESERVED | {
    *("true", "True", "false", "False", "none", "None"),
    *("and", "or", "not", "in", "is", "if", "else"),
}
"""Names that are none, or that must be refused."""


class TagError(Exception):
    """A tag that says what a template must not say, or nothing sensible."""

    def __init__(self, *faults: Fault) -> None:
        self.faults = faults
        super().__init__("; ".join(fault.message for fault in faults))


@lru_cache(maxsize=REMEMBERED)
def parse_expression(source: str, sandbox: Sandbox = SANDBOX) -> nodes.Expr:
    """An expression; most are but a name with dots, which needs no parser.

    The same source gives the same nodes, which nobody may change.

    Raises:
        TagError: It breaks rules.
        TemplateSyntaxError: It is no expression.
    """
    plain = _PATH.fullmatch(source)
    if plain is not None and plain[1].partition(".")[0] not in _WORDS:
        return _path(plain[1])
    if not source.strip():
        raise TagError(Fault(SYNTAX, "the tag is empty", "name what it should print"))
    match sandbox.parse("{{ " + source + " }}").body:
        case [nodes.Output(nodes=[nodes.Expr() as expression])]:
            return _checked(expression, source, sandbox)
        case _:
            raise TagError(Fault(SYNTAX, "it is not a single expression"))


def parse_test(source: str, sandbox: Sandbox = SANDBOX) -> nodes.Expr:
    """What a condition tests.

    Raises:
        TagError: It breaks rules.
        TemplateSyntaxError: It is no expression.
    """
    if not source.strip():
        raise TagError(Fault(SYNTAX, "there is no condition", "say when the text should stand"))
    return parse_expression(source, sandbox)


@lru_cache(maxsize=REMEMBERED)
def parse_statement(source: str, closing: str = "", sandbox: Sandbox = SANDBOX) -> nodes.Stmt:
    """A statement; that of a block is still empty, and ``closing`` is the word that ends it.

    The same source gives the same nodes, which nobody may change.

    Raises:
        TagError: It breaks rules.
        TemplateSyntaxError: It is no statement.
    """
    plain = _LOOP.fullmatch(source)
    if plain is not None and not {plain[1], plain[2].partition(".")[0]} & {*_WORDS, "loop"}:
        return nodes.For(nodes.Name(plain[1], "store"), _path(plain[2]), [], [], None, _NO)
    end = f"{{% {closing} %}}" if closing else ""
    match sandbox.parse(f"{{% {source} %}}{end}").body:
        case [nodes.For(recursive=True)]:
            raise TagError(Fault(SYNTAX, "a loop cannot be recursive here"))
        case [nodes.Stmt() as statement]:
            return _checked(statement, source, sandbox)
        case _:
            raise TagError(Fault(SYNTAX, "it is not a single statement"))


_NO: Final = False


def _path(source: str) -> nodes.Expr:
    first, *fields = source.split(".")
    if len(fields) > LIMITS.depth:
        raise TagError(Fault(LIMIT, "the expression is nested too deeply"))
    node: nodes.Expr = nodes.Name(first, "load")
    for field in fields:
        node = nodes.Getattr(node, field, "load")
    return node


def _checked(node: _Node, source: str, sandbox: Sandbox) -> _Node:
    faults = check(node, sandbox, is_long=len(source) > LIMITS.depth)
    if faults:
        raise TagError(*faults)
    return node
