"""A brief as a folder of CSV files, one for each kind of record.

UTF-8 with a byte order mark, without which Excel takes it for another encoding. A text that a
spreadsheet would run gets an apostrophe, which the reader takes off again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import compress

from bluf.data.tables.headings import BRIEF
from bluf.data.tables.layout import Content, lay_out
from bluf.model import Brief

_BYTE_ORDER_MARK = "\ufeff"
_RUN = re.compile(r"'*[=+\-@\t\r]")
_NEEDS_MARKS = re.compile(r"[,;\t\r\n\"']|^[=+\-@]")


def write(brief: Brief) -> dict[str, bytes]:
    """The files by name; a kind of which there is no record has no file."""
    files = {}
    for laid in lay_out(brief):
        if laid.sheet is BRIEF:
            rows = [("Field", "Value"), *zip(laid.headings, laid.rows[0], strict=True)]
            lines = [_line(row) for row in rows if row[1] is not None]
        else:
            columns = zip(*laid.rows, strict=True)
            filled = [any(cell is not None for cell in column) for column in columns]
            lines = [_line(compress(row, filled)) for row in (laid.headings, *laid.rows)]
        if len(lines) > 1:
            text = _BYTE_ORDER_MARK + "".join(f"{line}\n" for line in lines)
            files[f"{laid.sheet.title.lower()}.csv"] = text.encode()
    return files


def _line(cells: Iterable[Content]) -> str:
    return ",".join("" if cell is None else cell_text(str(cell)) for cell in cells)


def cell_text(text: str) -> str:
    """A text as it stands in a cell, in quotation marks where it needs them."""
    guarded = f"'{text}" if _RUN.match(text) else text
    if guarded != guarded.strip() or _NEEDS_MARKS.search(guarded):
        return '"' + guarded.replace('"', '""') + '"'
    return guarded
