"""A workbook of three sheets, requests, follow-ups and history, with dates that are dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.register.card import Kind
from bluf.register.formats.columns import COLUMNS
from bluf.workbook import Column, Sheet, write

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bluf.register.entries import Entry
    from bluf.register.formats.columns import Cell
    from bluf.register.register import Register

_OF_FOLLOW_UPS = frozenset({"due", "due_earliest", "due_latest"})
_HISTORY = (
    ("Id", 26),
    ("Kind", 14),
    ("What", 40),
    ("Date", 12),
    ("Step", 16),
    ("Words", 20),
    ("Note", 40),
    ("Recorded in", 26),
    ("Quotation", 60),
    ("Translation", 60),
    ("Source", 40),
    ("Address", 30),
)


def render(register: Register) -> bytes:
    """The workbook; the same register gives the same bytes on any machine and day.

    Raises:
        WorkbookError: A text is longer than a cell can be.
    """
    history = [Column(*head) for head in _HISTORY]
    sheets = [
        _sheet(register, "Requests", Kind.REQUEST, without=_OF_FOLLOW_UPS | {"kind"}),
        _sheet(register, "Follow-ups", Kind.FOLLOW_UP, without=frozenset({"kind"})),
        Sheet("History", history, list(_history(register.entries)), filters=True),
    ]
    return write(
        sheets,
        title="Register",
        day=register.day,
        path="register.xlsx",
        description=register.stamp,
    )


def _sheet(register: Register, title: str, kind: Kind, *, without: frozenset[str]) -> Sheet:
    columns = [column for column in COLUMNS if column.name not in without]
    rows = [
        [column.cell(entry) for column in columns]
        for entry in register.entries
        if entry.kind is kind
    ]
    heads = [Column(column.heading, column.width) for column in columns]
    return Sheet(title, heads, rows, filters=True)


def _history(entries: Iterable[Entry]) -> Iterator[list[Cell]]:
    for entry in entries:
        for step in entry.steps:
            about: list[Cell] = [entry.id, str(entry.kind), entry.what, step.date, str(step.mark)]
            about += [step.words, step.note, step.brief]
            for quotation in step.quotations:
                source = f"{quotation.publisher}: {quotation.title}"
                words = [quotation.original, quotation.translation, source, quotation.url]
                yield [*about, *words]
            if not step.quotations:
                yield [*about, "", "", "", ""]
