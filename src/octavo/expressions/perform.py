"""Blocks as functions: each writes its part of the output into a frame."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sized
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from jinja2 import Undefined, nodes
from jinja2.runtime import LoopContext

from octavo.expressions.describe import describe, text_of
from octavo.expressions.evaluate import evaluator
from octavo.expressions.fault import unfit
from octavo.expressions.frame import Frame, RunError
from octavo.expressions.limits import LIMITS
from octavo.expressions.parse import SANDBOX
from octavo.expressions.syntax import Assign, Print
from octavo.expressions.tree import Condition, Holding, Loop, Naming, Scope

if TYPE_CHECKING:
    from collections.abc import Sequence

    from octavo.expressions.tree import Node

Perform = Callable[[Frame], None]
Bind = Callable[[dict[str, object], Any], None]


def performer(body: Iterable[Node]) -> Perform:
    """The function that performs some nodes one after another."""
    performs = tuple(_performer(node) for node in body)
    if len(performs) == 1:
        return performs[0]

    def perform(frame: Frame) -> None:
        for one in performs:
            one(frame)

    return perform


def _performer(node: Node) -> Perform:
    return _MAKERS[type(node)](node)


def _text(text: str) -> Perform:
    return lambda frame: frame.out.append(text)


def _print(node: Print) -> Perform:
    evaluate, mark = evaluator(node.expression), node.mark

    def perform(frame: Frame) -> None:
        try:
            text = frame.write(evaluate(frame), mark)
            frame.spend(0, len(text))
        except Exception as error:  # noqa: BLE001 — any fault of a value is a fault at its tag
            frame.note(mark, error)
        else:
            frame.out.append(text)

    return perform


def _condition(node: Condition) -> Perform:
    branches = [
        (one.mark, None if one.test is None else evaluator(one.test), performer(one.body))
        for one in node.alternatives
    ]

    def perform(frame: Frame) -> None:
        for mark, test, body in branches:
            try:
                holds = test is None or bool(test(frame))
            except Exception as error:  # noqa: BLE001 — as for a value
                frame.note(mark, error)
                continue
            if holds:
                body(frame)
                return

    return perform


def _loop(node: Loop) -> Perform:
    items_of, turn = _iterated(node), _turns(node)
    otherwise = performer(node.otherwise)
    size, mark = _size(node.body), node.mark

    def perform(frame: Frame) -> None:
        outer = frame.names
        try:
            items = items_of(frame)
            frame.spend(len(items), len(items) * size)
            turn(frame, items)
        except RunError:
            raise
        except Exception as error:  # noqa: BLE001 — as for a value
            frame.note(mark, error)
            items = [None]
        frame.names = outer
        if not items:
            otherwise(frame)

    return perform


def _turns(node: Loop) -> Callable[[Frame, Iterable[object]], None]:
    """The function that performs the body of a loop for each item."""
    bind, body = _binder(node.node.target), performer(node.body)

    def plain(frame: Frame, items: Iterable[object]) -> None:
        outer = frame.names
        for item in items:
            frame.names = dict(outer)
            bind(frame.names, item)
            body(frame)

    def counting(frame: Frame, items: Iterable[object]) -> None:
        outer = frame.names
        for item, loop in LoopContext(items, SANDBOX.undefined):
            frame.names = {**outer, "loop": loop}
            bind(frame.names, item)
            body(frame)

    return counting if node.uses_loop else plain


def _iterated(node: Loop) -> Callable[[Frame], Sequence[object]]:
    """The function that finds what a loop runs over."""
    items_of, bind = evaluator(node.node.iter), _binder(node.node.target)
    if node.node.test is None:
        return lambda frame: _items(items_of(frame))
    test = evaluator(node.node.test)

    def chosen(frame: Frame) -> list[object]:
        outer, found = frame.names, []
        for item in _items(items_of(frame)):
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
    return value if isinstance(value, Sized) else list(islice(value, LIMITS.items + 1))


def _size(body: Iterable[Node]) -> int:
    """Characters of the text that one turn of a loop can write, inner loops left out."""
    size = 0
    for node in body:
        match node:
            case str():
                size += len(node)
            case Condition():
                size += sum(_size(one.body) for one in node.alternatives)
            case Holding() | Naming() | Scope():
                size += _size(node.body)
            case _:
                pass
    return size


def _binder(target: nodes.Node) -> Bind:
    """The function that gives a value its name, or the members of a value theirs."""
    if isinstance(target, nodes.Name):
        name = target.name
        return lambda names, value: names.__setitem__(name, value)
    binds = [_binder(one) for one in target.iter_child_nodes()]

    def bind(names: dict[str, object], value: Any) -> None:  # noqa: ANN401 — whatever it is
        for one, member in zip(binds, value, strict=True):
            one(names, member)

    return bind


def _assign(node: Assign) -> Perform:
    mark, statement = node.mark, node.node
    evaluate, bind = evaluator(statement.node), _binder(statement.target)

    def perform(frame: Frame) -> None:
        try:
            bind(frame.names, evaluate(frame))
        except Exception as error:  # noqa: BLE001 — as for a value
            frame.note(mark, error)

    return perform


def _captured(frame: Frame, body: Perform) -> list[str]:
    """What the body writes, held back from the output, in pieces."""
    outer, frame.out = frame.out, []
    try:
        body(frame)
        return frame.out
    finally:
        frame.out = outer


def _block(node: Naming) -> Perform:
    """A value made of text: within it values are text, not yet what the engine makes of it."""
    body, bind = performer(node.body), _binder(node.node.target)

    def perform(frame: Frame) -> None:
        write, frame.write = frame.write, _text_at
        try:
            text = "".join(_captured(frame, body))
        finally:
            frame.write = write
        bind(frame.names, text)

    return perform


def _text_at(value: object, mark: int) -> str:
    del mark
    return text_of(value)


def _scope(node: Scope) -> Perform:
    pairs = [
        (_binder(target), evaluator(value))
        for target, value in zip(node.node.targets, node.node.values, strict=True)
    ]
    body, mark = performer(node.body), node.mark

    def perform(frame: Frame) -> None:
        outer = frame.names
        names = dict(outer)
        try:
            for bind, evaluate in pairs:
                bind(names, evaluate(frame))
        except Exception as error:  # noqa: BLE001 — as for a value
            frame.note(mark, error)
            return
        frame.names = names
        body(frame)
        frame.names = outer

    return perform


def _holding(node: Holding) -> Perform:
    body, mark = performer(node.body), node.mark

    def perform(frame: Frame) -> None:
        before = frame.noted
        pieces = _captured(frame, body)
        if frame.noted > before:
            return
        try:
            frame.out += frame.keep(pieces, mark)
        except Exception as error:  # noqa: BLE001 — as for a value
            frame.note(mark, error)

    return perform


_MAKERS: Final[dict[type, Callable[[Any], Perform]]] = {
    str: _text,
    Print: _print,
    Condition: _condition,
    Loop: _loop,
    Holding: _holding,
    Assign: _assign,
    Naming: _block,
    Scope: _scope,
}
"""What makes the function of each node of a tree."""
