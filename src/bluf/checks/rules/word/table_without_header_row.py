"""A table has no row that is marked as its header."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.checks.rule import Fault, checked
from bluf.checks.word import WordFile
from bluf.checks.word.tables import has_header_row, has_labels, is_data_table

if TYPE_CHECKING:
    from collections.abc import Iterator


def find(file: WordFile) -> Iterator[Fault]:
    """A fault for each such table."""
    for table in file.tables:
        if is_data_table(table) and not (has_header_row(table) or has_labels(table, file.styles)):
            hint = "in Word, click its first row, then Layout, Repeat Header Rows"
            excerpt = " | ".join(" ".join(cell.text.split()) for cell in table.rows[0])
            yield Fault("the table has no header row", table.location, hint, excerpt)


RULE = checked(__name__, WordFile, find)
