"""From the tree to the brief: types, closed vocabularies and references, all faults at once.

A key that no record has is reported once, and read as the field it was meant for: what hangs on it,
such as the ids under a misspelt ``parties``, is checked as if the key were right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from operator import is_

from bluf.characters import quoted
from bluf.data.defaults import with_defaults
from bluf.data.error import DataError, listed
from bluf.data.explain import explain
from bluf.data.references import dangling, duplicated
from bluf.data.shape import NOUNS, Annotation, below, fields, record_of
from bluf.data.tables.headings import SHEETS, sheet_named
from bluf.data.tree import Mapping, Node, Pair, Places, Plain, Scalar, Sequence
from bluf.data.typed import typed
from bluf.data.values import bad_characters
from bluf.data.versions import for_all
from bluf.model import Brief, Record
from octavo.finding import Finding
from octavo.location import Location, SheetLocation, TextLocation
from octavo.suggest import closest, did_you_mean

FOR_EDITORS = "$schema"
"""The key by which a JSON file names its schema to an editor; bluf passes over it."""


def known_keys(places: Places) -> tuple[Places, list[Finding]]:
    """The tree with the fields of the model alone, and a finding for each other key."""
    reader = _Keys(places)
    root = reader.node(places.root, Brief)
    return Places(root, places.texts), reader.findings


class _Keys:
    """One walk over a tree."""

    def __init__(self, places: Places) -> None:
        self.findings: list[Finding] = []
        self._places = places

    def node(self, node: Node, kind: Annotation) -> Node:
        """The node as far as the model knows it; ``kind`` is what the model says it is."""
        if isinstance(node, Sequence):
            item_kind = below(kind, 0)
            items = tuple(self.node(item, item_kind) for item in node.items)
            same = all(map(is_, items, node.items))
            return node if same else Sequence(items, node.location)
        if isinstance(node, Mapping):
            record = record_of(kind)
            entries = node.entries.values() if record is None else self._fields(node, record)
            kept = {entry.key: self._entry(entry, kind) for entry in entries}
            same = len(kept) == len(node.entries) and all(
                map(is_, kept.values(), node.entries.values())
            )
            return node if same else Mapping(kept, node.location)
        return node

    def _entry(self, entry: Pair, kind: Annotation) -> Pair:
        if isinstance(entry.value, Scalar):
            return entry
        value = self.node(entry.value, below(kind, entry.key))
        return entry if value is entry.value else Pair(entry.key, entry.location, value)

    def _fields(self, node: Mapping, record: type[Record]) -> tuple[Pair, ...]:
        known = fields(record)
        if node.entries.keys() <= known.keys():
            return tuple(node.entries.values())
        free = [name for name in known if node.get(name) is None]
        kept = []
        for entry in node.entries.values():
            if entry.key in known:
                kept.append(entry)
                continue
            if entry.key == FOR_EDITORS and record is Brief:
                continue
            self._report(entry, record)
            meant = closest(entry.key, free)
            if meant is not None:
                free.remove(meant)
                kept.append(Pair(meant, entry.location, entry.value))
        return tuple(kept)

    def _report(self, entry: Pair, record: type[Record]) -> None:
        message = f"{quoted(entry.key)} is not a field of {NOUNS[record]}"
        hint = did_you_mean(entry.key, fields(record))
        self.findings.append(self._places.fault("unknown-key", message, entry.location, hint))


def decode(places: Places, faults: Iterable[Finding] = ()) -> Brief:
    """The brief that a tree records; ``faults`` are those that its reader found.

    Raises:
        DataError: Every fault of the file, in the order of the file.
    """
    refuse_unless_mapping(places)
    findings = [*faults, *bad_characters(places)]
    places, unversioned = for_all(places)
    places, unknown = known_keys(places)
    findings += [*unversioned, *unknown, *duplicated(places), *dangling(places)]
    brief, refusals = typed(with_defaults(_given(places.root, Brief)), Brief)
    findings += [explain(refusal, places) for refusal in refusals]
    if brief is None or findings:
        raise DataError(listed(in_order(dict.fromkeys(findings))))
    return brief


def refuse_unless_mapping(places: Places) -> None:
    """Refuse a file that is not fields with values.

    Raises:
        DataError: ``data-type``.
    """
    root = places.root
    if isinstance(root, Mapping):
        return
    if isinstance(root, Scalar) and root.text is None:
        message, hint = "the file is empty", "“bluf new ID” writes one to start from"
    else:
        held = "a list" if isinstance(root, Sequence) else quoted(root.text or "")
        message = f"a data file holds fields and their values, not {held}"
        hint = "begin with “id: …”, “title: …”; “bluf new ID” writes a file to start from"
    raise DataError([places.fault("data-type", message, root.location, hint)])


def _given(node: Node, kind: Annotation) -> Plain:
    """The plain values of a tree, without the fields of a record that have none.

    A line end within a value is LF, however the format writes it.
    """
    if isinstance(node, Mapping):
        is_record = record_of(kind) is not None
        return {
            entry.key: _given(entry.value, below(kind, entry.key))
            for entry in node.entries.values()
            if not (is_record and _is_blank(entry.value))
        }
    if isinstance(node, Sequence):
        return [_given(item, below(kind, 0)) for item in node.items]
    if node.text is None or "\r" not in node.text:
        return node.text
    return node.text.replace("\r\n", "\n").replace("\r", "\n")


def _is_blank(node: Node) -> bool:
    return isinstance(node, Scalar) and not (node.text or "").strip()


_ADDRESS = re.compile(r"([A-Z]+)(\d+)")


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """The findings in the order in which their places stand."""
    return sorted(findings, key=lambda finding: _position(finding.location))


def _position(location: Location) -> tuple[str, int, int, int, str]:
    match location:
        case TextLocation(path, line, column):
            return path, 0, line, column, ""
        case SheetLocation(path, title, cell):
            sheet = sheet_named(title)
            match = _ADDRESS.fullmatch(cell)
            letters, row = (match[1], int(match[2])) if match else ("", 0)
            return path, SHEETS.index(sheet) if sheet else 0, row, len(letters), letters
        case _:
            return location.path, 0, 0, 0, ""
