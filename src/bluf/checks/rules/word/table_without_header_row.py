"""A table has no row that is marked as its header.

## What it does

Finds tables of two or more rows and columns whose first row is not marked “Repeat as header row”.
A table of labels and values (“To: Deputy Minister”) has its headers in the first column: it is left
alone where that column looks unlike the second, and the first row does not look unlike the others.

## Why it is bad

A screen reader reads the header of each cell with it (“owner: both sides”); without one it reads
words without a relation. On the second page the reader sees a table without headings.

## Example

A first row in bold that is a row like the others.

## Use instead

In Word: click the first row, then Layout, Repeat Header Rows.

## Source

WCAG 2.1, success criterion 1.3.1 (EN 301 549, clause 10.1.3.1); Section 508 Word checklist,
“Tables”; ISO/IEC 29500-1, 17.4.78 (tblHeader).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.checks.rule import Fault, checked
from bluf.checks.word import WordFile
from bluf.checks.word.tables import has_header_row, has_labels, is_data_table
from octavo.finding import Level

if TYPE_CHECKING:
    from collections.abc import Iterator


def find(file: WordFile) -> Iterator[Fault]:
    """A fault for each such table."""
    for table in file.tables:
        if is_data_table(table) and not (has_header_row(table) or has_labels(table, file.styles)):
            hint = "in Word, click its first row, then Layout, Repeat Header Rows"
            excerpt = " | ".join(" ".join(cell.text.split()) for cell in table.rows[0])
            yield Fault("the table has no header row", table.location, hint, excerpt)


RULE = checked(__name__, __doc__, Level.WARNING, WordFile, find)
