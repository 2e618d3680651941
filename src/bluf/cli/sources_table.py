"""The tables of ``bluf sources``: quotations below the subject of their item, and claims."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from bluf.reporters import pad, width, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from bluf.evidence import ListedQuotation
    from bluf.model import Claim, Ledger

_HEADINGS = ("Side", "Says", "Words", "Where they stand")
_MOST = (16, 14, 0, 40)
"""Most columns of each heading; the words take what is left."""
_CLAIM_HEADINGS = ("Claim", "Verdict", "Words", "Where it stands")
_GAP = "  "
_LEAST = 24


def table(rows: Sequence[ListedQuotation], folder: Path, columns: int) -> Iterator[str]:
    """Lines of at most ``columns`` columns, or as many as a narrow table needs."""
    cells = [_cells(row, folder) for row in rows]
    widths = _widths(_HEADINGS, cells, columns)
    yield from _lines(_HEADINGS, widths)
    yield _GAP.join("─" * room for room in widths)
    item = None
    for row, each in zip(rows, cells, strict=True):
        if row.item != item:
            yield from _subject(row, columns)
            item = row.item
        if row.quote:
            yield from _lines(each, widths)


def claims_table(ledger: Ledger, folder: Path, columns: int) -> Iterator[str]:
    """Lines of the ledger: each claim in the order of the page, what became of it, and where."""
    cells = [_claim_cells(claim, folder) for claim in ledger.claims]
    widths = _widths(_CLAIM_HEADINGS, cells, columns)
    yield from _lines(_CLAIM_HEADINGS, widths)
    yield _GAP.join("─" * room for room in widths)
    for each in cells:
        yield from _lines(each, widths)


def _claim_cells(claim: Claim, folder: Path) -> tuple[str, ...]:
    """A claim that rests on no place shows what it is reckoned from: “4 requests”."""
    where = str(claim.place).removeprefix(f"{folder.as_posix()}/") if claim.place else claim.found
    return f"{claim.kind} {claim.path[0]}", str(claim.verdict), claim.words, where


def _subject(row: ListedQuotation, columns: int) -> Iterator[str]:
    remark = "no evidence" if not row.quote else "one side alone" if row.alone else ""
    remark = "the sides differ" if row.differs else remark
    yield ""
    yield from wrap(f"{row.item}  {row.subject}{f' ({remark})' if remark else ''}", columns)


def _cells(row: ListedQuotation, folder: Path) -> tuple[str, ...]:
    where = str(row.place or "not in the source").removeprefix(f"{folder.as_posix()}/")
    return row.side, ", ".join(row.says), f"“{row.quote}”", where


def _widths(headings: tuple[str, ...], cells: Sequence[tuple[str, ...]], columns: int) -> list[int]:
    needs = [max(map(width, column)) for column in zip(headings, *cells, strict=True)]
    widths = [min(need, most) for need, most in zip(needs, _MOST, strict=True)]
    room = columns - sum(widths) - len(_GAP) * (len(widths) - 1)
    return [each or max(room, _LEAST) for each in widths]


def _lines(cells: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    wrapped = [wrap(cell, room) for cell, room in zip(cells, widths, strict=True)]
    for pieces in zip_longest(*wrapped, fillvalue=""):
        padded = (pad(piece, room) for piece, room in zip(pieces, widths, strict=True))
        yield _GAP.join(padded).rstrip()
