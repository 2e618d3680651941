"""Texts and values in turn: most of a document, written without a call that could be spared.

Around a value there may be a frame, such as the run of Word's that it alone stands in. A value that
is no mere text brings frames of its own, and one that is empty needs none: then it goes without.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from octavo.expressions.describe import check_printed
from octavo.expressions.evaluate import evaluator, label_of, steps_of
from octavo.expressions.frame import OnMissing
from octavo.expressions.plain import SPECIAL
from octavo.expressions.syntax import BlockEdge, Print

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from octavo.expressions.capturing import Perform
    from octavo.expressions.frame import Frame
    from octavo.expressions.tree import Node

_LETTERS: Final = 6
"""A printed text takes a step for each 2⁶ characters."""
_LONG: Final = 1_000
"""Characters from which a text is counted at once."""
_Texts = tuple[str, str, str, str]
"""What stands before a value: behind one that has its frame, before one that has it, or has not;
then behind one that has it not."""
_Part = tuple[_Texts, "Callable[[Frame], Any]", int, str, bool]


class Bare(str):
    """What a value writes where it needs no frame around."""

    __slots__ = ()


def is_straight(node: Node) -> bool:
    """Whether a node is a text or a value."""
    return isinstance(node, (str, Print, BlockEdge))


def straight(line: Sequence[Node], written: set[str]) -> Perform:
    """The function that writes texts and values in turn; ``written`` gathers the texts."""
    parts, last, steps = _parts(line, written)
    return _values(parts, last, steps) if parts else _text(last[0])


def _values(parts: list[_Part], last: _Texts, steps: int) -> Perform:
    end, special = parts[-1][2], SPECIAL.search

    def perform(frame: Frame) -> None:
        append, write, plain = frame.out.append, frame.write, frame.plain
        size = behind = 0
        for texts, evaluate, mark, label, is_framed in parts:
            try:
                value = evaluate(frame)
                if type(value) is str and mark in plain and special(value) is None:
                    shown, is_bare = value, is_framed and not value
                elif type(value) is int and mark in plain:
                    shown, is_bare = str(value), False
                else:
                    if type(value) is not str:
                        check_printed(value, label)
                    shown = write(value, mark)
                    is_bare = type(shown) is Bare or (is_framed and not shown)
                size += len(shown)
                if size > _LONG:
                    size = frame.grow(size, size >> _LETTERS)
                append(texts[behind + is_bare])
                append(shown)
                behind = 2 * is_bare
            except Exception as error:  # noqa: BLE001 — any fault of a value is one at its tag
                is_gone = not frame.note(mark, error) or frame.missing is not OnMissing.KEEP
                is_bare = is_framed and is_gone
                append(texts[behind + is_bare])
                append("" if is_gone else write(frame.source(mark), mark))
                behind = 2 * is_bare
        append(last[behind])
        frame.settle(end, size, steps + (size >> _LETTERS))

    return perform


def _text(text: str) -> Perform:
    """The function that writes a text alone."""

    def perform(frame: Frame) -> None:
        frame.out.append(text)

    return perform


def _parts(line: Sequence[Node], written: set[str]) -> tuple[list[_Part], _Texts, int]:
    """Each value with what may stand before it, what may stand behind the last, and their steps."""
    parts: list[_Part] = []
    between, steps = _Between(), 0
    for at, node in enumerate(line):
        if isinstance(node, Print):
            is_opened = between.at == _OPENING
            is_closed = is_opened and isinstance(line[at + 1], str)
            is_framed = is_closed and isinstance(line[at - 1], str)
            parts.append(_part(node, between.texts, is_framed=is_framed))
            steps += steps_of(node.expression)
            between = _Between(_CLOSING if is_opened else _MIDDLE)
        elif isinstance(node, BlockEdge):
            between.at += 1
        else:
            between.pieces[between.at] += str(node)
    written.update(between.texts, *(part[0] for part in parts))
    return parts, between.texts, steps


def _part(node: Print, texts: _Texts, *, is_framed: bool) -> _Part:
    expression = node.expression
    return texts, evaluator(expression), node.mark, label_of(expression), is_framed


_CLOSING, _MIDDLE, _OPENING = range(3)


class _Between:
    """What stands between two values: the end of the first one's frame, text, the other's frame."""

    def __init__(self, at: int = _MIDDLE) -> None:
        self.at = at
        self.pieces = ["", "", ""]

    @property
    def texts(self) -> _Texts:
        """What stands there, by whether the values have their frames."""
        closing, middle, opening = self.pieces
        return closing + middle + opening, closing + middle, middle + opening, middle
