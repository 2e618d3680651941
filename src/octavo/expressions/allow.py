"""What an expression may be made of: an allowlist of Jinja's node types, without calls."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from jinja2 import nodes

from octavo.expressions.fault import LIMIT, SYNTAX, UNSAFE, Fault
from octavo.expressions.functions import LOOP_METHODS
from octavo.expressions.hints import function_hint, method_hint
from octavo.expressions.limits import LIMITS
from octavo.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jinja2 import Environment

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
        hint = function_hint(node.name) or did_you_mean(node.name, known)
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
