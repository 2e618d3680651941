"""Steps and the text between them as one Jinja syntax tree."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

from bluf.expressions.syntax import (
    SANDBOX,
    Assign,
    Branch,
    Capture,
    Close,
    Open,
    Print,
    Release,
    Step,
    line_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

WRITE: Final = "_write"
TURNS: Final = "_turns"
KEEP: Final = "_keep"
JOIN: Final = "_join"
_NO: Final = False

Item = str | Step


def assemble(items: Iterable[Item], muted: frozenset[int] = frozenset()) -> nodes.Template:
    """One tree of all items; steps whose marks are muted do nothing, blocks of theirs neither.

    The blocks match; ``bluf.expressions.blocks`` has seen to that.
    """
    builder = _Builder(muted)
    for item in items:
        if not isinstance(item, str):
            builder.take(item)
        elif item:
            builder.body.append(_output(nodes.TemplateData(item, lineno=0), 0))
    template = nodes.Template(builder.body, lineno=1)
    template.set_environment(SANDBOX)
    return template


@dataclass(slots=True)
class _Frame:
    outer: list[nodes.Node]
    node: nodes.Stmt


class _Builder:
    def __init__(self, muted: frozenset[int]) -> None:
        self.body: list[nodes.Node] = []
        self._muted = muted
        self._frames: list[_Frame] = []

    def take(self, step: Step) -> None:
        match step:
            case Print(mark, expression):
                self._print(mark, expression)
            case Open(mark, _, node):
                self._open(mark, deepcopy(node))
            case Branch(mark, _, test):
                self._branch(mark, test)
            case Close() | Release():
                self.body = self._frames.pop().outer
            case Assign(mark, node):
                self._assign(mark, node)
            case Capture(mark):
                self._push(nodes.FilterBlock([], _filter(None, KEEP, mark), lineno=line_of(mark)))

    def _print(self, mark: int, expression: nodes.Expr) -> None:
        if mark not in self._muted:
            value = _Concatenation().visit(deepcopy(expression))
            self.body.append(_output(_filter(value, WRITE, mark), line_of(mark)))

    def _assign(self, mark: int, node: nodes.Stmt) -> None:
        if mark not in self._muted:
            self.body.append(_Concatenation().visit(deepcopy(node)))

    def _push(self, node: nodes.Stmt) -> None:
        self.body.append(node)
        self._frames.append(_Frame(self.body, node))
        self.body = _body_of(node)

    def _open(self, mark: int, node: nodes.Stmt) -> None:
        _Concatenation().visit(node)
        if mark in self._muted:
            node = nodes.If(nodes.Const(_NO), [], [], [], lineno=line_of(mark))
        elif isinstance(node, nodes.For):
            node.iter = _filter(node.iter, TURNS, mark)
        self._push(node)

    def _branch(self, mark: int, test: nodes.Expr | None) -> None:
        node = self._frames[-1].node
        if test is not None and isinstance(node, nodes.If):
            test = nodes.Const(_NO) if mark in self._muted else deepcopy(test)
            branch = nodes.If(_Concatenation().visit(test), [], [], [], lineno=line_of(mark))
            node.elif_.append(branch)
            self.body = branch.body
        elif isinstance(node, (nodes.If, nodes.For)):
            self.body = node.else_


def _body_of(node: nodes.Stmt) -> list[nodes.Node]:
    match node:
        case nodes.If() | nodes.For() | nodes.With() | nodes.AssignBlock() | nodes.FilterBlock():
            return node.body
        case _:
            return []


def _output(node: nodes.Expr, line: int) -> nodes.Output:
    return nodes.Output([node], lineno=line)


def _filter(node: nodes.Node | None, name: str, mark: int) -> nodes.Filter:
    line = line_of(mark)
    return nodes.Filter(node, name, [nodes.Const(mark, lineno=line)], [], None, None, lineno=line)


class _Concatenation(NodeTransformer):
    """``a ~ b`` through our own filter: None is nothing, and lengths are bounded."""

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802 — Jinja's visitor names it
        self.generic_visit(node)
        parts = nodes.List(node.nodes, lineno=node.lineno)
        return nodes.Filter(parts, JOIN, [], [], None, None, lineno=node.lineno)
