"""What every reader makes of a data file: a tree of strings that know their places."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from collections.abc import Mapping as Table
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from bluf.rules import finding
from octavo.finding import Finding
from octavo.location import Location, SheetLocation, TextLocation

if TYPE_CHECKING:
    from bluf.data.lines import Lines


def pruned(
    places: Places,
    hidden: Collection[Steps],
    renamed: Table[Steps, str],
    versions: Table[str, Node],
) -> Places:
    """The tree without some of its parts.

    Args:
        places: A tree with the places of a file.
        hidden: What is left out, by its path.
        renamed: Other keys, by the paths of what has them.
        versions: What stands in the place of fields at the top.
    """

    def node(value: Node, path: Steps) -> Node:
        if isinstance(value, Scalar):
            return value
        if isinstance(value, Sequence):
            kept = enumerate(value.items)
            items = (node(item, (*path, at)) for at, item in kept if (*path, at) not in hidden)
            return Sequence(tuple(items), value.location)
        entries = {}
        for entry in value.entries.values():
            here = (*path, entry.key)
            if here not in hidden:
                key = renamed.get(here, entry.key)
                held = versions.get(entry.key, entry.value) if not path else entry.value
                entries[key] = Pair(key, entry.location, node(held, here))
        return Mapping(entries, value.location)

    return replace(places, root=node(places.root, ()))


Step = str | int
"""A key, or an index from 0."""
Steps = tuple[Step, ...]
Plain = None | str | list["Plain"] | dict[str, "Plain"]


class Scalar(Struct, frozen=True):
    """One value: text as it was typed, or None where nothing was given."""

    text: str | None
    location: Location


class Sequence(Struct, frozen=True):
    """A list of values."""

    items: tuple[Node, ...]
    location: Location


class Pair(Struct, frozen=True):
    """A key and its value; ``location`` is that of the key."""

    key: str
    location: Location
    value: Node


class Mapping(Struct, frozen=True):
    """Keys and values, in the order of the file; no key stands twice."""

    entries: dict[str, Pair]
    location: Location

    def get(self, key: str) -> Pair | None:
        """The entry with this key, or None."""
        return self.entries.get(key)


Node = Scalar | Sequence | Mapping


class Parsed(NamedTuple):
    """What a reader makes of one text: its tree, and the faults that leave the tree whole."""

    root: Node
    faults: tuple[Finding, ...] = ()


def plain(node: Node) -> Plain:
    """The tree as dictionaries, lists, strings and None."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {entry.key: plain(entry.value) for entry in node.entries.values()}


def scalars(node: Node, path: Steps = ()) -> Iterator[tuple[Steps, Scalar]]:
    """Every value of the tree with its path, in the order of the file."""
    if isinstance(node, Scalar):
        yield path, node
    elif isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            yield from scalars(item, (*path, index))
    else:
        for entry in node.entries.values():
            yield from scalars(entry.value, (*path, entry.key))


def texts(node: Node) -> Iterator[tuple[str, Location]]:
    """Every key and value that is given, with its place, in the order of the file."""
    waiting: list[Node | Pair] = [node]
    while waiting:
        each = waiting.pop()
        if isinstance(each, Scalar):
            if each.text is not None:
                yield each.text, each.location
        elif isinstance(each, Pair):
            yield each.key, each.location
            waiting.append(each.value)
        elif isinstance(each, Sequence):
            waiting.extend(reversed(each.items))
        else:
            waiting.extend(reversed(each.entries.values()))


def child(node: Node, step: Step) -> Node | None:
    """The value one step down, or None where there is none."""
    if isinstance(node, Mapping) and isinstance(step, str):
        entry = node.get(step)
        return entry.value if entry else None
    if isinstance(node, Sequence) and isinstance(step, int) and 0 <= step < len(node.items):
        return node.items[step]
    return None


class Places(Struct, frozen=True):
    """Where everything in a data file stands.

    Attributes:
        root: The whole tree.
        texts: The text files it was read from, by path; a workbook has none.
    """

    root: Node
    texts: Table[str, Lines]

    def at(self, *path: Step) -> Location:
        """Where a value starts; for a path that is not there, its nearest parent."""
        node = self.root
        for step in path:
            below = child(node, step)
            if below is None:
                break
            node = below
        return node.location

    def within(self, start: Location, words: str) -> Location:
        """Where some words of a value stand; its place, if the file has other signs there."""
        pieces = words.split()
        if not pieces or not isinstance(start, TextLocation) or start.path not in self.texts:
            return start
        lines = self.texts[start.path]
        found = _search(lines.text, pieces, lines.starts[start.line - 1] + start.column - 1)
        return start if found < 0 else lines.locate(found)

    def key(self, *path: Step) -> Location:
        """Where the key of a value stands; for an item of a list, the item itself."""
        parent = self.find(*path[:-1])
        if isinstance(parent, Mapping):
            entry = parent.get(str(path[-1]))
            if entry is not None:
                return entry.location
        return self.at(*path)

    def find(self, *path: Step) -> Node | None:
        """The value at a path, or None."""
        node: Node | None = self.root
        for step in path:
            if node is None:
                return None
            node = child(node, step)
        return node

    def values(self, *path: Step) -> Plain:
        """The value at a path, with all below it; None where there is none."""
        found = self.find(*path)
        return None if found is None else plain(found)

    def excerpt(self, location: Location) -> str:
        """The line of the file at a place; for a cell, what the cell holds; else nothing."""
        if isinstance(location, TextLocation) and location.path in self.texts:
            return self.texts[location.path].line(location.line)
        if isinstance(location, SheetLocation):
            held = (node.text for _, node in scalars(self.root) if node.location == location)
            return next(held, None) or ""
        return ""

    def fault(self, rule: str, message: str, place: Location, hint: str = "") -> Finding:
        """A finding at a place of the file, with what stands there."""
        return finding(rule, message, place, hint, self.excerpt(place))


def _search(text: str, words: list[str], begin: int) -> int:
    """Where words first stand with blanks between them, over line ends too; -1 where nowhere."""
    first, *rest = words
    found = text.find(first, begin)
    while found >= 0 and not _go_on(text, found + len(first), rest):
        found = text.find(first, found + 1)
    return found


def _go_on(text: str, end: int, words: list[str]) -> bool:
    for word in words:
        blank = _BLANK.match(text, end)
        if not blank or not text.startswith(word, blank.end()):
            return False
        end = blank.end() + len(word)
    return True


_BLANK = re.compile(r"\s+")
