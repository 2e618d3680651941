"""Blocks as functions: each writes its part of the output into a frame."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sized
from itertools import groupby, islice
from typing import TYPE_CHECKING, Any, Final

from jinja2 import Undefined, nodes
from jinja2.runtime import LoopContext

from octavo.expressions.describe import check_printed, describe
from octavo.expressions.evaluate import evaluator, label_of, steps_of
from octavo.expressions.fault import exceeded, unfit
from octavo.expressions.frame import Frame, OnMissing, RunError
from octavo.expressions.functions import Namespace
from octavo.expressions.limits import LIMITS
from octavo.expressions.macro import Macro, text_at
from octavo.expressions.parse import SANDBOX
from octavo.expressions.plain import is_plain
from octavo.expressions.syntax import Assign, Jump, Print
from octavo.expressions.tree import (
    Condition,
    Defining,
    Filtering,
    Holding,
    Loop,
    Naming,
    Scope,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from octavo.expressions.tree import Node

Perform = Callable[[Frame], str | None]
"""Writes a part of the output; returns the word that ends a turn of a loop: ``break``."""
Bind = Callable[[dict[str, object], Any], None]


def performer(body: Iterable[Node]) -> Perform:
    """The function that performs some nodes one after another."""
    performs = tuple(_performers(body))
    if len(performs) == 1:
        return performs[0]

    def perform(frame: Frame) -> str | None:
        for one in performs:
            word = one(frame)
            if word is not None:
                return word
        return None

    return perform


def _performers(body: Iterable[Node]) -> Iterator[Perform]:
    """A function for each node; texts and values that follow one another are written by one."""
    for is_straight, nodes_ in groupby(body, lambda node: isinstance(node, (str, Print))):
        if is_straight:
            yield _straight(list(nodes_))
        else:
            yield from (_MAKERS[type(node)](node) for node in nodes_)


def _straight(line: Sequence[Any]) -> Perform:
    """Texts and values in turn: most of a document, so no call is made that could be spared."""
    parts, last = _parts(line)

    def perform(frame: Frame) -> None:
        append, write, plain = frame.out.append, frame.write, frame.plain
        for before, evaluate, mark, steps, label in parts:
            append(before)
            try:
                value = evaluate(frame)
                if type(value) is str and mark in plain and is_plain(value):
                    shown = value
                elif type(value) is int and mark in plain:
                    shown = str(value)
                else:
                    check_printed(value, label)
                    shown = write(value, mark)
                frame.work -= steps + (len(shown) >> _LETTERS)
                frame.size += len(shown)
                if frame.work < 0 or frame.size > LIMITS.output:
                    frame.refuse()
                append(shown)
            except Exception as error:  # noqa: BLE001 — any fault of a value is one at its tag
                if frame.note(mark, error) and frame.missing is OnMissing.KEEP:
                    append(write(frame.source(mark), mark))
        append(last)

    return perform


_Part = tuple[str, Callable[[Frame], Any], int, int, str]


def _parts(line: Sequence[Any]) -> tuple[list[_Part], str]:
    """Each value with the text before it, and the text behind the last one."""
    parts: list[_Part] = []
    text = ""
    for node in line:
        if isinstance(node, str):
            text += node
            continue
        expression = node.expression
        made = evaluator(expression), node.mark, steps_of(expression), label_of(expression)
        parts.append((text, *made))
        text = ""
    return parts, text


_LETTERS: Final = 6
"""A printed text takes a step for each 2⁶ characters."""


def _condition(node: Condition) -> Perform:
    branches = [
        (
            one.mark,
            None if one.test is None else evaluator(one.test),
            0 if one.test is None else steps_of(one.test),
            performer(one.body),
        )
        for one in node.alternatives
    ]

    def perform(frame: Frame) -> str | None:
        for mark, test, steps, body in branches:
            try:
                frame.spend(steps)
                holds = test is None or bool(test(frame))
            except Exception as error:  # noqa: BLE001 — as for a value
                frame.note(mark, error)
                continue
            if holds:
                return body(frame)
        return None

    return perform


def _loop(node: Loop) -> Perform:
    items_of, turn = _iterated(node), _turns(node)
    otherwise = performer(node.otherwise)
    size, mark = _size(node.body), node.mark

    def perform(frame: Frame) -> str | None:
        outer = frame.names
        try:
            items = items_of(frame)
            frame.spend(len(items) * (1 + (len(outer) >> _LETTERS)))
            frame.grow(len(items) * size)
            turn(frame, items)
        except RunError:
            raise
        except Exception as error:  # noqa: BLE001 — as for a value
            items = () if frame.note(mark, error) else (None,)
        frame.names = outer
        return None if items else otherwise(frame)

    return perform


def _turns(node: Loop) -> Callable[[Frame, Iterable[object]], None]:
    """The function that performs the body of a loop for each item."""
    target = node.node.target
    bind, body = _binder(target), performer(node.body)
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
    items_of, bind = evaluator(node.node.iter), _binder(node.node.target)
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
            case Holding() | Naming() | Scope() | Filtering():
                size += _size(node.body)
            case _:
                pass
    return size


def _binder(target: nodes.Node) -> Bind:
    """The function that gives a value its name, or the members of a value theirs."""
    if isinstance(target, nodes.Name):
        name = target.name
        return lambda names, value: names.__setitem__(name, value)
    if isinstance(target, nodes.NSRef):
        return _field_binder(target.name, target.attr)
    binds = [_binder(one) for one in target.iter_child_nodes()]

    def bind(names: dict[str, object], value: Any) -> None:  # noqa: ANN401 — whatever it is
        for one, member in zip(binds, value, strict=True):
            one(names, member)

    return bind


def _field_binder(name: str, field: str) -> Bind:
    """The function that gives a name of a namespace its value."""

    def bind(names: dict[str, object], value: Any) -> None:  # noqa: ANN401 — as above
        space = names.get(name)
        if not isinstance(space, Namespace):
            hint = f"write “{{% set {name} = namespace() %}}” before"
            raise unfit(f"“{name}” is no namespace, and a template changes nothing else", hint)
        if len(space) > LIMITS.width:
            raise exceeded(f"a namespace has more than {LIMITS.width:,} names")
        space[field] = value

    return bind


def _assign(node: Assign) -> Perform:
    mark, statement = node.mark, node.node
    evaluate, bind = evaluator(statement.node), _binder(statement.target)
    steps = steps_of(statement.node)

    def perform(frame: Frame) -> None:
        try:
            frame.spend(steps)
            bind(frame.names, evaluate(frame))
        except Exception as error:  # noqa: BLE001 — as for a value
            frame.note(mark, error)

    return perform


def _captured(frame: Frame, body: Perform) -> tuple[list[str], str | None]:
    """What the body writes, held back from the output, in pieces; and what word ends it."""
    outer, frame.out = frame.out, []
    try:
        word = body(frame)
        return frame.out, word
    finally:
        frame.out = outer


def _as_text(frame: Frame, body: Perform) -> tuple[str, str | None]:
    """What the body writes as text, not yet what the engine makes of it."""
    write, frame.write = frame.write, text_at
    try:
        pieces, word = _captured(frame, body)
    finally:
        frame.write = write
    return "".join(pieces), word


def _block(node: Naming) -> Perform:
    """A value made of text."""
    body, bind, mark = performer(node.body), _binder(node.node.target), node.mark
    changed = None if node.node.filter is None else evaluator(_on_block(node.node.filter))

    def perform(frame: Frame) -> str | None:
        text, word = _as_text(frame, body)
        try:
            frame.spend(1)
            bind(frame.names, text if changed is None else _filtered(frame, changed, text))
        except Exception as error:  # noqa: BLE001 — as for a value
            frame.note(mark, error)
        return word

    return perform


def _filtering(node: Filtering) -> Perform:
    """A filter on what a block writes; it prints where the block ends."""
    body, evaluate = performer(node.body), evaluator(_on_block(node.node.filter))

    def perform(frame: Frame) -> str | None:
        text, word = _as_text(frame, body)
        try:
            frame.spend(1)
            shown = frame.write(_filtered(frame, evaluate, text), node.end)
            frame.grow(len(shown))
        except Exception as error:  # noqa: BLE001 — as for a value
            frame.note(node.mark, error)
        else:
            frame.out.append(shown)
        return word

    return perform


_TEXT_OF_BLOCK: Final = "the text of the block"
"""No template can write such a name."""


def _on_block(chain: nodes.Filter) -> nodes.Filter:
    """A chain of filters that begins with the text of a block."""
    inner = chain.node
    start = nodes.Name(_TEXT_OF_BLOCK, "load")
    begun = _on_block(inner) if isinstance(inner, nodes.Filter) else start
    return nodes.Filter(begun, chain.name, chain.args, chain.kwargs, None, None)


def _filtered(frame: Frame, evaluate: Callable[[Frame], Any], text: str) -> object:
    outer = frame.names
    frame.names = {**outer, _TEXT_OF_BLOCK: text}
    try:
        return evaluate(frame)
    finally:
        frame.names = outer


def _scope(node: Scope) -> Perform:
    pairs = [
        (_binder(target), evaluator(value))
        for target, value in zip(node.node.targets, node.node.values, strict=True)
    ]
    body, mark = performer(node.body), node.mark

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


def _holding(node: Holding) -> Perform:
    body, mark = performer(node.body), node.mark

    def perform(frame: Frame) -> str | None:
        before = frame.noted
        pieces, word = _captured(frame, body)
        if frame.noted > before:
            return word
        try:
            frame.spend(1)
            frame.out += frame.keep(pieces, mark)
        except Exception as error:  # noqa: BLE001 — as for a value
            frame.note(mark, error)
        return word

    return perform


def _define(node: Defining) -> Perform:
    statement, body = node.node, performer(node.body)
    names = [one.name for one in statement.args]
    defaults = [evaluator(one) for one in statement.defaults]
    none: list[Any] = [None] * (len(names) - len(defaults))
    parameters = list(zip(names, [*none, *defaults], strict=True))

    def perform(frame: Frame) -> None:
        frame.work -= 1
        macro = Macro(statement.name, parameters, body, frame, is_markup=node.is_markup)
        frame.names[statement.name] = macro

    return perform


def _jump(node: Jump) -> Perform:
    return lambda _: node.word


_MAKERS: Final[dict[type, Callable[[Any], Perform]]] = {
    Condition: _condition,
    Loop: _loop,
    Holding: _holding,
    Assign: _assign,
    Naming: _block,
    Filtering: _filtering,
    Scope: _scope,
    Defining: _define,
    Jump: _jump,
}
"""What makes the function of each node of a tree but texts and values."""
