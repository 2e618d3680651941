"""A compiled story: compiled once, run as often as wanted, from any thread.

Its blocks are functions: each writes its part of the output into a frame.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence, Sized
from typing import Any, Final

from jinja2 import Undefined, nodes
from jinja2.runtime import LoopContext

from octavo.expressions.capturing import Perform, defining, filtering, holding, naming
from octavo.expressions.describe import describe
from octavo.expressions.evaluate import evaluator, steps_of
from octavo.expressions.fault import unfit
from octavo.expressions.filters.guard import listed
from octavo.expressions.frame import Frame
from octavo.expressions.functions import binder
from octavo.expressions.names import Ask, asks
from octavo.expressions.parse import SANDBOX
from octavo.expressions.straight import STRAIGHT, straight
from octavo.expressions.syntax import Assign, Jump
from octavo.expressions.tree import (
    Condition,
    Defining,
    Filtering,
    HeldOutput,
    Item,
    Loop,
    Naming,
    Node,
    Scope,
    grow,
)


def no_keep(pieces: list[str], _mark: int) -> list[str]:
    """What is held back stays as it is."""
    return pieces


class Code:
    """The items of one story as a program.

    Attributes:
        texts: The texts that the story may write between its values, so far as it was run.
    """

    def __init__(self, items: Iterable[Item]) -> None:
        self._tree = grow(items)
        self.texts: set[str] = set()
        self._perform = performer(self._tree, self.texts)

    @property
    def asks(self) -> tuple[Ask, ...]:
        """What the story asks of the data, in order."""
        return asks(self._tree)

    def pieces(self, frame: Frame) -> list[str]:
        """The text of the story in pieces: those it is made of, and the values between.

        Faults are noted in the frame.

        Raises:
            RunError: There are too many faults, or a limit is exceeded.
        """
        frame.names, frame.out = {}, []
        self._perform(frame)
        return frame.out


_NAMES: Final = 64
"""A turn takes a step for each so many names that are known in it."""


def looping(node: Loop, body: Perform, otherwise: Perform) -> Perform:
    """``for``: its body for each item, or what stands in for none."""
    items_of, turn = _iterated(node), _turns(node, body)
    size, mark = _size(node.body), node.mark

    def perform(frame: Frame) -> str | None:
        outer = frame.names
        try:
            items = items_of(frame)
            frame.spend(len(items) * (1 + (len(outer) // _NAMES)))
            frame.grow(len(items) * size)
            turn(frame, items)
        except Exception as error:  # noqa: BLE001 — as for a value
            items = () if frame.note(mark, error) else (None,)
        frame.names = outer
        return None if items else otherwise(frame)

    return perform


def _turns(node: Loop, body: Perform) -> Callable[[Frame, Iterable[object]], None]:
    """The function that performs the body of a loop for each item."""
    target = node.node.target
    bind = binder(target)
    if isinstance(target, nodes.Name) and not node.uses_loop:
        return _plain_turns(target.name, body)

    def plain(frame: Frame, items: Iterable[object]) -> None:
        outer = frame.names
        for item in items:
            frame.names = dict(outer)
            bind(frame.names, item)
            if body(frame) == "break":
                return

    def counting(frame: Frame, items: Iterable[object]) -> None:
        outer = frame.names
        for item, loop in LoopContext(items, SANDBOX.undefined):
            frame.names = {**outer, "loop": loop}
            bind(frame.names, item)
            if body(frame) == "break":
                return

    return counting if node.uses_loop else plain


def _plain_turns(name: str, body: Perform) -> Callable[[Frame, Iterable[object]], None]:
    """The same for a loop with one name that asks for nothing else: most loops."""

    def turn(frame: Frame, items: Iterable[object]) -> None:
        outer = frame.names
        for item in items:
            frame.names = {**outer, name: item}
            word = body(frame)
            if word is not None and word == "break":
                return

    return turn


def _iterated(node: Loop) -> Callable[[Frame], Sequence[object]]:
    """The function that finds what a loop runs over."""
    items_of, bind = evaluator(node.node.iter), binder(node.node.target)
    if node.node.test is None:
        return lambda frame: _items(items_of(frame))
    test, steps = evaluator(node.node.test), 1 + steps_of(node.node.test)

    def chosen(frame: Frame) -> list[object]:
        outer, found = frame.names, []
        items = _items(items_of(frame))
        frame.spend(len(items) * steps)
        for item in items:
            frame.names = dict(outer)
            bind(frame.names, item)
            if test(frame):
                found.append(item)
        frame.names = outer
        return found

    return chosen


def _items(value: object) -> Any:  # noqa: ANN401 — something with a length and an order
    """What a loop runs over; nothing stands for an empty list."""
    if value is None:
        return ()
    if isinstance(value, Undefined):
        return list(value)
    if isinstance(value, str) or not isinstance(value, Iterable):
        raise unfit(f"the loop needs a list, not {describe(value)}")
    return value if isinstance(value, Sized) else listed(value, "the loop runs over")


def _size(body: Iterable[Node]) -> int:
    """Characters of the text that one turn of a loop can write, inner loops left out."""
    size = 0
    for node in body:
        match node:
            case str():
                size += len(node)
            case Condition():
                size += sum(_size(one.body) for one in node.alternatives)
            case HeldOutput() | Naming() | Scope() | Filtering():
                size += _size(node.body)
            case _:
                pass
    return size


def performer(body: Iterable[Node], texts: set[str]) -> Perform:
    """The function that performs some nodes one after another; ``texts`` gathers what it writes."""
    performs = tuple(_performers(body, texts))
    if len(performs) == 1:
        return performs[0]

    def perform(frame: Frame) -> str | None:
        for one in performs:
            word = one(frame)
            if word is not None:
                return word
        return None

    return perform


def _branch(body: Sequence[Node], texts: set[str]) -> Perform:
    """The same for what few renderings perform all of: made when it is first asked for."""
    made: list[Perform] = []

    def perform(frame: Frame) -> str | None:
        if not made:
            made.append(performer(body, texts))
        return made[0](frame)

    return perform


def _performers(body: Iterable[Node], texts: set[str]) -> Iterator[Perform]:
    """A function for each node; texts and values that follow one another are written by one."""
    line: list[Node] = []
    for node in body:
        if type(node) in STRAIGHT:
            line.append(node)
            continue
        if line:
            yield straight(line, texts)
            line = []
        yield _MAKERS[type(node)](node, texts)
    if line:
        yield straight(line, texts)


def _condition(node: Condition, texts: set[str]) -> Perform:
    branches = [
        (
            one.mark,
            None if one.test is None else evaluator(one.test),
            0 if one.test is None else steps_of(one.test),
            _branch(one.body, texts),
        )
        for one in node.alternatives
    ]

    def perform(frame: Frame) -> str | None:
        for mark, test, steps, body in branches:
            try:
                frame.work -= steps
                if frame.work < 0:
                    frame.spend(0)
                holds = test is None or bool(test(frame))
            except Exception as error:  # noqa: BLE001 — as for a value
                frame.note(mark, error)
                continue
            if holds:
                return body(frame)
        return None

    return perform


def _assign(node: Assign, _: set[str]) -> Perform:
    mark, statement = node.mark, node.node
    evaluate, bind = evaluator(statement.node), binder(statement.target)
    steps = steps_of(statement.node)

    def perform(frame: Frame) -> None:
        try:
            frame.spend(steps)
            bind(frame.names, evaluate(frame))
        except Exception as error:  # noqa: BLE001 — as for a value
            frame.note(mark, error)

    return perform


def _scope(node: Scope, texts: set[str]) -> Perform:
    pairs = [
        (binder(target), evaluator(value))
        for target, value in zip(node.node.targets, node.node.values, strict=True)
    ]
    body, mark = performer(node.body, texts), node.mark

    def perform(frame: Frame) -> str | None:
        outer = frame.names
        names = dict(outer)
        try:
            frame.spend(1 + len(pairs))
            for bind, evaluate in pairs:
                bind(names, evaluate(frame))
        except Exception as error:  # noqa: BLE001 — as for a value
            frame.note(mark, error)
            return None
        frame.names = names
        word = body(frame)
        frame.names = outer
        return word

    return perform


def _loop(node: Loop, texts: set[str]) -> Perform:
    return looping(node, performer(node.body, texts), performer(node.otherwise, texts))


_CAPTURING: Final[dict[type, Callable[[Any, Perform], Perform]]] = {
    HeldOutput: holding,
    Naming: naming,
    Filtering: filtering,
    Defining: defining,
}


def _capturing(node: HeldOutput | Naming | Filtering | Defining, texts: set[str]) -> Perform:
    return _CAPTURING[type(node)](node, performer(node.body, texts))


_MAKERS: Final[dict[type, Callable[[Any, set[str]], Perform]]] = {
    Condition: _condition,
    Loop: _loop,
    Assign: _assign,
    Scope: _scope,
    Jump: lambda node, _: lambda _frame: node.word,
    **dict.fromkeys(_CAPTURING, _capturing),
}
"""What makes the function of each node of a tree but texts and values."""
