"""Empty paragraphs are used for space.

## What it does

Finds two or more empty paragraphs in a row that stand between others.

## Why it is bad

A screen reader says “blank” for each one, and its user thinks that the text is over. The space
changes when the text above does.

## Example

Three times Enter between the bottom line and the requests.

## Use instead

In Word: Layout, Spacing, Before or After, in the style of the paragraph.

## Source

WCAG 2.1, success criterion 1.3.1, failure F33 (EN 301 549, clause 10.1.3.1); Section 508 Word
checklist, “No repeated blank characters”.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from bluf.checks.rule import checked
from bluf.checks.word import Paragraph, WordFile
from bluf.checks.word.file import fault
from bluf.finding import Level
from bluf.ooxml import qn

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
_FEWEST = 2


def find(file: WordFile) -> Iterator[Fault]:
    """A fault for each run of empty paragraphs, at the first."""
    for sequence in file.sequences():
        last = len(sequence)
        for empty, group in groupby(enumerate(sequence), lambda pair: _is_empty(pair[1])):
            numbered = list(group)
            inside = numbered[0][0] > 0 and numbered[-1][0] < last - 1
            first = numbered[0][1]
            if empty and inside and len(numbered) >= _FEWEST and isinstance(first, Paragraph):
                message = f"{len(numbered)} empty paragraphs make space"
                yield fault(first, message, "set the space of the paragraph's style in Word")


def _is_empty(block: Block) -> bool:
    """Whether a paragraph shows nothing; one that only ends a page or a section does something."""
    if not isinstance(block, Paragraph) or block.text.strip() or block.boxes:
        return False
    return block.heading is None and next(block.element.iter(*_CONTENT), None) is None


RULE = checked(__name__, __doc__, Level.NOTE, WordFile, find)
