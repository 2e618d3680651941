"""Blocks as functions: each writes its part of the output into a frame."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from octavo.expressions.binding import binder
from octavo.expressions.capturing import defining, filtering, holding, naming
from octavo.expressions.evaluate import evaluator, steps_of
from octavo.expressions.looping import looping
from octavo.expressions.straight import STRAIGHT, straight
from octavo.expressions.syntax import Assign, Jump
from octavo.expressions.tree import (
    Condition,
    Defining,
    Filtering,
    HeldOutput,
    Loop,
    Naming,
    Scope,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from octavo.expressions.capturing import Perform
    from octavo.expressions.frame import Frame
    from octavo.expressions.tree import Node


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
            performer(one.body, texts),
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


def _jump(node: Jump, _: set[str]) -> Perform:
    return lambda _: node.word


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
    Jump: _jump,
    **dict.fromkeys(_CAPTURING, _capturing),
}
"""What makes the function of each node of a tree but texts and values."""
