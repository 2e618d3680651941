"""Cards joined into threads, and every link between briefs that does not hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.register.faults import FAULTS
from bluf.register.threads import make_book, make_threads

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bluf.register.card import RegisteredBrief
    from bluf.register.threads import Thread
    from octavo.finding import Finding


class Linked(Struct, frozen=True):
    """All briefs in order of date, all threads in order of their beginning, and what is wrong."""

    cards: tuple[RegisteredBrief, ...]
    threads: tuple[Thread, ...]
    findings: tuple[Finding, ...]
    by_ref: Mapping[str, Thread]

    def thread(self, ref: str) -> Thread | None:
        """The thread that an item belongs to, or None where no brief has such an item."""
        return self.by_ref.get(ref)


def link(cards: Iterable[RegisteredBrief], *, partial: bool = False) -> Linked:
    """Join the cards of all briefs; the order in which they come does not matter.

    A link that does not hold is a finding and is then left out: its item begins a thread. Where
    the cards are ``partial``, a link to a brief that is not among them is a warning alone.
    """
    book = make_book(cards, partial=partial)
    findings = [fault for card in book.cards for fault in card.faults]
    findings += [finding for fault in FAULTS for finding in fault(book)]
    threads = make_threads(book)
    by_ref = {mention.ref: thread for thread in threads for mention in thread.mentions}
    return Linked(book.cards, threads, tuple(sorted(findings, key=_in_file_order)), by_ref)


def _in_file_order(finding: Finding) -> tuple[str, int, int, str]:
    location = finding.location
    line, column = getattr(location, "line", 0), getattr(location, "column", 0)
    return location.path, line, column, finding.rule
