"""Tables become one tree, the same that the other readers make."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bluf.characters import quoted
from bluf.data.error import duplicate_key
from bluf.data.tables.headings import (
    BRIEF,
    PARTICIPANTS,
    SHEETS,
    RecordSheet,
    column_named,
    sheet_named,
)
from bluf.data.tables.records import ASIDE, PlacedRecord, read_records, unknown_heading
from bluf.data.tables.table import Table
from bluf.data.tree import Mapping, Pair, Scalar, Sequence, Steps, child
from bluf.rules import finding
from octavo.finding import Finding
from octavo.location import Location
from octavo.suggest import did_you_mean

_HEADING = "field"
"""What stands above the names of the fields, on the sheet of the brief itself."""


def is_brief(tables: Iterable[Table]) -> bool:
    """Whether one of the tables is a sheet of a brief."""
    return any(sheet_named(table.title) for table in tables)


def assemble(tables: Iterable[Table], location: Location) -> tuple[Mapping, list[Finding]]:
    """The tree of a brief, and a finding for each sheet, heading or row that has no place in it."""
    assembler = _Assembler()
    for table in tables:
        assembler.add(table)
    assembler.seat_participants()
    return Mapping(assembler.fields, location), assembler.findings


class _Assembler:
    """Takes one table after the other."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self.fields: dict[str, Pair] = {}
        self._participants: list[PlacedRecord] = []

    def add(self, table: Table) -> None:
        sheet = sheet_named(table.title)
        if sheet is BRIEF and _has_headings(table):
            self._add_brief_across(table)
        elif sheet is BRIEF:
            self._add_brief(table)
        elif sheet is not None:
            self._add_records(table, sheet)
        elif table.rows and not table.title.startswith(ASIDE):
            self.findings.append(_unknown_sheet(table))

    def _add_brief(self, table: Table) -> None:
        """One field a row: its name in the first column, its value in the second."""
        for row in table.rows:
            name, value = row.cell(0), row.cell(1)
            column = column_named(name.text or "", BRIEF.record)
            if column is not None:
                scalar = Scalar(value.text, value.location)
                self._set_within(column.path, name.location, scalar)
            elif (name.text or "").casefold() != _HEADING:
                self.findings.append(unknown_heading(name, BRIEF))

    def _add_brief_across(self, table: Table) -> None:
        """The fields in one row, below their headings, as on the other sheets."""
        kept, findings = read_records(table, BRIEF)
        self.findings += findings
        for each in kept[:1]:
            for entry in each.node.entries.values():
                self._set(entry)
        self.findings += [_second_brief(each) for each in kept[1:]]

    def _add_records(self, table: Table, sheet: RecordSheet) -> None:
        kept, findings = read_records(table, sheet)
        self.findings += findings
        if sheet is PARTICIPANTS:
            self._participants += kept
        elif sheet.own:
            by_id: dict[str, Pair] = {}
            for each in kept:
                self._put(by_id, Pair(_name(each), each.own.location, each.node))
            self._set(Pair(sheet.field, table.location, Mapping(by_id, table.location)))
        else:
            items = Sequence(tuple(each.node for each in kept), table.location)
            self._set(Pair(sheet.field, table.location, items))

    def _set_within(self, path: Steps, location: Location, value: Scalar) -> None:
        """A field of the brief, or one of a record within it, such as the marking of a text."""
        entries = self.fields
        for step in path[:-1]:
            outer = entries.setdefault(str(step), Pair(str(step), location, Mapping({}, location)))
            entries = outer.value.entries if isinstance(outer.value, Mapping) else {}
        self._put(entries, Pair(str(path[-1]), location, value))

    def _set(self, entry: Pair) -> None:
        self._put(self.fields, entry)

    def _put(self, entries: dict[str, Pair], entry: Pair) -> None:
        earlier = entries.setdefault(entry.key, entry)
        if earlier is not entry:
            place = earlier.location
            self.findings.append(duplicate_key(entry.key, entry.location, place, entry.key))

    def seat_participants(self) -> None:
        """Give each event its participants, who have a sheet of their own."""
        seats: dict[str, list[Mapping]] = {name: [] for name, _ in _events(self.fields)}
        for each in self._participants:
            if _name(each) in seats:
                seats[_name(each)].append(each.node)
            else:
                self.findings.append(_unknown_event(each, seats))
        for name, event in _events(self.fields):
            if seats[name]:
                people = Sequence(tuple(seats[name]), seats[name][0].location)
                event.entries["participants"] = Pair("participants", people.location, people)


def _has_headings(table: Table) -> bool:
    """Whether the first row of the brief's own sheet names several fields, and nothing else."""
    names = [cell.text or "" for cell in table.rows[0].cells.values()] if table.rows else []
    return len(names) > 1 and all(column_named(name, BRIEF.record) for name in names)


def _second_brief(kept: PlacedRecord) -> Finding:
    message = "a second brief stands in this row"
    return finding("data-syntax", message, kept.node.location, "keep one brief in one file")


def _name(kept: PlacedRecord) -> str:
    return (kept.own.text or "").strip()


def _events(fields: dict[str, Pair]) -> Iterator[tuple[str, Mapping]]:
    """The events that have an id, by it."""
    events = fields["events"].value if "events" in fields else None
    for event in events.items if isinstance(events, Sequence) else ():
        name = child(event, "id")
        if isinstance(event, Mapping) and isinstance(name, Scalar) and name.text:
            yield name.text.strip(), event


def _unknown_sheet(table: Table) -> Finding:
    message = f"{quoted(table.title)} is not a sheet of a brief"
    meant = did_you_mean(table.title, [sheet.title for sheet in SHEETS])
    hint = f"{meant}; a sheet of your own begins with “{ASIDE}”"
    return finding("unknown-key", message, table.location, hint, table.title)


def _unknown_event(kept: PlacedRecord, known: Iterable[str]) -> Finding:
    message = f"{quoted(_name(kept))} is not the id of an event"
    hint = did_you_mean(_name(kept), known) or "the sheet “Events” defines none"
    return finding("dangling-id", message, kept.own.location, hint, _name(kept))
