"""Keys that no record has: reported once, and read as the field they were meant for.

One misspelt key is one finding. What hangs on it, such as the ids under a misspelt ``parties``,
is checked as if the key were right.
"""

from __future__ import annotations

from operator import is_
from typing import TYPE_CHECKING

from bluf.characters import quoted
from bluf.data.shape import NOUNS, below, fields, record_of
from bluf.data.tree import Mapping, Pair, Places, Scalar, Sequence
from bluf.model import Brief
from octavo.suggest import closest, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bluf.data.shape import Annotation
    from bluf.data.tree import Node
    from bluf.model import Record
    from octavo.finding import Finding

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
            entries: Iterable[Pair] = node.entries.values()
            if record is not None and not node.entries.keys() <= fields(record).keys():
                entries = self._fields(node, record)
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
