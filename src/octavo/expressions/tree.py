"""Steps and the text between them as a tree of blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, cast

from jinja2 import nodes
from msgspec import Struct, field

from octavo.expressions.syntax import Assign, BlockEdge, Branch, Capture, Jump, Open, Print, Step

Item = str | Step


class Alternative(Struct):
    """One branch of a condition; ``test`` is None for the last, which needs none."""

    mark: int
    test: nodes.Expr | None
    body: list[Node] = field(default_factory=list)


class Condition(Struct):
    """``if``, with its branches."""

    alternatives: list[Alternative]


class Loop(Struct):
    """``for``; ``uses_loop`` says that its body asks for ``loop``."""

    mark: int
    node: nodes.For
    body: list[Node] = field(default_factory=list)
    otherwise: list[Node] = field(default_factory=list)
    uses_loop: bool = False


class Scope(Struct):
    """``with``."""

    mark: int
    node: nodes.With
    body: list[Node] = field(default_factory=list)


class Filtering(Struct):
    """``filter`` around a piece of the output; what it gives is printed at the mark ``end``."""

    mark: int
    node: nodes.FilterBlock
    body: list[Node] = field(default_factory=list)
    end: int = 0


class Defining(Struct):
    """``macro``; ``is_markup`` says that it gives a piece of the output, not a text."""

    mark: int
    node: nodes.Macro
    is_markup: bool
    body: list[Node] = field(default_factory=list)


class Naming(Struct):
    """``set`` around a piece of the output."""

    mark: int
    node: nodes.AssignBlock
    body: list[Node] = field(default_factory=list)


class HeldOutput(Struct):
    """A piece of the output that the engine keeps."""

    mark: int
    body: list[Node] = field(default_factory=list)


_Block = Condition | Loop | Scope | Naming | Filtering | Defining | HeldOutput
Node = str | Print | BlockEdge | Assign | Jump | _Block


def grow(items: Iterable[Item]) -> list[Node]:
    """The tree of all items; their blocks match, ``octavo.expressions.syntax`` has seen to that."""
    grower = _Grower()
    for item in items:
        if not isinstance(item, str):
            grower.take(item)
        elif item:
            grower.body.append(item)
    return grower.body


class _Grower:
    def __init__(self) -> None:
        self.body: list[Node] = []
        self._outer: list[list[Node]] = []
        self._open: list[Node] = []

    def take(self, step: Step) -> None:
        if getattr(step, "asks_loop", False):
            self._note_loop()
        match step:
            case Print() | BlockEdge() | Assign() | Jump():
                self.body.append(step)
            case Open():
                self._push(*_opened(step))
            case Branch(mark, _, test):
                self._branch(mark, test)
            case Capture(mark):
                holding = HeldOutput(mark)
                self._push(holding, holding.body)
            case _:
                closed = self._open.pop()
                if isinstance(closed, Filtering):
                    closed.end = step.mark
                self.body = self._outer.pop()

    def _note_loop(self) -> None:
        """A step that asks for ``loop`` asks the innermost one."""
        loop = next((node for node in reversed(self._open) if isinstance(node, Loop)), None)
        if loop is not None:
            loop.uses_loop = True

    def _push(self, node: Node, body: list[Node]) -> None:
        self.body.append(node)
        self._open.append(node)
        self._outer.append(self.body)
        self.body = body

    def _branch(self, mark: int, test: nodes.Expr | None) -> None:
        block = self._open[-1]
        if isinstance(block, Condition):
            block.alternatives.append(Alternative(mark, test))
            self.body = block.alternatives[-1].body
        else:
            self.body = cast("Loop", block).otherwise  # no other block that matches has branches


def _opened(step: Open) -> tuple[Node, list[Node]]:
    """The block that a statement opens, and where its body goes."""
    mark, node = step.mark, step.node
    if isinstance(node, nodes.If):
        first = Alternative(mark, cast("nodes.Expr", node.test))
        return Condition([first]), first.body
    if isinstance(node, nodes.Macro):
        block: Any = Defining(mark, node, step.is_markup)
    else:
        block = _BLOCKS[type(node)](mark, node)
    return block, block.body


_BLOCKS: dict[type[nodes.Node], Callable[[int, Any], Node]] = {
    nodes.For: Loop, nodes.With: Scope, nodes.AssignBlock: Naming, nodes.FilterBlock: Filtering
}  # fmt: skip
