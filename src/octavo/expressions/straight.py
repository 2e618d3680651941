"""Texts and values in turn: most of a document, written without a call that could be spared.

Around a value there may be a frame, such as the run of Word's that it alone stands in. A value that
is no mere text brings frames of its own, and one that is empty needs none: then it goes without.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from octavo.expressions.capturing import Perform
from octavo.expressions.describe import check_printed
from octavo.expressions.evaluate import worked_out
from octavo.expressions.frame import Frame, OnMissing
from octavo.expressions.syntax import BlockEdge, Print
from octavo.expressions.tree import Node

if TYPE_CHECKING:
    from markdown_it import MarkdownIt


SPECIAL: Final = re.compile('[\0-\x1f"&<>\\\\\x7f-\x9f\ud800-\udfff\ufffe\uffff]')
"""Characters that are markup somewhere, or break a line, or are none of XML."""
_STRONG: Final = re.compile(
    r"(?<![^\s“‘«(\"'])\*\*([^\W_](?:[^*\n]*[^\W_])?)\*\*(?![^\s.,;:!?”’»)\"'])"
)
"""Strong words whose marks can be read in one way alone: they stand against letters on the inside,
and against a blank or a usual mark of punctuation on the outside."""
_UNSURE: Final = re.compile(r"[\\_\[\]]")


def is_plain(text: str) -> bool:
    """Whether no character of a text means anything to XML or to Word."""
    return SPECIAL.search(text) is None


_BREAKING: Final = re.compile("[\0-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters that break a line, or are none of XML."""


def breaks(text: str) -> bool:
    """Whether a text holds a line break, a tab, or what is no character of XML."""
    return _BREAKING.search(text) is not None


def strong_pieces(text: str) -> list[str] | None:
    """The text cut around its strong words, which are each second piece.

    None where it may have other marks.
    """
    if not text.isprintable() or _UNSURE.search(text):
        return None
    pieces = _STRONG.split(text)
    return pieces if text.count("*") == 2 * (len(pieces) - 1) else None


@cache
def reader_of_marks() -> MarkdownIt:
    """Reads the marks that a value may have: of strong and stressed words, links and escapes."""
    from markdown_it import MarkdownIt  # most values have strong words at most

    return MarkdownIt("zero").enable(["emphasis", "link", "escape"])


_LETTERS: Final = 6
"""A printed text takes a step for each 2⁶ characters."""
_LONG: Final = 1_000
"""Characters from which a text is counted at once."""
_Texts = tuple[str, str, str, str]
"""What stands before a value: behind one that has its frame, before one that has it, or has not;
then behind one that has it not."""
STRAIGHT: Final = frozenset({str, Print, BlockEdge})
"""The kinds of nodes that are texts and values."""
_Part = tuple[_Texts, "Callable[[Frame], Any]", int, str, bool]


class Bare(str):
    """What a value writes where it needs no frame around."""

    __slots__ = ()


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
    between, at, steps = ["", "", ""], _MIDDLE, 0
    for place, node in enumerate(line):
        if type(node) is Print:
            is_opened = at == _OPENING
            is_closed = is_opened and type(line[place + 1]) is str
            is_framed = is_closed and type(line[place - 1]) is str
            evaluate, cost, label = worked_out(node.expression)
            parts.append((_texts(*between), evaluate, node.mark, label, is_framed))
            steps += cost
            between, at = ["", "", ""], _CLOSING if is_opened else _MIDDLE
        elif type(node) is str:
            between[at] += node
        else:
            at += 1
    last = _texts(*between)
    written.update(last, *(part[0] for part in parts))
    return parts, last, steps


_CLOSING, _MIDDLE, _OPENING = range(3)


def _texts(closing: str, middle: str, opening: str) -> _Texts:
    """What stands between two values: the end of the first one's frame, text, the other's frame."""
    if not (closing or opening):
        return middle, middle, middle, middle
    return closing + middle + opening, closing + middle, middle + opening, middle
