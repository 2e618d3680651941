"""The register itself: what every format prints."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.register.card import ItemKind, RegisteredBrief
from bluf.register.entries import Entry, make_entries, together
from bluf.register.select import Group, RowSelection, SortKey, group, select
from bluf.register.standing import ItemState, Reckoning

if TYPE_CHECKING:
    from bluf.register.links import Linked


class Register(Struct, frozen=True):
    """Rows over many briefs as they stood on one day, and what was left out of them.

    ``later`` is how many briefs were recorded after the day and are left out; ``soon`` how many
    days ahead count as soon; ``language`` that of its briefs, else English; ``catalogues`` the
    folder of the project's own labels.
    """

    day: dt.date
    entries: tuple[Entry, ...]
    briefs: tuple[RegisteredBrief, ...]
    later: int = 0
    chosen: RowSelection = RowSelection()
    group_by: Group | None = None
    soon: int = 14
    language: str = "en"
    catalogues: Path | None = None

    @property
    def selection(self) -> str:
        """The filters as a terminal prints them; empty where every row is shown."""
        return self.chosen.words

    @property
    def groups(self) -> tuple[tuple[str, tuple[Entry, ...]], ...]:
        """The rows under their headings."""
        return group(self.entries, self.group_by)

    @property
    def threads(self) -> tuple[Entry, ...]:
        """The rows once each, follow-ups first, as the tables stand."""
        return tuple(sorted(self.entries, key=lambda entry: entry.kind is ItemKind.REQUEST))

    @property
    def counts(self) -> tuple[tuple[ItemState, int], ...]:
        """How many rows are in each state that occurs, what wants looking at first."""
        counter = Counter(entry.standing.state for entry in self.entries)
        return tuple((state, counter[state]) for state in ItemState if counter[state])

    @property
    def empty(self) -> str:
        """Why there is no row, in words; empty where there is one."""
        if self.entries:
            return ""
        return "Nothing fits." if self.selection else "Nothing was recorded by then."

    @property
    def markings(self) -> tuple[str, ...]:
        """The banner that the rows come to; each label where no scheme reads all of them."""
        return together(entry.marking for entry in self.entries)

    @property
    def stamp(self) -> str:
        """What every format prints, so that a committed register says which day it is of."""
        return f"{STAMP}{self.day}"


STAMP = "bluf register "


def make_register(
    linked: Linked,
    today: Reckoning,
    selection: RowSelection = RowSelection(),
    *,
    order: SortKey = SortKey.STATE,
    group_by: Group | None = None,
) -> Register:
    """The register over linked briefs on one day, in their language."""
    entries = make_entries(linked.threads, today)
    briefs = tuple(card for card in linked.cards if card.date <= today.day)
    return Register(
        day=today.day,
        entries=select(entries, selection, order),
        briefs=briefs,
        later=len(linked.cards) - len(briefs),
        chosen=selection,
        group_by=group_by,
        soon=today.soon,
        language=_language_of(briefs),
    )


def _language_of(briefs: Iterable[RegisteredBrief]) -> str:
    """The language of the briefs; English where there are several, or no brief."""
    spoken = {card.language for card in briefs}
    return spoken.pop() if len(spoken) == 1 else "en"
