"""The register as a flat table: what each column is called and what stands in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.register.standing import due_words

if TYPE_CHECKING:
    from bluf.register.entries import Entry
    from bluf.register.wording import Wording

Cell = str | int | dt.date | None


class RegisterColumn(Struct, frozen=True):
    """A column: its name for machines, the label above it for people, its width in a sheet.

    ``cell`` is for machines: English words that stay. ``told`` is for people, in the language of
    the register; where it is None both read the same.
    """

    name: str
    heading: str
    cell: Callable[[Entry], Cell]
    width: int = 14
    told: Callable[[Entry, Wording], Cell] | None = None

    def shown(self, entry: Entry, wording: Wording) -> Cell:
        """What stands in the column for people."""
        return self.told(entry, wording) if self.told else self.cell(entry)


def evidence_told(entry: Entry, wording: Wording) -> str:
    """The latest quotation in quotation marks of the language, with its translation."""
    if entry.quotation is None:
        return ""
    told = (wording.quoted(entry.quotation.original), wording.translated(entry.quotation))
    return " ".join(filter(None, told))


def source_told(entry: Entry, wording: Wording) -> str:
    """The source of the latest quotation as the language writes it."""
    return wording.source(entry.quotation) if entry.quotation else ""


def due_told(entry: Entry) -> str:
    """By when; empty for a request."""
    return due_words(entry.due) if entry.due else ""


def _cited(name: str) -> Callable[[Entry], str]:
    """What the latest quotation has of a name; empty where there is none."""
    return lambda entry: getattr(entry.quotation, name, "")


def _bound(entry: Entry, name: str) -> dt.date | None:
    bound = getattr(entry.due, name, None)
    return bound if isinstance(bound, dt.date) else None


COLUMNS = (
    RegisterColumn("id", "id", lambda entry: entry.id, 26),
    RegisterColumn(
        "kind", "kind", lambda entry: str(entry.kind), 14, lambda e, w: w.heading(e.kind)
    ),
    RegisterColumn("what", "what", lambda entry: entry.what, 48),
    RegisterColumn(
        "owner", "owed_by", lambda entry: entry.owner.name, 22, lambda e, w: w.side(e.owner)
    ),
    RegisterColumn("to", "owed_to", lambda entry: entry.to.name, 22, lambda e, w: w.side(e.to)),
    RegisterColumn("since", "since", lambda entry: entry.since, 12),
    RegisterColumn("due", "due", due_told, 28, lambda e, w: w.due(e.due) if e.due else ""),
    RegisterColumn("due_earliest", "not_before", lambda entry: _bound(entry, "earliest"), 12),
    RegisterColumn("due_latest", "last_day", lambda entry: entry.last_day, 12),
    RegisterColumn(
        "state",
        "status",
        lambda entry: str(entry.standing.state),
        14,
        lambda e, w: w.state(e.standing.state),
    ),
    RegisterColumn(
        "standing",
        "stands",
        lambda entry: entry.standing.words,
        26,
        lambda e, w: w.standing(e.standing),
    ),
    RegisterColumn("carried", "carried_count", lambda entry: entry.carried, 9),
    RegisterColumn("latest_id", "latest_id", lambda entry: entry.ref, 26),
    RegisterColumn("topic", "topic", lambda entry: entry.topic, 18),
    RegisterColumn("priority", "priority", lambda entry: entry.priority, 9),
    RegisterColumn("marking", "marking", lambda entry: entry.marking, 16),
    RegisterColumn("evidence", "evidence", _cited("words"), 48, evidence_told),
    RegisterColumn(
        "evidence_date", "evidence_of", lambda e: e.evidence.date if e.evidence else None, 12
    ),
    RegisterColumn("source", "source", _cited("source"), 40, source_told),
    RegisterColumn("source_url", "address", _cited("url"), 30),
)


def safe(cell: Cell) -> Cell:
    """A cell that no spreadsheet runs: text that would begin a formula gets an apostrophe."""
    if isinstance(cell, str) and cell.lstrip().startswith(_RUNS):
        return f"'{cell}"
    return cell


_RUNS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
