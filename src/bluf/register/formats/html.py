"""One page that needs nothing besides itself: no script to read it, no network, no font.

The life of an entry is laid out along a line.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from importlib.resources import files
from itertools import groupby
from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.html_page import html_page
from bluf.register.card import ItemKind, Mark
from bluf.register.wording import Wording, wording_of
from bluf.views import long_date

if TYPE_CHECKING:
    from bluf.register.entries import Entry
    from bluf.register.register import Register


WIDTH = 720
_LEFT, _RIGHT = 14, 706
_LINE = 34
_LANE = 18
_LETTER = 6.6
"""Mean width of a letter at the size of labels, on the safe side."""
_MARGIN = 0.04

_SHAPES = {
    Mark.OUTCOME: "diamond",
    Mark.ANSWERED: "diamond",
    Mark.DONE: "square",
    Mark.DROPPED: "cross",
    Mark.PLANNED: "ring",
    Mark.CARRIED: "ring",
}


class Scale(Struct, frozen=True):
    """Days to places on the line, the same for every entry of a register."""

    first: dt.date
    last: dt.date

    def place(self, day: dt.date) -> float:
        """Distance from the left, in units of the drawing."""
        span = max((self.last - self.first).days, 1)
        return round(_LEFT + (_RIGHT - _LEFT) * (day - self.first).days / span, 1)


class Dot(Struct, frozen=True):
    """What happened on one day; ``shape`` says what sort of thing, ``label`` says it in words."""

    x: float
    shape: str
    label: str
    label_x: float
    label_y: float
    anchor: str


class Timeline(Struct, frozen=True):
    """Everything that is drawn of one entry.

    ``begin`` to ``end`` is the time it has been owed; from there to ``due`` what is left of it, or
    back from there what it is late by. What is closed has no ``due``.
    """

    height: float
    line: float
    begin: float
    end: float
    today: float
    due: float | None
    late: bool
    dots: tuple[Dot, ...]


def make_scale(register: Register) -> Scale:
    """From the first day of any row to the day of the register or the last day due."""
    days = [step.date for entry in register.entries for step in entry.steps]
    days += [day for entry in register.entries for day in (entry.since, entry.last_day) if day]
    days.append(register.day)
    first, last = min(days), max(days)
    margin = dt.timedelta(days=max(round((last - first).days * _MARGIN), 2))
    return Scale(first - margin, last + margin)


def make_timeline(entry: Entry, today: dt.date, scale: Scale, wording: Wording) -> Timeline:
    """Lay out one entry on a scale."""
    due = entry.last_day
    words = [*_words(entry, wording)]
    words += [(due, wording.word("marks", "due"), "flag")] if due else []
    dots = tuple(_dots(sorted(words, key=lambda word: word[0]), scale, wording))
    closed = entry.standing.state.closed
    end = entry.steps[-1].date if entry.steps and closed else today
    return Timeline(
        height=max((dot.label_y for dot in dots), default=_LINE) + 10,
        line=_LINE,
        begin=scale.place(entry.since),
        end=max(scale.place(end), scale.place(entry.since)),
        today=scale.place(today),
        due=scale.place(due) if due and not closed else None,
        late=due is not None and due < end,
        dots=dots,
    )


def _words(entry: Entry, wording: Wording) -> Iterator[tuple[dt.date, str, str]]:
    for step in entry.steps:
        outcome = step.mark is Mark.OUTCOME
        name = wording.said(step) if outcome else wording.word("marks", step.mark)
        yield step.date, name, _SHAPES.get(step.mark, "disc")


def _dots(
    words: Iterable[tuple[dt.date, str, str]], scale: Scale, wording: Wording
) -> Iterator[Dot]:
    """One dot for each day, its label in the first lane where there is room for it."""
    lanes: list[float] = []
    for day, found in groupby(words, key=lambda word: word[0]):
        several = list(found)
        names = wording.listed(dict.fromkeys(name for _, name, _ in several))
        label = f"{wording.day(day)} {names}"
        x, width = scale.place(day), len(label) * _LETTER
        right = x + width > _RIGHT
        start = x - width if right else x - 4
        lane = next((n for n, end in enumerate(lanes) if end < start), len(lanes))
        lanes[lane : lane + 1] = [start + width + 8]
        y = _LINE + 24 + lane * _LANE
        yield Dot(
            x, several[-1][2], label, x + 4 if right else x - 4, y, "end" if right else "start"
        )


_FOLDER = files("bluf.register.formats") / "page"


def render(register: Register) -> bytes:
    """The page; every value is escaped."""
    scale, wording = make_scale(register), wording_of(register)
    return html_page(
        _FOLDER,
        register=register,
        kinds=(ItemKind.FOLLOW_UP, ItemKind.REQUEST),
        wording=wording,
        words=wording.words,
        timeline=lambda entry: make_timeline(entry, register.day, scale, wording),
        width=WIDTH,
        day=long_date(register.day, wording),
    )
