"""What earlier briefs left open, as the block “Outstanding from last time” of a later one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from bluf.markings import Schemes
from bluf.model import Brief, FollowUp, Request
from bluf.register.card import Mark
from bluf.register.entries import Entry, make_entry
from bluf.register.standing import Reckoning
from bluf.register.wording import Wording, make_wording
from bluf.views import OutstandingRow, due_text, marks_of

if TYPE_CHECKING:
    from bluf.register.links import Linked


def outstanding(
    brief: Brief, linked: Linked, schemes: Schemes | None = None, catalogues: Path | None = None
) -> tuple[OutstandingRow, ...]:
    """The items that a brief carries on, as they stand on its day; weightiest first.

    ``linked`` are all briefs, or at least this one and those it carries items from; ``catalogues``
    is the folder of the project's own labels.
    """
    wording, marks = make_wording(brief.language, catalogues), marks_of(brief, schemes)
    carried = sorted(_carried(brief, linked), key=lambda pair: (pair[1].priority, pair[1].id))
    return tuple(
        replace(
            _row(number, entry, _numbers(item, brief, wording), wording),
            portion=marks.before(item.marking),
        )
        for number, (item, entry) in enumerate(carried, start=1)
    )


def _carried(brief: Brief, linked: Linked) -> Iterator[tuple[Request | FollowUp, Entry]]:
    today = Reckoning(brief.date)
    items: tuple[Request | FollowUp, ...] = (*brief.requests, *brief.follow_ups)
    for item in items:
        thread = linked.thread(f"{brief.id}#{item.id}") if item.carried_from else None
        entry = make_entry(thread, today) if thread else None
        if entry and entry.carried:
            yield item, entry


def _numbers(item: Request | FollowUp, brief: Brief, wording: Wording) -> str:
    """``1, 3``: the sources of an item, as the brief numbers them."""
    changes = item.history if isinstance(item, FollowUp) else ()
    evidence = [*item.evidence, *(entry for change in changes for entry in change.evidence)]
    cited = {entry.source for entry in evidence}
    numbers = (str(number) for number, key in enumerate(brief.sources, start=1) if key in cited)
    return wording.kept_together(numbers)


def _settled(entry: Entry, wording: Wording) -> str:
    """What came of a settled item: the answer that was given, or what was noted when it ended."""
    if not entry.standing.state.closed:
        return ""
    last = [step for step in entry.steps if step.mark is not Mark.CARRIED][-1]
    given = wording.vocabularies["responses"].get(last.words, "")
    note = last.note if last.note != entry.what else ""
    return wording.aside(given or wording.state(entry.standing.state), note)


def _row(number: int, entry: Entry, numbers: str, wording: Wording) -> OutstandingRow:
    return OutstandingRow(
        number=number,
        what=entry.what,
        sources=numbers,
        owner=wording.side(entry.owner),
        due=due_text(entry.due, wording),
        status=wording.state(entry.standing.state),
        since=wording.day(entry.since),
        answer=_settled(entry, wording),
        settled=entry.standing.state.closed,
    )
