"""Text stands in a text box.

## What it does

Finds text boxes and shapes with text in them.

## Why it is bad

A text box floats over the page: a screen reader reads it at another place than the eye, or not at
all, and on a telephone it covers the text.

## Example

The bottom line in a coloured shape at the top of the page.

## Use instead

An ordinary paragraph whose style has a border and shading: in Word, Home, Borders and Shading.

## Source

WCAG 2.1, success criterion 1.3.2 (EN 301 549, clause 10.1.3.2); Section 508 Word checklist,
“Objects in line with text”.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.checks.rule import checked
from bluf.checks.word import WordFile
from bluf.checks.word.content import paragraphs
from bluf.checks.word.file import fault
from octavo.finding import Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.checks.rule import Fault


def find(file: WordFile) -> Iterator[Fault]:
    """A fault for each text box with text."""
    for paragraph in file.paragraphs:
        for box in paragraph.boxes:
            written = [inner for inner in paragraphs(box) if inner.text.strip()]
            if written:
                hint = "put the text into a paragraph with a border"
                yield fault(written[0], "the text stands in a text box", hint)


RULE = checked(__name__, __doc__, Level.WARNING, WordFile, find)
