"""What an expression may be made of: an allowlist of Jinja's node types, without calls."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from jinja2 import nodes

from octavo.expressions.fault import LIMIT, SYNTAX, UNSAFE, Fault
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
    *(nodes.Or, nodes.Not, nodes.Neg, nodes.Pos),
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
        yield _refusal(node, environment)
        return
    judge = _JUDGES.get(type(node))
    if judge is not None:
        yield from judge(node, environment)
    for child in node.iter_child_nodes():
        yield from _faults(child, environment)


def _refusal(node: nodes.Node, environment: Environment) -> Fault:
    if not isinstance(node, nodes.Call):  # of all else, Jinja reads but the target of a set
        return Fault(UNSAFE, "it changes a field, and a template changes nothing")
    called = node.node
    if isinstance(called, nodes.Getattr):
        hint = f"write “|{called.attr}”" if called.attr in environment.filters else ""
        return Fault(UNSAFE, f"it calls “{called.attr}()”, and a template calls nothing", hint)
    name = f"“{called.name}()”" if isinstance(called, nodes.Name) else "something"
    return Fault(UNSAFE, f"it calls {name}, and a template calls nothing", "use filters instead")


def _name(node: nodes.Name, _: Environment) -> Iterator[Fault]:
    if node.name.startswith("__") or node.name in RESERVED:
        yield _inner(node.name)


def _attribute(node: nodes.Getattr, _: Environment) -> Iterator[Fault]:
    if node.attr.startswith("_"):
        yield _inner(node.attr)


def _inner(name: str) -> Fault:
    return Fault(UNSAFE, f"“{name}” reaches into the program, not into the data")


def _filter(node: nodes.Filter, environment: Environment) -> Iterator[Fault]:
    if node.name in _INNER:
        yield _inner(node.name)
    elif node.name not in environment.filters or node.name.startswith("_"):
        known = [name for name in environment.filters if not name.startswith("_")]
        yield Fault(SYNTAX, f"there is no filter “{node.name}”", did_you_mean(node.name, known))
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
        yield Fault(SYNTAX, "“%” works on numbers only", "for text, use the filter “format”")


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
}
