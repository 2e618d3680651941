"""Which rows of the register are shown, in what order, under what headings."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.register.card import ItemKind
from bluf.register.standing import ItemState

if TYPE_CHECKING:
    from bluf.register.entries import Entry


class SortKey(StrEnum):
    """What the rows are sorted by; the id decides between equals."""

    STATE = "state"
    DUE = "due"
    SINCE = "since"
    OWNER = "owner"
    TOPIC = "topic"
    PRIORITY = "priority"
    ID = "id"


class Group(StrEnum):
    """What the rows stand under a heading by."""

    KIND = "kind"
    STATE = "state"
    OWNER = "owner"
    PARTY = "party"
    TOPIC = "topic"
    BRIEF = "brief"


class RowSelection(Struct, frozen=True):
    """Which rows to show; what is left out lets every row pass.

    Names of owners, parties and topics match whatever their case; a party is known by its id,
    full and short name. ``state`` may be any of several.
    """

    kind: ItemKind | None = None
    owner: str | None = None
    party: str | None = None
    topic: str | None = None
    states: frozenset[ItemState] = frozenset()
    since: date | None = None
    due_before: date | None = None

    def takes(self, entry: Entry) -> bool:
        """Whether a row is shown."""
        return all(
            (
                self.kind in {None, entry.kind},
                _named(self.owner, entry.owner.names),
                _named(self.party, (*entry.owner.names, *entry.to.names)),
                _named(self.topic, {entry.topic.casefold()}),
                not self.states or entry.standing.state in self.states,
                self.since is None or entry.since >= self.since,
                self.due_before is None or _last_day(entry) < self.due_before,
            )
        )

    @property
    def named(self) -> dict[str, object]:
        """What was chosen, by what it is called; nothing that lets every row pass."""
        all_of_them = {
            "kind": self.kind,
            "owner": self.owner,
            "party": self.party,
            "topic": self.topic,
            "state": self.states,
            "since": self.since,
            "due before": self.due_before,
        }
        return {name: value for name, value in all_of_them.items() if value}

    @property
    def words(self) -> str:
        """The selection as a terminal prints it: ``owner Serbia, due before 2026-01-01``."""
        states = sorted(self.states, key=lambda state: state.rank)
        said = self.named | ({"state": " or ".join(states)} if states else {})
        return ", ".join(
            f"{value}s" if name == "kind" else f"{name} {value}" for name, value in said.items()
        )


def select(entries: Iterable[Entry], selection: RowSelection, order: SortKey) -> tuple[Entry, ...]:
    """The rows to show, sorted."""
    shown = (entry for entry in entries if selection.takes(entry))
    key = _KEYS[order]
    return tuple(sorted(shown, key=lambda entry: (key(entry), entry.id)))


def group(entries: Iterable[Entry], by: Group | None) -> tuple[tuple[str, tuple[Entry, ...]], ...]:
    """The rows under their headings, both in order; one heading, empty, where none are wanted."""
    if by is None:
        return (("", tuple(entries)),)
    groups: dict[str, list[Entry]] = {}
    spellings: dict[str, str] = {}
    for entry in entries:
        for heading in _headings(entry, by):
            spelling = spellings.setdefault(heading.casefold(), heading)
            groups.setdefault(spelling, []).append(entry)
    ordered = sorted(groups, key=lambda heading: _heading_order(heading, by))
    return tuple((heading, tuple(groups[heading])) for heading in ordered)


def _named(wanted: str | None, names: Iterable[str]) -> bool:
    return wanted is None or wanted.casefold() in names


def _last_day(entry: Entry) -> date:
    return entry.last_day or date.max


_KEYS: dict[SortKey, Callable[[Entry], tuple[int | str | date, ...]]] = {
    SortKey.STATE: lambda entry: (entry.standing.state.rank, _last_day(entry), entry.priority),
    SortKey.DUE: lambda entry: (_last_day(entry), entry.since),
    SortKey.SINCE: lambda entry: (entry.since,),
    SortKey.OWNER: lambda entry: (entry.owner.name.casefold(), _last_day(entry)),
    SortKey.TOPIC: lambda entry: (entry.topic == "", entry.topic.casefold(), _last_day(entry)),
    SortKey.PRIORITY: lambda entry: (entry.priority, entry.standing.state.rank),
    SortKey.ID: lambda entry: (entry.id,),
}


def _headings(entry: Entry, by: Group) -> tuple[str, ...]:
    if by is Group.PARTY:
        sides = {entry.owner.name, entry.to.name} - {""}
        return tuple(sorted(sides)) or (_NONE,)
    heading = {
        Group.KIND: str(entry.kind),
        Group.STATE: str(entry.standing.state),
        Group.OWNER: entry.owner.name,
        Group.TOPIC: entry.topic,
        Group.BRIEF: entry.brief,
    }[by]
    return (heading or _NONE,)


_NONE = "none named"


def _heading_order(heading: str, by: Group) -> tuple[int, bool, str]:
    rank = ItemState(heading).rank if by is Group.STATE else 0
    return rank, heading == _NONE, heading.casefold()
