"""Finished Markdown files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bluf.checks.rule import Fault, check

if TYPE_CHECKING:
    from bluf.checks.markdown_file import MarkdownFile

_ROW = re.compile(r"\s*\|.*\|\s*")
_BAR = re.compile(r"(?<!\\)\|")
_FEWEST_ROWS = 2


@check
def broken_table(file: MarkdownFile) -> Iterator[Fault]:
    """A table of a Markdown file falls apart when it is shown."""
    for before, token in zip(file.tokens, file.tokens[1:], strict=False):
        if before.type == "table_open" and before.map:
            yield from _long_rows(file, before.map[0] + 1, before.map[1])
        elif before.type == "paragraph_open" and before.map:
            rows = [line for line in token.content.split("\n") if _ROW.fullmatch(line)]
            if len(rows) >= _FEWEST_ROWS:
                yield _no_table(file, before.map[0] + 1)


def _long_rows(file: MarkdownFile, first: int, last: int) -> Iterator[Fault]:
    columns = _cells(file.line(first))
    for number in range(first + 2, last + 1):
        line = file.line(number)
        cells = _cells(line)
        if cells > columns:
            message = f"the row has {cells} cells, the table {columns} columns: the rest is lost"
            yield Fault(message, file.at(number), "write a bar within a cell as “\\|”", line)


def _no_table(file: MarkdownFile, number: int) -> Fault:
    message = "these rows are not a table"
    hint = "below the first row, add a row of dashes with as many cells: |---|---|"
    return Fault(message, file.at(number), hint, file.line(number))


def _cells(line: str) -> int:
    inner = line.strip().removeprefix("|")
    inner = inner if inner.endswith("\\|") else inner.removesuffix("|")
    return len(_BAR.findall(inner)) + 1
