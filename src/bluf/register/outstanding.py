"""What earlier briefs left open, as the block “Outstanding from last time” of a later one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.register.entries import make_entry
from bluf.register.standing import Reckoning
from bluf.views import OutstandingRow, labels_for
from bluf.views.phrases import due_text, short_date

if TYPE_CHECKING:
    from bluf.model import Brief, FollowUp, Request
    from bluf.register.entries import Entry
    from bluf.register.links import Linked
    from bluf.views import Labels


def outstanding(brief: Brief, linked: Linked) -> tuple[OutstandingRow, ...]:
    """The items that a brief carries on, as they stand on its day; weightiest first.

    Args:
        brief: The later brief.
        linked: All briefs, or at least this one and those it carries items from.
    """
    labels = labels_for(brief.language)
    entries = sorted(_carried(brief, linked), key=lambda entry: (entry.priority, entry.id))
    return tuple(_row(number, entry, labels) for number, entry in enumerate(entries, start=1))


def _carried(brief: Brief, linked: Linked) -> list[Entry]:
    today = Reckoning(brief.date)
    items: tuple[Request | FollowUp, ...] = (*brief.requests, *brief.follow_ups)
    threads = (linked.thread(f"{brief.id}#{item.id}") for item in items if item.carried_from)
    entries = (make_entry(thread, today) for thread in threads if thread)
    return [entry for entry in entries if entry and entry.carried]


def _row(number: int, entry: Entry, labels: Labels) -> OutstandingRow:
    return OutstandingRow(
        number=number,
        what=entry.what,
        owner=entry.owner.name,
        due=due_text(entry.due, labels),
        status=labels.word("standings", entry.standing.state),
        since=short_date(entry.since, labels),
    )
