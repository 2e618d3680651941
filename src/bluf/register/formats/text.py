"""The register and one thread for the terminal, at any width from about 60 columns."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.register.card import CitedWords, Step
from bluf.register.formats.columns import due_told
from bluf.register.standing import ItemState
from bluf.reporters import pad, width, wrap
from octavo.shortening import plural

if TYPE_CHECKING:
    from bluf.register.entries import Entry
    from bluf.register.register import Register


_WIDE = 120
_GAP = "  "
_RESET, _BOLD = "\x1b[0m", "\x1b[1m"
_COLOURS = {
    ItemState.OVERDUE: "\x1b[31m",
    ItemState.DUE_SOON: "\x1b[33m",
    ItemState.NO_ANSWER: "\x1b[35m",
    ItemState.UNCLEAR_DATE: "\x1b[36m",
    ItemState.ANSWERED: "\x1b[32m",
    ItemState.DONE: "\x1b[32m",
    ItemState.DROPPED: "\x1b[2m",
}


class _Column(Struct, frozen=True):
    """A column of the table; of what room is left, each takes as much as ``share`` says."""

    heading: str
    cell: Callable[[Entry], str]
    most: int
    share: int = 0


def register_table(register: Register, columns: int = 80, *, colour: bool = False) -> Iterator[str]:
    """The register as lines of at most ``columns`` columns, each made when it is asked for."""
    shape = _WIDE_TABLE if columns >= _WIDE else _NARROW_TABLE
    table = _Table(shape, register.entries, columns, colour=colour)
    yield from _heading(register, columns)
    if register.entries:
        yield from ("", *table.head())
    for heading, entries in register.groups:
        if heading:
            yield from ("", table.bold(heading))
        for entry in entries:
            yield from table.row(entry)


def _heading(register: Register, columns: int) -> Iterator[str]:
    briefs = plural(len(register.briefs), "brief")
    parts = [f"Register as of {register.day}", briefs, *register.markings]
    yield from wrap(" · ".join(parts), columns)
    if register.later:
        yield from wrap(f"Recorded later and left out: {register.later}", columns)
    if register.selection:
        yield from wrap(f"Only: {register.selection}", columns)
    counts = [f"{number} {state}" for state, number in register.counts]
    yield from wrap(" · ".join(counts) or register.empty, columns)


class _Table:
    """Rows laid out in columns whose widths are settled once for the whole table."""

    def __init__(
        self, shape: Sequence[_Column], entries: Sequence[Entry], columns: int, *, colour: bool
    ) -> None:
        self._shape = shape
        self._colour = colour
        self._widths = _widths(shape, entries, columns)

    def bold(self, text: str) -> str:
        return f"{_BOLD}{text}{_RESET}" if self._colour else text

    def head(self) -> Iterator[str]:
        titles = self._lines([column.heading for column in self._shape])
        yield from (self.bold(line) for line in titles)
        yield _GAP.join("─" * each for each in self._widths)

    def row(self, entry: Entry) -> Iterator[str]:
        return self._lines([column.cell(entry) for column in self._shape], entry.standing.state)

    def _lines(self, cells: Sequence[str], state: ItemState | None = None) -> Iterator[str]:
        wrapped = [wrap(cell, room) for cell, room in zip(cells, self._widths, strict=True)]
        for number in range(max(map(len, wrapped))):
            yield _GAP.join(
                self._paint(pad(lines[number] if number < len(lines) else "", room), column, state)
                for lines, room, column in zip(wrapped, self._widths, self._shape, strict=True)
            ).rstrip()

    def _paint(self, text: str, column: _Column, state: ItemState | None) -> str:
        colour = _COLOURS.get(state) if state and column.heading.startswith("State") else None
        return f"{colour}{text}{_RESET}" if colour and self._colour and text.strip() else text


def _widths(shape: Sequence[_Column], entries: Iterable[Entry], columns: int) -> list[int]:
    """What each column needs up to its most, and what room is left by share."""
    needs = [width(column.heading) for column in shape]
    for entry in entries:
        for index, column in enumerate(shape):
            if needs[index] < column.most:
                needs[index] = max(needs[index], min(width(column.cell(entry)), column.most))
    room = columns - len(_GAP) * (len(shape) - 1)
    fixed = sum(n for n, column in zip(needs, shape, strict=True) if not column.share)
    shares = sum(column.share for column in shape)
    return [
        max((room - fixed) * column.share // shares, 8) if column.share else need
        for need, column in zip(needs, shape, strict=True)
    ]


def _sides(entry: Entry) -> str:
    return " → ".join(filter(None, (entry.owner.name, entry.to.name)))


def _named(entry: Entry) -> str:
    return _sides(entry) or "nobody named"


def _what(entry: Entry) -> str:
    carried = f"carried over {entry.carried}×" if entry.carried else ""
    due = f"due {due_told(entry)}" if entry.due else ""
    rest = "; ".join(part for part in (_named(entry), due, carried) if part)
    return f"{entry.what}\n{rest}"


def _evidence(entry: Entry) -> str:
    quotation = entry.quotation
    if quotation is None:
        return ""
    date = f", {quotation.date}" if quotation.date else ""
    return f"{quotation.words}\n{quotation.publisher}{date}"


_NARROW_TABLE = (
    _Column("Id", lambda entry: entry.id, 23),
    _Column("What, and who owes whom", _what, 0, share=1),
    _Column("State", lambda entry: entry.standing.words, 14),
)
_WIDE_TABLE = (
    _Column("Id", lambda entry: entry.id, 24),
    _Column("What", lambda entry: entry.what, 0, share=4),
    _Column("Who owes whom", _named, 20),
    _Column("Since", lambda entry: str(entry.since), 10),
    _Column("Due", due_told, 17),
    _Column("State", lambda entry: entry.standing.words, 17),
    _Column("Carried", lambda entry: f"{entry.carried}×" if entry.carried else "", 7),
    _Column("Last evidence", _evidence, 0, share=5),
)


_INDENT = 12


def entry_story(entry: Entry, day: dt.date, columns: int = 80) -> str:
    """The thread as lines of at most ``columns`` columns."""
    due = f"due {due_told(entry)}" if entry.due else ""
    carried = f"carried over {entry.carried}×, last as {entry.ref}" if entry.carried else ""
    lines = [
        *wrap(f"{entry.id} · {entry.kind}", columns),
        *wrap(entry.what, columns),
        *wrap("; ".join(part for part in (_sides(entry), due, carried) if part), columns),
        *wrap(f"As of {day}: {entry.standing.words}", columns),
    ]
    for step in entry.steps:
        lines += ["", *_step(step, entry.what, columns)]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _step(step: Step, what: str, columns: int) -> Iterator[str]:
    mark = f"{step.mark}: {step.words}" if step.words else str(step.mark)
    note = f" — {step.note}" if step.note and step.note != what else ""
    room = columns - _INDENT
    first, *rest = wrap(f"{mark}{note} ({step.brief})", room)
    yield f"{step.date}  {first}"
    for quotation in step.quotations:
        rest += _quotation(quotation, room)
    yield from (" " * _INDENT + line for line in rest)


def _quotation(quotation: CitedWords, room: int) -> Iterator[str]:
    yield from wrap(f"“{quotation.original}”", room)
    if quotation.translation:
        by = f", {quotation.translator}" if quotation.translator else ""
        yield from wrap(f"“{quotation.translation}” (translation{by})", room)
    url = f" <{quotation.url}>" if quotation.url else ""
    yield from (f"  {line}" for line in wrap(f"{quotation.source}{url}", room - 2))
