"""The register as a flat table: what each column is called and what stands in it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.register.standing import due_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from bluf.register.entries import Entry

Cell = str | int | dt.date | None


class Column(Struct, frozen=True):
    """A column: its name for machines, its heading for people, its width in a sheet."""

    name: str
    heading: str
    cell: Callable[[Entry], Cell]
    width: int = 14


def evidence_words(entry: Entry) -> str:
    """The latest quotation as it stands in its source, with its translation."""
    if entry.evidence is None:
        return ""
    quotation = entry.evidence.quotation
    original = f"“{quotation.original}”"
    return f"{original} [“{quotation.translation}”]" if quotation.translation else original


def source_words(entry: Entry) -> str:
    """Publisher, title and day of the source of the latest quotation."""
    if entry.evidence is None:
        return ""
    quotation = entry.evidence.quotation
    words = f"{quotation.publisher}: {quotation.title}"
    return f"{words}, {quotation.date}" if quotation.date else words


def _due(entry: Entry) -> str:
    return due_words(entry.due) if entry.due else ""


def _bound(entry: Entry, name: str) -> dt.date | None:
    bound = getattr(entry.due, name, None)
    return bound if isinstance(bound, dt.date) else None


COLUMNS = (
    Column("id", "Id", lambda entry: entry.id, 26),
    Column("kind", "Kind", lambda entry: str(entry.kind)),
    Column("what", "What", lambda entry: entry.what, 48),
    Column("owner", "Owes", lambda entry: entry.owner.name, 22),
    Column("to", "Owed to", lambda entry: entry.to.name, 22),
    Column("since", "Since", lambda entry: entry.since, 12),
    Column("due", "Due", _due, 28),
    Column("due_earliest", "Not before", lambda entry: _bound(entry, "earliest"), 12),
    Column("due_latest", "Last day", lambda entry: entry.due.last_day if entry.due else None, 12),
    Column("state", "State", lambda entry: str(entry.standing.state)),
    Column("standing", "Where it stands", lambda entry: entry.standing.words, 26),
    Column("carried", "Times carried", lambda entry: entry.carried, 9),
    Column("latest_id", "Latest id", lambda entry: entry.ref, 26),
    Column("topic", "Topic", lambda entry: entry.topic, 18),
    Column("priority", "Priority", lambda entry: entry.priority, 9),
    Column("marking", "Marking", lambda entry: entry.marking, 16),
    Column("evidence", "Last evidence", evidence_words, 48),
    Column("evidence_date", "Evidence of", lambda e: e.evidence.date if e.evidence else None, 12),
    Column("source", "Source", source_words, 40),
    Column("source_url", "Address", lambda e: e.evidence.quotation.url if e.evidence else "", 30),
)


def safe(cell: Cell) -> Cell:
    """A cell that no spreadsheet runs: text that would begin a formula gets an apostrophe."""
    if isinstance(cell, str) and cell.lstrip().startswith(_RUNS):
        return f"'{cell}"
    return cell


_RUNS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
