"""The file holds text that is formatted as hidden.

## What it does

Finds letters with the property “hidden”, set directly or by their style.

## Why it is bad

The author does not see the text, and anybody who turns on formatting marks does.

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
from bluf.checks.word.styles import value
from bluf.finding import Level
from bluf.ooxml import qn
from bluf.ooxml.styles import hides

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from bluf.checks.rule import Fault
    from bluf.checks.word import Paragraph


def find(file: WordFile) -> Iterator[Fault]:
    """A fault for each paragraph with such letters."""
    for paragraph in file.paragraphs:
        hidden = "".join(
            run_text(run) for run in runs(paragraph.element) if _hidden(run, paragraph, file)
        )
        if hidden.strip():
            hint = "delete it, or show it: Format, Font, Hidden"
            yield fault(paragraph, "the paragraph holds hidden text", hint, hidden)


def _hidden(run: etree._Element, paragraph: Paragraph, file: WordFile) -> bool:
    properties = run.find(qn("w:rPr"))
    direct = hides(properties)
    if direct is not None:
        return direct
    own = None if properties is None else properties.find(qn("w:rStyle"))
    return file.hiding.hidden(paragraph.style, value(own))


RULE = checked(__name__, __doc__, Level.WARNING, WordFile, find)
