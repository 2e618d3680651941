"""A workbook of three sheets, requests, follow-ups and history, with dates that are dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from bluf.register.card import ItemKind
from bluf.register.formats.columns import COLUMNS, Cell
from bluf.register.wording import Wording, wording_of
from bluf.workbook import Sheet, SheetColumn, write
from octavo.shortening import capital

if TYPE_CHECKING:
    from bluf.register.entries import Entry
    from bluf.register.register import Register

_OF_FOLLOW_UPS = frozenset({"due", "due_earliest", "due_latest"})
_OF_REQUESTS = {"owed_by": "asked_of", "owed_to": "asked_by"}
"""What the sides of a request stand under, in place of those of a follow-up."""
_HISTORY = (
    ("id", 26),
    ("kind", 14),
    ("what", 40),
    ("date", 12),
    ("step", 16),
    ("words", 20),
    ("note", 40),
    ("recorded_in", 26),
    ("quotations", 60),
    ("translation", 60),
    ("source", 40),
    ("address", 30),
)


def render(register: Register) -> bytes:
    """The workbook; the same register gives the same bytes on any machine and day.

    Raises:
        WorkbookError: A text is longer than a cell can be.
    """
    wording = wording_of(register)
    history = [SheetColumn(capital(wording.words[name]), width) for name, width in _HISTORY]
    steps = list(_history(register.entries, wording))
    sheets = [
        _sheet(register, wording, ItemKind.REQUEST),
        _sheet(register, wording, ItemKind.FOLLOW_UP),
        Sheet(wording.words["history"], history, steps, filters=True),
    ]
    return write(
        sheets,
        title=wording.words["title"],
        day=register.day,
        path="register.xlsx",
        description=register.stamp,
    )


def _sheet(register: Register, wording: Wording, kind: ItemKind) -> Sheet:
    asked = kind is ItemKind.REQUEST
    without = _OF_FOLLOW_UPS | {"kind"} if asked else {"kind"}
    columns = [column for column in COLUMNS if column.name not in without]
    rows = [
        [column.shown(entry, wording) for column in columns]
        for entry in register.entries
        if entry.kind is kind
    ]
    names = _OF_REQUESTS if asked else {}
    heads = [
        SheetColumn(wording.words[names.get(column.heading, column.heading)], column.width)
        for column in columns
    ]
    return Sheet(wording.heading(kind), heads, rows, filters=True)


def _history(entries: Iterable[Entry], wording: Wording) -> Iterator[list[Cell]]:
    for entry in entries:
        for step in entry.steps:
            about: list[Cell] = [entry.id, wording.heading(entry.kind), entry.what, step.date]
            about += [wording.word("marks", step.mark), wording.said(step), step.note, step.brief]
            for quotation in step.quotations:
                source = wording.source(quotation)
                words = [quotation.original, quotation.translation, source, quotation.url]
                yield [*about, *words]
            if not step.quotations:
                yield [*about, "", "", "", ""]
