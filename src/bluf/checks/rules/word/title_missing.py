"""The properties of the file give no title.

## What it does

Looks for a title in the file's core properties.

## Why it is bad

A screen reader announces the title, and a browser shows it on the tab; without one both fall back
on the name of the file.

## Example

Title: (empty), in a file named `final_v7_clean.docx`.

## Use instead

In Word: File, Info, Title.

## Source

WCAG 2.1, success criterion 2.4.2 (EN 301 549, clause 10.2.4.2); Section 508 Word checklist,
“Document properties”.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.checks.rule import Fault, checked
from bluf.checks.word import WordFile
from octavo.finding import Level
from octavo.location import WordLocation
from octavo.ooxml import qn
from octavo.ooxml.names import CORE_PROPERTIES

if TYPE_CHECKING:
    from collections.abc import Iterator


def find(file: WordFile) -> Iterator[Fault]:
    """A fault where there is none."""
    parts = dict(file.parts(CORE_PROPERTIES, ""))
    titles = (root.findtext(qn("dc:title")) or "" for root in parts.values())
    if not any(title.strip() for title in titles):
        place = WordLocation(file.path, "core properties", (), next(iter(parts), ""))
        yield Fault("the file has no title", place, "in Word, give it one: File, Info, Title")


RULE = checked(__name__, __doc__, Level.WARNING, WordFile, find)
