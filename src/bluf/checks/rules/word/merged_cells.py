"""Cells of a table are merged.

## What it does

Finds cells of a Word table that span columns or rows, in tables of two or more rows and columns.
One finding a table.

## Why it is bad

A screen reader counts columns: below a merged cell it reads the wrong header with each cell.

## Example

A row “Requests” across all columns, between the rows of requests.

## Use instead

Two tables, each with its heading; or the word repeated in each cell.

## Source

WCAG 2.1, success criterion 1.3.1 (EN 301 549, clause 10.1.3.1); Section 508 Word checklist, “No
merged or split cells”.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.checks.rule import Fault, checked
from bluf.checks.word import WordFile
from bluf.checks.word.file import cut
from bluf.checks.word.styles import value
from bluf.checks.word.tables import is_data_table
from octavo.finding import Level
from octavo.ooxml import qn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.checks.word import Cell


def find(file: WordFile) -> Iterator[Fault]:
    """A fault for each such table, at the first merged cell."""
    for table in file.tables:
        merged = [cell for row in table.rows for cell in row if _is_merged(cell)]
        if merged and is_data_table(table):
            hint = "split the table, or repeat the words in each cell"
            location = merged[0].location
            yield Fault("the table has merged cells", location, hint, cut(merged[0].text))


def _is_merged(cell: Cell) -> bool:
    properties = cell.element.find(qn("w:tcPr"))
    if properties is None:
        return False
    span = value(properties.find(qn("w:gridSpan")))
    wide = span.isdecimal() and int(span) > 1
    return wide or properties.find(qn("w:vMerge")) is not None


RULE = checked(__name__, __doc__, Level.NOTE, WordFile, find)
