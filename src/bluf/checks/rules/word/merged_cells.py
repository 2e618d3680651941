"""Cells of a table are merged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.checks.rule import Fault, checked
from bluf.checks.word import WordFile
from bluf.checks.word.file import cut
from bluf.checks.word.styles import value
from bluf.checks.word.tables import is_data_table
from octavo.ooxml import qn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.checks.word import DocumentCell


def find(file: WordFile) -> Iterator[Fault]:
    """A fault for each such table, at the first merged cell."""
    for table in file.tables:
        merged = [cell for row in table.rows for cell in row if _is_merged(cell)]
        if merged and is_data_table(table):
            hint = "split the table, or repeat the words in each cell"
            location = merged[0].location
            yield Fault("the table has merged cells", location, hint, cut(merged[0].text))


def _is_merged(cell: DocumentCell) -> bool:
    properties = cell.element.find(qn("w:tcPr"))
    if properties is None:
        return False
    span = value(properties.find(qn("w:gridSpan")))
    wide = span.isdecimal() and int(span) > 1
    return wide or properties.find(qn("w:vMerge")) is not None


RULE = checked(__name__, WordFile, find)
