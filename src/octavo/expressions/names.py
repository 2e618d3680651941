"""The names a template asks of the data, followed through loops, names and filters.

They are told as fields, also as JSON Schema.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from jinja2 import nodes
from msgspec import Struct, field

from octavo.expressions.syntax import Assign, BlockEdge, Jump, Print
from octavo.expressions.tree import (
    Condition,
    Defining,
    Filtering,
    HeldOutput,
    Loop,
    Naming,
    Node,
    Scope,
)

if TYPE_CHECKING:
    from octavo.finding import Finding
    from octavo.location import Location


_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_PRINTED: Final = ["string", "number", "boolean", "null"]


class Field(Struct, frozen=True):
    """A name that a template asks for.

    Attributes:
        path: The name from the root of the data: ``brief.requests[].ask``.
        use: What the template does with it.
        location: Where.
        source: The tag.
    """

    path: str
    use: Use
    location: Location
    source: str


class Filled(Struct, frozen=True):
    """A filled template.

    Attributes:
        content: The file.
        notes: What is to be said about it, such as names that were missing and may be.
    """

    content: bytes
    notes: tuple[Finding, ...]


def schema_of(fields: Iterable[Field]) -> dict[str, Any]:
    """The schema of the data of a template (draft 2020-12).

    A name with names below it is an object, one that is looped over or indexed an array; what is
    printed is a text, a number, a yes-or-no value or nothing. No more is known from a template.
    """
    root: dict[str, Any] = {"$schema": _DIALECT, "type": "object"}
    for each in fields:
        node = root
        for step in each.path.replace("[]", ".[]").split("."):
            node = _below(node, step)
        if each.use is Use.LOOP and "properties" not in node:
            node["type"] = "array"
        elif each.use is Use.PRINT and "type" not in node:
            node["type"] = _PRINTED
    return root


def _below(node: dict[str, Any], step: str) -> dict[str, Any]:
    """The schema of an item or of a field, made where it is not there."""
    if step == "[]":
        node["type"] = "array"
        inner: dict[str, Any] = node.setdefault("items", {})
        return inner
    node["type"] = "object"
    found: dict[str, Any] = node.setdefault("properties", {}).setdefault(step, {})
    return found


class Use(StrEnum):
    """What a template does with a value."""

    PRINT = "prints"
    LOOP = "loops over"
    OTHER = "uses"


class Ask(Struct, frozen=True):
    """One name a template asks for.

    Attributes:
        path: The name from the root of the data; ``[]`` stands for each item of a list:
            ``brief.requests[].ask``.
        use: What is done with the value.
        mark: The tag that asks.
    """

    path: str
    use: Use
    mark: int


_KEEPS_VALUE: Final = frozenset(
    {"default", "d", "e", "escape", "safe", "forceescape", "markdown", "string"}
    | {"sort", "unique", "reverse", "select", "reject", "selectattr", "rejectattr", "list"}
    | {"upper", "lower", "capitalize", "title", "trim", "replace", "truncate", "center"}
    | {"indent", "wordwrap", "urlencode", "date", "datetime", "time", "number", "percent"}
    | {"currency", "round"}
)
_TAKES_ITEM: Final = frozenset({"first", "last"})
_NAMES_FIELD: Final = frozenset({"selectattr", "rejectattr", "groupby", "map", "sort", "join"})
_PAIRS: Final = frozenset({"items", "dictsort"})

_Scope = dict[str, str | None]


def asks(tree: Iterable[Node]) -> tuple[Ask, ...]:
    """Everything a template asks of the data, in order, each name once a tag."""
    walker = _Walker()
    walker.walk(tree, {})
    return tuple(dict.fromkeys(walker.found))


class _Walker(Struct):
    found: list[Ask] = field(default_factory=list)
    mark: int = 0

    def walk(self, body: Iterable[Node], scope: _Scope) -> None:
        for node in body:
            if not isinstance(node, (str, BlockEdge, Condition, Jump)):
                self.mark = node.mark
            self._node(node, scope)

    def _node(self, node: Node, scope: _Scope) -> None:
        match node:
            case Print(expression=printed):
                self.path(printed, scope, Use.PRINT)
            case Loop():
                self._loop(node, scope)
            case Condition():
                self._condition(node, scope)
            case Assign(node=statement):
                path = self.path(statement.node, scope, Use.OTHER)
                scope.update(_named(statement.target, path))
            case Scope():
                self._with(node, scope)
            case Naming() | HeldOutput() | Filtering() | Defining():
                self._body(node, scope)
            case _:
                pass

    def _body(self, node: Naming | HeldOutput | Filtering | Defining, scope: _Scope) -> None:
        own: _Scope = {}
        if isinstance(node, Defining):
            own = dict.fromkeys([one.name for one in node.node.args])
        self.walk(node.body, {**scope, **own} if own else scope)
        if isinstance(node, (Naming, Filtering)):
            self._arguments(node.node.filter, scope)
        if isinstance(node, Naming):
            scope.update(_named(node.node.target, None))

    def _condition(self, node: Condition, scope: _Scope) -> None:
        for one in node.alternatives:
            self.mark = one.mark
            if one.test is not None:
                self.path(one.test, scope, Use.OTHER)
            self.walk(one.body, scope)

    def _with(self, node: Scope, scope: _Scope) -> None:
        inner = dict(scope)
        for target, value in zip(node.node.targets, node.node.values, strict=True):
            inner.update(_named(target, self.path(value, scope, Use.OTHER)))
        self.walk(node.body, inner)

    def _loop(self, node: Loop, scope: _Scope) -> None:
        statement = node.node
        variables = self._variables(statement.target, statement.iter, scope)
        inner = {**scope, **variables, "loop": None}
        if statement.test is not None:
            self.path(statement.test, inner, Use.OTHER)
        self.walk(node.body, inner)
        self.walk(node.otherwise, dict(scope))

    def _variables(self, target: nodes.Node, source: nodes.Node, scope: _Scope) -> _Scope:
        """What the variables of a loop stand for."""
        name = source.name if isinstance(source, nodes.Filter) else ""
        if isinstance(source, nodes.Filter) and source.node and name in _PAIRS | {"groupby"}:
            base = self.path(source.node, scope, Use.LOOP)
            second = base if name == "groupby" else _each(base)
            return dict(zip(_names(target), (None, second), strict=False))
        return _named(target, _each(self.path(source, scope, Use.LOOP)))

    def path(self, node: nodes.Node, scope: _Scope, use: Use) -> str | None:
        """Record what an expression asks for; return its own path where it has one."""
        match node:
            case nodes.Name() | nodes.Getattr() | nodes.Getitem():
                return self._record(self._follow(node, scope), use)
            case nodes.Filter(node=nodes.Expr() as inner):
                return self._filtered(node, inner, scope, use)
            case nodes.CondExpr(test=test, expr1=first, expr2=second):
                self.path(test, scope, Use.OTHER)
                self.path(first, scope, use)
                if second is not None:
                    self.path(second, scope, use)
            case nodes.Or(left=left, right=right) | nodes.And(left=left, right=right):
                self.path(left, scope, use)
                self.path(right, scope, use)
            case _:
                for child in _asking(node):
                    self.path(child, scope, Use.OTHER)
        return None

    def _record(self, path: str | None, use: Use) -> str | None:
        if path is not None:
            self.found.append(Ask(path, use, self.mark))
        return path

    def _follow(self, node: nodes.Expr, scope: _Scope) -> str | None:
        match node:
            case nodes.Name(name=name):
                return scope.get(name, name)
            case nodes.Getattr():
                return _under(self._follow(node.node, scope), node.attr)
            case nodes.Getitem(arg=nodes.Const(value=str() as key)):
                return _under(self._follow(node.node, scope), key)
            case nodes.Getitem(arg=nodes.Slice()):
                return self._follow(node.node, scope)
            case nodes.Getitem():
                self.path(node.arg, scope, Use.OTHER)
                return _each(self._follow(node.node, scope))
            case _:
                return self.path(node, scope, Use.OTHER)

    def _arguments(self, chain: nodes.Node | None, scope: _Scope) -> None:
        """What the arguments of a chain of filters ask for."""
        while isinstance(chain, nodes.Filter):
            for argument in (*chain.args, *(keyword.value for keyword in chain.kwargs)):
                self.path(argument, scope, Use.OTHER)
            chain = chain.node

    def _filtered(
        self, node: nodes.Filter, inner: nodes.Expr, scope: _Scope, use: Use
    ) -> str | None:
        for argument in (*node.args, *(keyword.value for keyword in node.kwargs)):
            self.path(argument, scope, Use.OTHER)
        base = self.path(inner, scope, use if node.name in _KEEPS_VALUE else Use.OTHER)
        self._record(_under(_each(base), _field_of(node)), Use.OTHER)
        if node.name in _TAKES_ITEM:
            return self._record(_each(base), use)
        return base if node.name in _KEEPS_VALUE else None


def _asking(node: nodes.Node) -> Iterable[nodes.Node]:
    """What within an expression may ask for something: what is called is no name of the data."""
    if isinstance(node, nodes.Call):
        return [*node.args, *(keyword.value for keyword in node.kwargs)]
    return node.iter_child_nodes()


def _field_of(node: nodes.Filter) -> str | None:
    """The field of each item that a filter is told to look at."""
    by_name = (keyword.value for keyword in node.kwargs if keyword.key == "attribute")
    given = next(by_name, None)
    if given is None and node.args and node.name in {"selectattr", "rejectattr", "groupby"}:
        given = node.args[0]
    if isinstance(given, nodes.Const) and node.name in _NAMES_FIELD:
        return str(given.value)
    return None


def _each(path: str | None) -> str | None:
    return None if path is None else path + "[]"


def _under(path: str | None, name: str | None) -> str | None:
    return None if path is None or name is None else f"{path}.{name}"


def _names(target: nodes.Node) -> list[str]:
    return [name.name for name in target.find_all(nodes.Name)] or (
        [target.name] if isinstance(target, nodes.Name) else []
    )


def _named(target: nodes.Node, path: str | None) -> _Scope:
    if isinstance(target, nodes.Name):
        return {target.name: path}
    return dict.fromkeys(_names(target))
