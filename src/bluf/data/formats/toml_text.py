"""TOML 1.0: the standard library says whether a text is TOML, and this reader where things stand.

Since the text is known to be sound, the reader only has to find keys and values; texts are decoded
by the standard library, everything else stays as it was typed. What the library says of a text that
is no TOML is put in words for those who write it.
"""

from __future__ import annotations

import re
import tomllib

from msgspec import Struct, field

from bluf.data import limits
from bluf.data.error import DataError, duplicate_key, listed, too_large
from bluf.data.formats.advice import advice
from bluf.data.lines import Lines
from bluf.data.tree import Mapping, Node, Pair, Parsed, Scalar, Sequence
from octavo.finding import Finding
from octavo.location import TextLocation

_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")


def syntax_fault(error: tomllib.TOMLDecodeError, lines: Lines, lost: int) -> Finding:
    """The finding for what the standard library refuses.

    ``lost`` is where our reader found no way on; it counts where the library names only the end.
    """
    said = str(error)
    known = advice("toml")
    start = next((start for start in known if said.startswith(start)), "other")
    words = known[start]
    match = _PLACE.search(said)
    offset = lines.starts[int(match[1]) - 1] + int(match[2]) - 1 if match else lost
    return lines.fault(words.rule, words.message, offset, words.hint)


_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\r\n]*)*")
_STRING = re.compile(
    r'"""(?:[^\\]|\\[\s\S])*?"""(?:""?(?!"))?'
    r"|'''[\s\S]*?'''(?:''?(?!'))?"
    r'|"(?!"")(?:[^"\\]|\\.)*"'
    r"|'(?!'')[^']*'"
)
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_BARE_VALUE = re.compile(r"\d{4}-\d{2}-\d{2} \d{2}:[^\s,\]}#]+|[^\s,\]}#]+")


def parse(lines: Lines) -> Parsed:
    """The tree of a TOML text; keys that stand twice leave it whole.

    Raises:
        DataError: ``data-syntax``, ``bad-character`` or ``limit-exceeded``, or a key set twice.
    """
    parser = _TomlParser(lines)
    try:
        tomllib.loads(lines.text)
    except tomllib.TOMLDecodeError as error:
        return _with_faults(error, parser, lines)
    except RecursionError:
        raise DataError([too_large(lines, 0)]) from None
    return Parsed(parser.document())


def end_of_value(text: str, start: int) -> int:
    """Where a text, number or day of sound TOML ends that begins at an offset."""
    match = _STRING.match(text, start) or _BARE_VALUE.match(text, start)
    return match.end() if match else start


def _with_faults(error: tomllib.TOMLDecodeError, parser: _TomlParser, lines: Lines) -> Parsed:
    """The tree with every key that stands twice, if these are all that is wrong."""
    lost = len(lines.text)
    root = None
    try:
        root = parser.document()
    except _LostError as at:
        lost = at.offset
    if root is None or not parser.duplicates:
        findings = parser.duplicates or [syntax_fault(error, lines, lost)]
        raise DataError(listed(findings)) from None
    return Parsed(root, tuple(parser.duplicates))


class _LostError(Exception):
    """The text is not TOML from an offset on."""

    def __init__(self, offset: int) -> None:
        super().__init__(offset)
        self.offset = offset


class _TomlTable(Struct):
    """A table that is still being filled."""

    location: TextLocation
    entries: dict[str, _Held] = field(default_factory=dict)
    is_declared: bool = False

    def node(self) -> Mapping:
        entries = {
            key: Pair(key, held.location, _node(held.value)) for key, held in self.entries.items()
        }
        return Mapping(entries, self.location)


class _Tables(Struct):
    """An array of tables that is still being filled."""

    location: TextLocation
    items: list[_TomlTable] = field(default_factory=list)


class _Held(Struct):
    location: TextLocation
    value: Node | _TomlTable | _Tables


def _node(value: Node | _TomlTable | _Tables) -> Node:
    if isinstance(value, _TomlTable):
        return value.node()
    if isinstance(value, _Tables):
        return Sequence(tuple(item.node() for item in value.items), value.location)
    return value


_Key = list[tuple[str, "TextLocation"]]


