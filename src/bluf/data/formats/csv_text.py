"""CSV (RFC 4180) as spreadsheets write it: parted by comma, semicolon or tab."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import TYPE_CHECKING

from bluf.data import limits
from bluf.data.error import DataError, too_large
from bluf.data.tables.table import Cell, Table, TableRow
from octavo.finding import Finding
from octavo.location import TextLocation

if TYPE_CHECKING:
    from bluf.data.lines import Lines

_SEPARATORS = ",;\t"
_MARKED = re.compile(r'[ ]*"((?:[^"]|"")*)"[ ]*')
_OPENED = re.compile(r'[ ]*"')
_END = re.compile(r"\r\n|\n|\r|\Z")
_NAMED = re.compile(r"sep=(.)(?:\r\n|\n|\r)", re.IGNORECASE)
"""The first line by which a file tells Excel its separator."""
_GUARDED = re.compile(r"'+[=+\-@\t\r]")


def read_table(lines: Lines) -> Table:
    """The cells of a CSV file.

    An apostrophe that keeps a spreadsheet from running a text is no part of the text.

    Raises:
        DataError: ``data-syntax`` or ``limit-exceeded``.
    """
    rows = (row for row in _rows(lines) if row.cells)
    return Table(PurePath(lines.path).stem, lines.locate(0), tuple(rows))


def separator_of(text: str) -> tuple[str, int]:
    """What parts the cells, by the first line; and where the rows begin."""
    named = _NAMED.match(text)
    if named:
        return named[1], named.end()
    end = _END.search(text)
    first = _MARKED.sub("", text[: end.start()] if end else text)
    return max(_SEPARATORS, key=first.count), 0


def end_of_cell(text: str, start: int) -> int:
    """Where a cell ends that begins at an offset of a sound file."""
    separator, _ = separator_of(text)
    match = _MARKED.match(text, start) or _plain(separator).match(text, start)
    return match.end() if match else start


def _plain(separator: str) -> re.Pattern[str]:
    return re.compile(rf"[^{re.escape(separator)}\r\n]*")


def _rows(lines: Lines) -> Iterator[TableRow]:
    text = lines.text
    separator, at = separator_of(text)
    plain = _plain(separator)
    cells: dict[int, Cell] = {}
    column = count = 0
    while at < len(text):
        location = lines.locate(at)
        value, at = _cell(lines, at, plain)
        count += 1
        if count > limits.NODES * 10:
            raise DataError([too_large(lines, at)])
        if value:
            cells[column] = Cell(value, location)
        if text.startswith(separator, at):
            column, at = column + 1, at + 1
            continue
        end = _END.match(text, at)
        if end is None:
            raise DataError([_behind_marks(lines, at)])
        yield _row(cells, lines.locate(at))
        cells, column, at = {}, 0, end.end()
    if cells:
        yield _row(cells, lines.locate(at))


def _row(cells: dict[int, Cell], end: TextLocation) -> TableRow:
    return TableRow(cells, lambda _: end)


def _cell(lines: Lines, at: int, plain: re.Pattern[str]) -> tuple[str, int]:
    """The text of a cell, and where it ends."""
    marked = _MARKED.match(lines.text, at)
    if marked:
        return _unguarded(marked[1].replace('""', '"').strip()), marked.end()
    if _OPENED.match(lines.text, at):
        raise DataError([_unclosed(lines, at)])
    match = plain.match(lines.text, at)
    end = match.end() if match else at
    return _unguarded(lines.text[at:end].strip()), end


def _unguarded(text: str) -> str:
    return text[1:] if _GUARDED.match(text) else text


def _unclosed(lines: Lines, at: int) -> Finding:
    message = "this quotation mark is never closed"
    hint = "close it; a quotation mark within a text is written twice"
    return lines.fault("data-syntax", message, at, hint)


def _behind_marks(lines: Lines, at: int) -> Finding:
    message = "words follow a closing quotation mark"
    hint = "put the whole text in quotation marks, and write one within it twice"
    return lines.fault("data-syntax", message, at, hint)
