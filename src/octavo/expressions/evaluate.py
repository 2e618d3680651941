"""Expressions as functions: each node of Jinja's syntax tree once, without generated code.

What the values are asked for goes through the sandbox of `octavo.expressions.environment`.
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from functools import lru_cache
from typing import Any, Final

from jinja2 import Undefined, nodes
from jinja2.runtime import LoopContext

from octavo.expressions.describe import describe, text_of
from octavo.expressions.environment import joined
from octavo.expressions.fault import FaultError, unfit
from octavo.expressions.frame import Frame
from octavo.expressions.macro import Macro
from octavo.expressions.parse import SANDBOX
from octavo.expressions.weigh import compared, copied, hashed, sought

Evaluate = Callable[["Frame"], Any]

_COMPARISONS: Final[dict[str, Callable[[Any, Any], Any]]] = {
    "eq": operator.eq,
    "ne": operator.ne,
    "gt": operator.gt,
    "gteq": operator.ge,
    "lt": operator.lt,
    "lteq": operator.le,
    "in": lambda item, group: item in group,
    "notin": lambda item, group: item not in group,
}
_PLAIN: Final[dict[str, Callable[[Any, Any], Any]]] = {
    "-": operator.sub,
    "/": operator.truediv,
    "//": operator.floordiv,
}
_UNARY: Final[dict[str, Callable[[Any], Any]]] = {
    "not": operator.not_,
    "-": operator.neg,
    "+": operator.pos,
}


@lru_cache(maxsize=8_000)
def steps_of(node: nodes.Node) -> int:
    """The steps of working an expression out once, what filters and comparisons take left out."""
    if isinstance(node, (nodes.Name, nodes.Const)):
        return 1
    if isinstance(node, nodes.Getattr) and isinstance(node.node, nodes.Name):
        return 1
    return 1 + sum(1 for _ in node.find_all(nodes.Node)) // 4


@lru_cache(maxsize=8_000)
def evaluator(node: nodes.Node) -> Evaluate:
    """The function that works an expression out; the same for the same node, by identity."""
    return _MAKERS[type(node)](node)


@lru_cache(maxsize=8_000)
def worked_out(node: nodes.Expr) -> tuple[Evaluate, int, str]:
    """How a printed expression is worked out, its steps, and what a template calls it."""
    return evaluator(node), steps_of(node), label_of(node)


def _name(node: nodes.Name) -> Evaluate:
    name = node.name

    def name_of(frame: Frame) -> object:
        names = frame.names
        if name in names:
            return names[name]
        data = frame.data
        if name in data:
            return data[name]
        values = frame.sandbox.values
        return values[name] if name in values else SANDBOX.undefined(name=name)

    return name_of


def _const(node: nodes.Const) -> Evaluate:
    value = node.value
    return lambda _: value


def _getattr(node: nodes.Getattr) -> Evaluate:
    if isinstance(node.node, nodes.Name):
        return _field_of_name(node.node.name, node.attr, evaluator(node.node))
    inner, name, label = evaluator(node.node), node.attr, label_of(node.node)

    def field(frame: Frame) -> object:
        holder = inner(frame)
        if type(holder) is dict and name in holder:
            return holder[name]
        return SANDBOX.field(holder, name, label)

    return field


def _field_of_name(holder: str, name: str, whole: Evaluate) -> Evaluate:
    """The same of a name: most of what a template asks for, so that no call is made for it."""

    def field(frame: Frame) -> object:
        names = frame.names
        value = names[holder] if holder in names else frame.data.get(holder)
        if type(value) is dict and name in value:
            return value[name]
        return SANDBOX.field(whole(frame), name, holder)

    return field


def label_of(node: nodes.Node) -> str:
    """What a template calls a value: ``client``, ``brief.events``; empty for anything else."""
    match node:
        case nodes.Name(name=name):
            return name
        case nodes.Getattr(node=inner, attr=name):
            label = label_of(inner)
            return f"{label}.{name}" if label else ""
        case _:
            return ""


def _getitem(node: nodes.Getitem) -> Evaluate:
    inner, key = evaluator(node.node), evaluator(node.arg)
    label = label_of(node.node)

    def item(frame: Frame) -> object:
        holder, at = inner(frame), key(frame)
        if type(at) is tuple or type(at) is slice:
            frame.spend(hashed(at, frame.work + 1) if type(at) is tuple else copied(holder))
        return SANDBOX.item(holder, at, label)

    return item


def _slice(node: nodes.Slice) -> Evaluate:
    start, stop, step = map(_optional, (node.start, node.stop, node.step))
    return lambda frame: slice(start(frame), stop(frame), step(frame))


def _optional(node: nodes.Expr | None) -> Evaluate:
    return (lambda _: None) if node is None else evaluator(node)


def _filter(node: nodes.Filter) -> Evaluate:
    """A filter is given what Jinja's own code would give it."""
    name = node.name
    return _applied(lambda frame: frame.sandbox.filters[name], _optional(node.node), node)


