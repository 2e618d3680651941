"""Texts with a version for an audience: ``bottom_line: {all: …, partners: …}``."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from bluf.characters import quoted
from bluf.data.tree import Mapping, Node, Pair, Places, Scalar, Sequence, Steps
from bluf.model import VERSIONED
from octavo.finding import Finding

ALL = "all"
"""The version of everybody who has none of their own."""
_TEXT, _MARKING = "text", "marking"


class Version(Struct, frozen=True):
    """A version of a text, or of a list of texts, and the marking it has of its own."""

    node: Node
    marking: str | None = None

    @property
    def texts(self) -> tuple[str, ...]:
        """What it says: one text, or those of a list."""
        items = self.node.items if isinstance(self.node, Sequence) else (self.node,)
        held = (each.text for each in items if isinstance(each, Scalar))
        return tuple(text.strip() for text in held if text and text.strip())


def for_all(places: Places) -> tuple[Places, list[Finding]]:
    """The tree with one version of each text, that of all, and a finding where there is none."""
    entries = {
        entry.key: replace(entry, value=_of_all(entry)) if _has_versions(entry) else entry
        for entry in _entries(places)
    }
    root = Mapping(entries, places.root.location)
    return replace(places, root=root), list(_lacking(places))


def version(places: Places, field: str, audience: str) -> Version | None:
    """The version of a text for an audience; None where it has none."""
    node = places.find(field, audience) if field in VERSIONED else None
    if not isinstance(node, Mapping):
        return None if node is None else Version(node)
    entries = node.entries
    marking = entries[_MARKING].value if _MARKING in entries else None
    text = entries[_TEXT].value if _TEXT in entries else Scalar(None, node.location)
    return Version(text, marking.text if isinstance(marking, Scalar) else None)


def audiences(places: Places) -> Iterator[tuple[str, Steps]]:
    """Every audience that a text has a version for, and where; an audience once a text."""
    for entry in _entries(places):
        for name in _versions(entry):
            if name != ALL:
                yield name, (entry.key, name)


def in_version(places: Places, steps: Steps) -> Steps:
    """The way to the text that all read, where a text has versions."""
    has = isinstance(places.find(*steps[:1]), Mapping) and steps[0] in VERSIONED
    return (steps[0], ALL, *steps[1:]) if has else steps


def _entries(places: Places) -> tuple[Pair, ...]:
    """The fields of a record, which its reader has found to be one."""
    root = places.root
    return tuple(root.entries.values()) if isinstance(root, Mapping) else ()


def _versions(entry: Pair) -> dict[str, Pair]:
    """The versions of a text, by their audiences; nothing where it has none."""
    is_versioned = entry.key in VERSIONED and isinstance(entry.value, Mapping)
    return entry.value.entries if is_versioned and isinstance(entry.value, Mapping) else {}


def _has_versions(entry: Pair) -> bool:
    return entry.key in VERSIONED and isinstance(entry.value, Mapping)


def _of_all(entry: Pair) -> Node:
    found = _versions(entry).get(ALL)
    return found.value if found else Scalar(None, entry.location)


def _lacking(places: Places) -> Iterator[Finding]:
    for entry in _entries(places):
        if _has_versions(entry) and ALL not in _versions(entry):
            message = f"{quoted(entry.key)} has versions, but none for all"
            hint = "write the text that everybody reads who has no version of their own: “all: …”"
            yield places.fault("missing-key", message, entry.location, hint)
