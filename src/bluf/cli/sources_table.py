"""The table of ``bluf sources``: an item's subject, and below it a row for each quotation."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from bluf.register.formats.cells import pad, width, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from bluf.evidence import Row

_HEADINGS = ("Side", "Says", "Words", "Where they stand")
_MOST = (16, 14, 0, 40)
"""Most columns of each heading; the words take what is left."""
_GAP = "  "
_LEAST = 24


def table(rows: Sequence[Row], folder: Path, columns: int) -> Iterator[str]:
    """Lines of at most ``columns`` columns, or as many as a narrow table needs."""
    cells = [_cells(row, folder) for row in rows]
    widths = _widths(cells, columns)
    yield from _lines(_HEADINGS, widths)
    yield _GAP.join("─" * room for room in widths)
    item = None
    for row, each in zip(rows, cells, strict=True):
        if row.item != item:
            yield from _subject(row, columns)
            item = row.item
        if row.quote:
            yield from _lines(each, widths)


def _subject(row: Row, columns: int) -> Iterator[str]:
    remark = "no evidence" if not row.quote else "one side alone" if row.alone else ""
    remark = "the sides differ" if row.differs else remark
    yield ""
    yield from wrap(f"{row.item}  {row.subject}{f' ({remark})' if remark else ''}", columns)


def _cells(row: Row, folder: Path) -> tuple[str, ...]:
    where = str(row.place or "not in the source").removeprefix(f"{folder.as_posix()}/")
    return row.side, ", ".join(row.says), f"“{row.quote}”", where


def _widths(cells: Sequence[tuple[str, ...]], columns: int) -> list[int]:
    needs = [max(map(width, column)) for column in zip(_HEADINGS, *cells, strict=True)]
    widths = [min(need, most) for need, most in zip(needs, _MOST, strict=True)]
    room = columns - sum(widths) - len(_GAP) * (len(widths) - 1)
    return [each or max(room, _LEAST) for each in widths]


def _lines(cells: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    wrapped = [wrap(cell, room) for cell, room in zip(cells, widths, strict=True)]
    for pieces in zip_longest(*wrapped, fillvalue=""):
        padded = (pad(piece, room) for piece, room in zip(pieces, widths, strict=True))
        yield _GAP.join(padded).rstrip()
