"""A paragraph is in Arabic or Hebrew script, and not marked as written from right to left.

## What it does

Finds paragraphs most of whose letters are of a right-to-left script, without the property
“right-to-left” (`w:bidi`) set directly or by their style.

## Why it is bad

The full stop ends up on the wrong side, numbers change places, and lists and tables begin at the
left.

## Example

An Arabic sentence in a paragraph that is merely aligned to the right.

## Use instead

In Word: Home, Right-to-Left Text Direction; in a template, in the style.

## Source

ISO/IEC 29500-1, 17.3.1.6 (bidi); WCAG 2.1, success criterion 1.3.2 (EN 301 549, clause 10.1.3.2).
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from bluf.checks.rule import checked
from bluf.checks.word import WordFile
from bluf.checks.word.file import fault
from octavo.finding import Level
from octavo.ooxml.styles import is_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.checks.rule import Fault
    from bluf.checks.word import Paragraph


def find(file: WordFile) -> Iterator[Fault]:
    """A fault for each such paragraph."""
    for paragraph in file.paragraphs:
        if _reads_from_the_right(paragraph.text) and not _is_flagged(paragraph, file):
            hint = "in Word, set Home, Right-to-Left Text Direction"
            yield fault(paragraph, "the paragraph is not marked as right-to-left", hint)


def _reads_from_the_right(text: str) -> bool:
    if text.isascii():
        return False
    kinds = Counter(map(unicodedata.bidirectional, text))
    return kinds["R"] + kinds["AL"] > kinds["L"]


def _is_flagged(paragraph: Paragraph, file: WordFile) -> bool:
    flag = file.styles.paragraph_property(paragraph, "w:bidi")
    return flag is not None and is_on(flag)


RULE = checked(__name__, __doc__, Level.WARNING, WordFile, find)