class _TomlParser:
    """A reader that moves forward over one text that is known to be TOML."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._text = lines.text
        self._at = 0
        self._nodes = 0
        self.duplicates: list[Finding] = []

    def document(self) -> Mapping:
        root = current = _TomlTable(self._here())
        self._skip()
        while self._at < len(self._text):
            if self._take("[["):
                current = self._header(root, "]]", is_array=True)
            elif self._take("["):
                current = self._header(root, "]", is_array=False)
            else:
                self._pair(current, 1)
            self._skip()
        return root.node()

    def _header(self, root: _TomlTable, closing: str, *, is_array: bool) -> _TomlTable:
        key = self._key()
        self._take(closing)
        *parents, (name, location) = key
        parent = self._descend(root, parents)
        if not is_array:
            table = self._descend(parent, [(name, location)])
            if table.is_declared:
                self._duplicate(name, location, parent.entries[name].location)
            table.is_declared = True
            return table
        held = parent.entries.setdefault(name, _Held(location, _Tables(location)))
        item = _TomlTable(location)
        if isinstance(held.value, _Tables):
            held.value.items.append(item)
        return item

    def _descend(self, table: _TomlTable, steps: _Key) -> _TomlTable:
        """The table that a dotted key leads to; the last one of an array of tables."""
        for name, location in steps:
            held = table.entries.setdefault(name, _Held(location, _TomlTable(location)))
            value = held.value.items[-1] if isinstance(held.value, _Tables) else held.value
            if isinstance(value, _TomlTable):
                table = value
        return table

    def _pair(self, table: _TomlTable, depth: int) -> None:
        *parents, (name, location) = self._key()
        self._take("=")
        held = _Held(location, self._value(depth + len(parents)))
        earlier = self._descend(table, parents).entries.setdefault(name, held)
        if earlier is not held:
            self._duplicate(name, location, earlier.location)

    def _duplicate(self, name: str, location: TextLocation, earlier: TextLocation) -> None:
        excerpt = self._lines.line(location.line)
        self.duplicates.append(duplicate_key(name, location, earlier, excerpt))

    def _key(self) -> _Key:
        steps: _Key = []
        while not steps or self._take("."):
            location = self._here()
            bare = _BARE_KEY.match(self._text, self._at)
            name = self._taken(bare) if bare else self._string()
            steps.append((name, location))
            self._skip()
        if len(steps) > limits.DEPTH:
            raise DataError([too_large(self._lines, self._at)])
        return steps

    def _value(self, depth: int) -> Node | _TomlTable:
        location = self._here()
        self._nodes += 1
        if depth > limits.DEPTH or self._nodes > limits.NODES:
            raise DataError([too_large(self._lines, self._at)])
        if self._take("["):
            items = []
            while not self._take("]"):
                items.append(_node(self._value(depth + 1)))
                self._next("]")
            return Sequence(tuple(items), location)
        if self._take("{"):
            table = _TomlTable(location)
            while not self._take("}"):
                self._pair(table, depth + 1)
                self._next("}")
            return table
        if self._text.startswith(("'", '"'), self._at):
            return Scalar(self._string(), location)
        return Scalar(self._taken(_BARE_VALUE.match(self._text, self._at)), location)

    def _next(self, closing: str) -> None:
        """Pass a comma, or stand before what closes the list."""
        self._skip()
        if not self._take(",") and not self._text.startswith(closing, self._at):
            raise _LostError(self._at)

    def _string(self) -> str:
        token = self._taken(_STRING.match(self._text, self._at))
        try:
            decoded: str = tomllib.loads(f"text = {token}")["text"]
        except tomllib.TOMLDecodeError:
            raise _LostError(self._at) from None
        return decoded

    def _taken(self, match: re.Match[str] | None) -> str:
        if match is None:
            raise _LostError(self._at)
        self._at = match.end()
        return match[0]

    def _take(self, sign: str) -> bool:
        found = self._text.startswith(sign, self._at)
        if found:
            self._at += len(sign)
            self._skip()
        return found

    def _skip(self) -> None:
        match = _BLANK.match(self._text, self._at)
        self._at = match.end() if match else self._at

    def _here(self) -> TextLocation:
        return self._lines.locate(self._at)
