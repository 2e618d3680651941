"""The file holds text that nobody sees.

## What it does

Finds letters with the property “hidden”, set directly or by their style, letters of one point or
less, and white ones on a white page. None of them counts as text of a source either.

## Why it is bad

The author does not see the text, and anybody who turns on formatting marks or selects all does.

## Example

A paragraph of the earlier draft, hidden instead of deleted.

## Use instead

Delete the text: in Word, File, Info, Inspect Document, Hidden Text.

## Source

ISO/IEC 29500-1, 17.3.2.41 (vanish); U.S. National Security Agency, Redaction of Word files, on
hidden text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.checks.rule import checked
from bluf.checks.word import WordFile
from bluf.checks.word.file import fault
from bluf.checks.word.runs import run_text, runs
from octavo.finding import Level
from octavo.ooxml.visible import is_unseen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.checks.rule import Fault


def find(file: WordFile) -> Iterator[Fault]:
    """A fault for each paragraph with such letters."""
    for paragraph in file.paragraphs:
        hidden = "".join(
            run_text(run)
            for run in runs(paragraph.element)
            if is_unseen(run, file.hiding, paragraph.style, None)
        )
        if hidden.strip():
            hint = "delete it, or show it: Format, Font, Hidden"
            yield fault(paragraph, "the paragraph holds hidden text", hint, hidden)


RULE = checked(__name__, __doc__, Level.WARNING, WordFile, find)
