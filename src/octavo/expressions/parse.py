"""Source text as nodes of Jinja's syntax tree, held against what a template may say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any, Final, TypeVar

from jinja2 import Environment, nodes

from octavo.expressions.environment import Sandbox
from octavo.expressions.fault import LIMIT, LIMITS, SYNTAX, UNSAFE, Fault
from octavo.expressions.functions import LOOP_METHODS
from octavo.expressions.hints import function_hint, method_hint
from octavo.suggest import did_you_mean

_ALLOWED: Final = (
    *(nodes.Output, nodes.For, nodes.If, nodes.With, nodes.Assign, nodes.AssignBlock),
    *(nodes.Name, nodes.Const, nodes.TemplateData, nodes.Tuple, nodes.List, nodes.Dict),
    *(nodes.Pair, nodes.Keyword, nodes.CondExpr, nodes.Filter, nodes.Test, nodes.Getattr),
    *(nodes.Getitem, nodes.Slice, nodes.Concat, nodes.Compare, nodes.Operand, nodes.Add),
    *(nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Pow, nodes.And),
    *(nodes.Or, nodes.Not, nodes.Neg, nodes.Pos, nodes.NSRef, nodes.FilterBlock, nodes.Macro),
    nodes.Call,
)
RESERVED: Final = frozenset({"self", "super", "caller", "varargs", "kwargs"})
_BY_FIELD: Final = frozenset({"selectattr", "rejectattr", "groupby", "sum", "min", "max", "unique"})
_BY_NAME: Final = frozenset({"map", "join", "sort"} | _BY_FIELD)
_INNER: Final = frozenset({"attr", "xmlattr"})
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


def check(node: nodes.Node, environment: Environment, *, is_long: bool) -> tuple[Fault, ...]:
    """Every fault of an expression or statement; only a long one can be nested too deeply."""
    if is_long and _depth_exceeds(node, LIMITS.depth):
        return (Fault(LIMIT, "the expression is nested too deeply"),)
    return tuple(_faults(node, environment))


def _depth_exceeds(node: nodes.Node, limit: int) -> bool:
    level: list[nodes.Node] = [node]
    for _ in range(limit):
        level = [child for parent in level for child in parent.iter_child_nodes()]
        if not level:
            return False
    return True


def _faults(node: nodes.Node, environment: Environment) -> Iterator[Fault]:
    if not isinstance(node, _ALLOWED):
        yield Fault(UNSAFE, f"“{type(node).__name__}” is not for templates from outside")
        return
    judge = _JUDGES.get(type(node))
    if judge is not None:
        yield from judge(node, environment)
    for child in node.iter_child_nodes():
        yield from _faults(child, environment)


def _call(node: nodes.Call, environment: Environment) -> Iterator[Fault]:
    """Functions and macros are called by name; whether a macro is there is known later."""
    called = node.node
    if node.dyn_args is not None or node.dyn_kwargs is not None:
        yield Fault(SYNTAX, "the arguments of a call must be written out")
    if isinstance(called, nodes.Name):
        if called.name == "range" and any(map(_is_far, node.args)):
            yield Fault(UNSAFE, f"“range” counts more than {LIMITS.range:,} numbers")
        return
    if not isinstance(called, nodes.Getattr):
        hint = "use filters instead"
        yield Fault(UNSAFE, "it calls something that has no name of its own", hint)
    elif called.node != nodes.Name("loop", "load") or called.attr not in LOOP_METHODS:
        hint = method_hint(node, called, environment.filters)
        message = f"it calls “{called.attr}()”, but a template cannot call what is in its data"
        yield Fault(UNSAFE, message, hint)


def _is_far(node: nodes.Expr) -> bool:
    value = node.value if isinstance(node, nodes.Const) else 0
    return isinstance(value, int) and abs(value) > LIMITS.range


def _name(node: nodes.Name, _: Environment) -> Iterator[Fault]:
    if node.name.startswith("__") or node.name in RESERVED:
        yield _inner(node.name)


def _attribute(node: nodes.Getattr, _: Environment) -> Iterator[Fault]:
    if node.attr.startswith("_"):
        yield _inner(node.attr)


def _namespaced(node: nodes.NSRef, _: Environment) -> Iterator[Fault]:
    for name in (node.name, node.attr):
        if name.startswith("_"):
            yield _inner(name)


def _macro(node: nodes.Macro, environment: Environment) -> Iterator[Fault]:
    for name in (node.name, *(argument.name for argument in node.args)):
        if name.startswith("_") or name in RESERVED:
            yield _inner(name)
    if node.name in getattr(environment, "functions", ()):
        yield Fault(SYNTAX, f"“{node.name}” is the name of a function already")


def _inner(name: str) -> Fault:
    return Fault(UNSAFE, f"“{name}” reaches into the program, not into the data")


def _filter(node: nodes.Filter, environment: Environment) -> Iterator[Fault]:
    if node.name in _INNER:
        yield _inner(node.name)
    elif node.name not in environment.filters or node.name.startswith("_"):
        known = [name for name in environment.filters if not name.startswith("_")]
        hint = function_hint(node.name, ()) or did_you_mean(node.name, known)
        yield Fault(SYNTAX, f"there is no filter “{node.name}”", hint)
    if node.dyn_args is not None or node.dyn_kwargs is not None:
        yield Fault(SYNTAX, f"the arguments of “{node.name}” must be written out")
    yield from _arguments(node)


def _arguments(node: nodes.Filter) -> Iterator[Fault]:
    given = [*node.args, *(keyword.value for keyword in node.kwargs)]
    for argument in given:
        if not isinstance(argument, nodes.Const):
            continue
        value = argument.value
        if isinstance(value, int) and abs(value) > LIMITS.width:
            yield Fault(UNSAFE, f"“{node.name}” is given more than {LIMITS.width:,}")
        if isinstance(value, str) and node.name in _BY_NAME and _is_inner(value):
            yield _inner(value)


def _is_inner(path: str) -> bool:
    return any(part.startswith("_") for part in path.split("."))


def _test(node: nodes.Test, environment: Environment) -> Iterator[Fault]:
    if node.name not in environment.tests:
        hint = did_you_mean(node.name, environment.tests)
        yield Fault(SYNTAX, f"there is no test “is {node.name}”", hint)


def _times(node: nodes.Mul, _: Environment) -> Iterator[Fault]:
    if any(map(_is_group, (node.left, node.right))):
        yield Fault(UNSAFE, "it multiplies a text or a list, and only numbers can be multiplied")


def _modulo(node: nodes.Mod, _: Environment) -> Iterator[Fault]:
    if _is_group(node.left):
        hint = "for text, use the filter “format”: “'%.2f'|format(price)”"
        yield Fault(SYNTAX, "“%” works on numbers only", hint)


def _is_group(node: nodes.Expr) -> bool:
    is_text = isinstance(node, nodes.Const) and isinstance(node.value, str)
    return is_text or isinstance(node, (nodes.List, nodes.Tuple, nodes.Dict, nodes.Concat))


_JUDGES: Final[dict[type, Callable[[Any, Environment], Iterator[Fault]]]] = {
    nodes.Name: _name,
    nodes.Getattr: _attribute,
    nodes.Filter: _filter,
    nodes.Test: _test,
    nodes.Mul: _times,
    nodes.Mod: _modulo,
    nodes.Call: _call,
    nodes.NSRef: _namespaced,
    nodes.Macro: _macro,
}


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
