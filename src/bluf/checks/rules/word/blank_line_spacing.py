"""Empty paragraphs are used for space."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from bluf.checks.rule import checked
from bluf.checks.word import Paragraph, WordFile
from bluf.checks.word.file import fault
from octavo.ooxml import qn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.checks.rule import Fault
    from bluf.checks.word import Block

_CONTENT = tuple(
    map(
        qn,
        (
            *("w:br", "w:sectPr", "w:drawing", "w:pict", "w:object", "w:fldChar", "w:fldSimple"),
            *("w:pageBreakBefore", "w:footnoteReference", "w:endnoteReference", "w:ins", "w:del"),
            *("w:commentReference", "m:oMath", "w:instrText", "w:sdt", "w:pBdr", "w:framePr"),
        ),
    )
)
_FEWEST_IN_A_ROW = 2
_FEWEST_ALONE = 3


def find(file: WordFile) -> Iterator[Fault]:
    """A fault for each run of empty paragraphs, and for single ones that a text has throughout."""
    hint = "set the space of the paragraph's style in Word"
    for sequence in file.sequences():
        alone: list[Paragraph] = []
        for first, count in _gaps(sequence):
            if count >= _FEWEST_IN_A_ROW:
                yield fault(first, f"{count} empty paragraphs make space", hint)
            else:
                alone.append(first)
        if len(alone) >= _FEWEST_ALONE:
            message = f"{len(alone)} empty paragraphs stand one by one between others, for space"
            yield fault(alone[0], message, hint)


def _gaps(sequence: tuple[Block, ...]) -> Iterator[tuple[Paragraph, int]]:
    """The first of each run of empty paragraphs with text on both sides, and how many there are.

    One beside a table is left alone: Word needs it there, or puts it there.
    """
    last = len(sequence) - 1
    for empty, group in groupby(enumerate(sequence), lambda pair: _is_empty(pair[1])):
        numbers = [number for number, _ in group]
        first = sequence[numbers[0]]
        if empty and numbers[0] > 0 and numbers[-1] < last and isinstance(first, Paragraph):
            around = sequence[numbers[0] - 1], sequence[numbers[-1] + 1]
            beside_table = any(not isinstance(block, Paragraph) for block in around)
            if len(numbers) >= _FEWEST_IN_A_ROW or not beside_table:
                yield first, len(numbers)


def _is_empty(block: Block) -> bool:
    """Whether a paragraph shows nothing; one that only ends a page or a section does something."""
    if not isinstance(block, Paragraph) or block.text.strip() or block.boxes:
        return False
    return block.heading is None and next(block.element.iter(*_CONTENT), None) is None


RULE = checked(__name__, WordFile, find)