def _test(node: nodes.Test) -> Evaluate:
    name = node.name
    return _applied(lambda frame: frame.sandbox.tests[name], evaluator(node.node), node)


def _applied(
    function_of: Callable[[Frame], Any], inner: Evaluate, node: nodes.Filter | nodes.Test
) -> Evaluate:
    given = _given(node)

    def apply(frame: Frame) -> Any:  # noqa: ANN401 — whatever the filter gives
        function = function_of(frame)
        arguments, named = given(frame)
        if hasattr(function, "jinja_pass_arg"):  # every one of ours is given the context
            return function(frame.context, inner(frame), *arguments, **named)
        return function(inner(frame), *arguments, **named)

    return apply


def _given(
    node: nodes.Filter | nodes.Test | nodes.Call,
) -> Callable[[Frame], tuple[list[Any], dict[str, Any]]]:
    """The function that works out the arguments of a filter, a test or a call."""
    arguments = [evaluator(argument) for argument in node.args]
    named = [(str(one.key), evaluator(one.value)) for one in node.kwargs]
    if not named:
        return lambda frame: ([argument(frame) for argument in arguments], {})
    return lambda frame: (
        [argument(frame) for argument in arguments],
        {key: value(frame) for key, value in named},
    )


_CALL: Final = 8
"""Steps of a call."""


def _call(node: nodes.Call) -> Evaluate:
    """A call of a macro, of a function that the program knows, or of ``loop.cycle``."""
    given, called = _given(node), node.node
    if isinstance(called, nodes.Getattr):
        holder, method = evaluator(called.node), called.attr

        def of_loop(frame: Frame) -> object:
            loop = holder(frame)
            if not isinstance(loop, LoopContext):
                raise unfit("there is no loop around it")
            arguments, _ = given(frame)
            return getattr(loop, method)(*arguments)

        return of_loop
    name = called.name if isinstance(called, nodes.Name) else ""

    def call(frame: Frame) -> object:
        function: Any = frame.names.get(name)
        if not isinstance(function, Macro):
            function = frame.sandbox.functions.get(name)
        if function is None:
            raise unfit(f"“{name}” is not known here", "define a macro before it is called")
        arguments, named = given(frame)
        frame.spend(_CALL)
        return function(*arguments, **named)

    return call


def _condition(node: nodes.CondExpr) -> Evaluate:
    test, first = evaluator(node.test), evaluator(node.expr1)
    second = (lambda _: Undefined()) if node.expr2 is None else evaluator(node.expr2)
    return lambda frame: first(frame) if test(frame) else second(frame)


def _and(node: nodes.And) -> Evaluate:
    left, right = evaluator(node.left), evaluator(node.right)
    return lambda frame: left(frame) and right(frame)


def _or(node: nodes.Or) -> Evaluate:
    left, right = evaluator(node.left), evaluator(node.right)
    return lambda frame: left(frame) or right(frame)


