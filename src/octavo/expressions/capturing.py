"""Blocks whose output is held back: named, filtered, kept by the engine, or a macro's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from jinja2 import nodes

from octavo.expressions.evaluate import evaluator
from octavo.expressions.frame import Frame
from octavo.expressions.functions import binder
from octavo.expressions.macro import Macro, text_at
from octavo.expressions.tree import Defining, Filtering, HeldOutput, Naming

Perform = Callable[[Frame], str | None]
"""Writes a part of the output; returns the word that ends a turn of a loop: ``break``."""


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


def naming(node: Naming, body: Perform) -> Perform:
    """A value made of text."""
    bind, mark = binder(node.node.target), node.mark
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


def filtering(node: Filtering, body: Perform) -> Perform:
    """A filter on what a block writes; it prints where the block ends."""
    evaluate = evaluator(_on_block(node.node.filter))

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


def holding(node: HeldOutput, body: Perform) -> Perform:
    """A piece of the output that the engine keeps."""
    mark = node.mark

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


def defining(node: Defining, body: Perform) -> Perform:
    """A macro, known from here on."""
    statement = node.node
    names = [one.name for one in statement.args]
    defaults = [evaluator(one) for one in statement.defaults]
    none: list[Any] = [None] * (len(names) - len(defaults))
    parameters = list(zip(names, [*none, *defaults], strict=True))

    def perform(frame: Frame) -> None:
        frame.work -= 1
        macro = Macro(statement.name, parameters, body, frame, is_markup=node.is_markup)
        frame.names[statement.name] = macro

    return perform
