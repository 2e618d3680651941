"""The rows of the register: each thread as it stood on one day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from bluf.markings import schemes
from bluf.register.card import CitedWords, ItemKind, Mark, OwingSide, Step
from bluf.register.standing import Reckoning, Standing, standing

if TYPE_CHECKING:
    from bluf.model import Due
    from bluf.register.threads import Thread


class Cited(Struct, frozen=True):
    """The latest quotation of a thread, with the day and the brief it was recorded for."""

    date: dt.date
    brief: str
    quotation: CitedWords


class Entry(Struct, frozen=True):
    """One request or follow-up as it stood on the day of the register: its mentions, in one.

    ``id`` stays however often it is carried; ``ref`` is its id in the brief that records it last,
    whose words these are; ``carried`` is how often it was carried over; ``steps`` are its whole
    life up to that day, oldest first; ``marking`` is what the labels of all its briefs come to.
    """

    id: str
    ref: str
    kind: ItemKind
    what: str
    owner: OwingSide
    to: OwingSide
    since: dt.date
    due: Due | None
    standing: Standing
    carried: int
    evidence: Cited | None
    steps: tuple[Step, ...]
    topic: str
    priority: int
    marking: str

    @property
    def quotation(self) -> CitedWords | None:
        """The latest quotation, if there is any."""
        return self.evidence.quotation if self.evidence else None

    @property
    def last_day(self) -> dt.date | None:
        """The day after which it is overdue, or None where no day is known."""
        return self.due.last_day if self.due else None

    @property
    def brief(self) -> str:
        """Id of the brief it began in."""
        return self.id.partition("#")[0]


def make_entries(threads: Iterable[Thread], today: Reckoning) -> tuple[Entry, ...]:
    """A row for each thread that had begun by then; what was recorded later does not count."""
    entries = (make_entry(thread, today) for thread in threads)
    return tuple(entry for entry in entries if entry)


def make_entry(thread: Thread, today: Reckoning) -> Entry | None:
    """The row of one thread, or None where nothing of it was recorded by then."""
    mentions = [m for m in thread.mentions if m.recorded <= today.day]
    if not mentions:
        return None
    first, last = mentions[0], mentions[-1]
    steps = _steps(thread, today.day)
    due = next((m.due for m in reversed(mentions) if m.due), None)
    return Entry(
        id=first.ref,
        ref=last.ref,
        kind=first.kind,
        what=last.what,
        owner=last.owner if last.owner.name else first.owner,
        to=last.to if last.to.name else first.to,
        since=first.since,
        due=due,
        standing=standing(first.kind, steps, due, today),
        carried=len(mentions) - 1,
        evidence=_cited(steps),
        steps=steps,
        topic=last.topic or first.topic,
        priority=last.priority,
        marking=" · ".join(together(mention.marking for mention in mentions)),
    )


def _steps(thread: Thread, day: dt.date) -> tuple[Step, ...]:
    known = [step for m in thread.mentions if m.recorded <= day for step in m.steps]
    known += [answer.step for answer in thread.answers if answer.recorded <= day]
    steps = sorted((step for step in known if step.date <= day), key=lambda step: step.date)
    return tuple(_with_news(steps))


def _with_news(steps: Iterable[Step]) -> Iterator[Step]:
    """The steps, those that only carry an item over without the words quoted for it before."""
    said: set[str] = set()
    for step in steps:
        carried = step.mark is Mark.CARRIED
        news = tuple(q for q in step.quotations if not (carried and q.original in said))
        said.update(quotation.original for quotation in step.quotations)
        yield step if news == step.quotations else replace(step, quotations=news)


def _cited(steps: tuple[Step, ...]) -> Cited | None:
    quoted = [step for step in steps if step.quotations]
    return Cited(quoted[-1].date, quoted[-1].brief, quoted[-1].quotations[0]) if quoted else None


def together(labels: Iterable[str]) -> tuple[str, ...]:
    """The banner of labels that one scheme reads; else each of them, in order."""
    said = sorted(set(labels) - {""})
    banner = schemes().banner(said) if len(said) > 1 else None
    return (banner,) if banner else tuple(said)