def _compare(node: nodes.Compare) -> Evaluate:
    first = evaluator(node.expr)
    rest = [
        (sought if one.op.endswith("in") else compared, _COMPARISONS[one.op], evaluator(one.expr))
        for one in node.ops
    ]

    def compare(frame: Frame) -> Any:  # noqa: ANN401 — what the comparison gives
        left, result = first(frame), True
        for cost, comparison, other in rest:
            right = other(frame)
            frame.spend(cost(left, right, frame.work + 1))
            try:
                result = comparison(left, right)
            except TypeError:
                raise _incomparable(left, right) from None
            if not result:
                return result
            left = right
        return result

    return compare


def _incomparable(left: object, right: object) -> FaultError:
    is_text = isinstance(left, str) or isinstance(right, str)
    hint = "make the text a number: “|float”" if is_text else ""
    return unfit(f"{describe(left)} cannot be compared with {describe(right)}", hint)


def _binary(node: nodes.BinExpr) -> Evaluate:
    left, right, sign = evaluator(node.left), evaluator(node.right), node.operator
    plain = _PLAIN.get(sign)
    if plain is not None:
        return _plainly(plain, sign, left, right)
    return lambda frame: SANDBOX.call_binop(frame.context, sign, left(frame), right(frame))


def _plainly(
    plain: Callable[[Any, Any], Any], sign: str, left: Evaluate, right: Evaluate
) -> Evaluate:
    def work_out(frame: Frame) -> Any:  # noqa: ANN401 — what the values make of it
        one, other = left(frame), right(frame)
        try:
            return plain(one, other)
        except TypeError:
            text = next((side for side in (one, other) if isinstance(side, str)), one)
            hint = "a name holds no hyphen: write “_”" if sign == "-" else ""
            raise unfit(f"“{sign}” needs numbers, not {describe(text)}", hint) from None

    return work_out


def _unary(node: nodes.UnaryExpr) -> Evaluate:
    inner, change = evaluator(node.node), _UNARY[node.operator]
    return lambda frame: change(inner(frame))


def _list(node: nodes.List) -> Evaluate:
    members = [evaluator(one) for one in node.items]
    return lambda frame: [member(frame) for member in members]


def _tuple(node: nodes.Tuple) -> Evaluate:
    members = [evaluator(one) for one in node.items]
    return lambda frame: tuple(member(frame) for member in members)


def _dict(node: nodes.Dict) -> Evaluate:
    pairs = [(evaluator(one.key), evaluator(one.value)) for one in node.items]

    def mapping(frame: Frame) -> dict[Any, Any]:
        found = {}
        for key, value in pairs:
            name = key(frame)
            frame.spend(hashed(name, frame.work + 1))
            found[name] = value(frame)
        return found

    return mapping


def _concat(node: nodes.Concat) -> Evaluate:
    parts = [evaluator(one) for one in node.nodes]

    def concat(frame: Frame) -> str:
        text = joined(text_of(part(frame)) for part in parts)
        frame.spend(copied(text))
        return text

    return concat


_MAKERS: Final[dict[type, Callable[[Any], Evaluate]]] = {
    nodes.Name: _name,
    nodes.Const: _const,
    nodes.Getattr: _getattr,
    nodes.Getitem: _getitem,
    nodes.Slice: _slice,
    nodes.Filter: _filter,
    nodes.Test: _test,
    nodes.Call: _call,
    nodes.CondExpr: _condition,
    nodes.And: _and,
    nodes.Or: _or,
    nodes.Compare: _compare,
    nodes.List: _list,
    nodes.Tuple: _tuple,
    nodes.Dict: _dict,
    nodes.Concat: _concat,
    **dict.fromkeys((nodes.Add, nodes.Sub, nodes.Mul, nodes.Div), _binary),
    **dict.fromkeys((nodes.FloorDiv, nodes.Mod, nodes.Pow), _binary),
    **dict.fromkeys((nodes.Not, nodes.Neg, nodes.Pos), _unary),
}
"""Every node type that `octavo.expressions.parse` admits in an expression."""
