"""JSON (RFC 8259): a tree of strings with their places; a number stays as it was typed."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, NoReturn

from bluf.data import limits
from bluf.data.error import DataError, duplicate_key, listed, too_large
from bluf.data.tree import Mapping, Node, Pair, Parsed, Scalar, Sequence
from octavo.finding import Finding

if TYPE_CHECKING:
    from bluf.data.lines import Lines

_BLANK = re.compile(r"[ \t\r\n]*")
_STRING = re.compile(r'"[^"\\\x00-\x1f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\x00-\x1f]*)*"')
_WORD = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|true\b|false\b|null\b")
_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")


def parse(lines: Lines) -> Parsed:
    """The tree of a JSON text; keys that stand twice leave it whole.

    Raises:
        DataError: ``data-syntax``, ``bad-character`` or ``limit-exceeded``, and what else was seen.
    """
    parser = _JsonParser(lines)
    root = parser.document()
    return Parsed(root, tuple(parser.findings))


def end_of_value(text: str, start: int) -> int:
    """Where a text, number or word of sound JSON ends that begins at an offset."""
    match = _STRING.match(text, start) or _WORD.match(text, start)
    return match.end() if match else start


class _JsonParser:
    """A reader that moves forward over one text."""

    def __init__(self, lines: Lines) -> None:
        self.findings: list[Finding] = []
        self._lines = lines
        self._text = lines.text
        self._at = 0
        self._nodes = 0

    def document(self) -> Node:
        self._skip()
        if self._at == len(self._text):
            return Scalar(None, self._lines.locate(0))
        root = self._value(1)
        if self._at < len(self._text):
            self._fail("the value ends here, and something follows", "keep one brief in one file")
        return root

    def _value(self, depth: int) -> Node:
        start = self._at
        self._nodes += 1
        if depth > limits.DEPTH or self._nodes > limits.NODES:
            raise DataError([too_large(self._lines, start)])
        if self._take("{"):
            return self._mapping(start, depth)
        if self._take("["):
            return self._sequence(start, depth)
        location = self._lines.locate(start)
        if self._text.startswith('"', start):
            return Scalar(self._string(), location)
        match = _WORD.match(self._text, start)
        if match is None:
            self._fail_at_value()
        self._move(match.end())
        return Scalar(None if match[0] == "null" else match[0], location)

    def _mapping(self, start: int, depth: int) -> Mapping:
        entries: dict[str, Pair] = {}
        while not self._take("}"):
            self._separator(entries, "}")
            location = self._lines.locate(self._at)
            key = self._key()
            if not self._take(":"):
                self._fail("a colon is missing after the key", 'write "key": "value"')
            entry = Pair(key, location, self._value(depth + 1))
            earlier = entries.setdefault(key, entry)
            if earlier is not entry:
                excerpt = self._lines.line(location.line)
                self.findings.append(duplicate_key(key, location, earlier.location, excerpt))
        return Mapping(entries, self._lines.locate(start))

    def _sequence(self, start: int, depth: int) -> Sequence:
        items: list[Node] = []
        while not self._take("]"):
            self._separator(items, "]")
            items.append(self._value(depth + 1))
        return Sequence(tuple(items), self._lines.locate(start))

    def _separator(self, before: object, closing: str) -> None:
        """Pass the comma between two values; none may stand before the first or after the last."""
        if before and not self._take(","):
            self._fail(f"a comma or “{closing}” is missing", "write a comma between two values")
        if before and self._text.startswith(closing, self._at):
            self._fail("a comma follows the last value", "delete it")

    def _key(self) -> str:
        if not self._text.startswith('"', self._at):
            self._fail("a key stands in double quotation marks", 'write "key": "value"')
        return self._string()

    def _string(self) -> str:
        match = _STRING.match(self._text, self._at)
        if match is None:
            self._fail(
                "a text is not closed on its line, or holds a backslash that is not an escape",
                'close it with “"”, write a line break as “\\n” and a backslash as “\\\\”',
            )
        value: str = json.loads(match[0])
        if _LONE_SURROGATE.search(value):
            self._fail(
                "this text names half a surrogate pair, which is not a character",
                "write the character itself",
                "bad-character",
            )
        self._move(match.end())
        return value

    def _take(self, sign: str) -> bool:
        found = self._text.startswith(sign, self._at)
        if found:
            self._move(self._at + 1)
        return found

    def _move(self, offset: int) -> None:
        self._at = offset
        self._skip()

    def _skip(self) -> None:
        match = _BLANK.match(self._text, self._at)
        self._at = match.end() if match else self._at

    def _fail_at_value(self) -> NoReturn:
        if self._at == len(self._text):
            self._fail("the file ends before the value does", "close what is open")
        self._fail(
            "a value is a text in double quotation marks, a number, a list or a mapping",
            "put the value in double quotation marks",
        )

    def _fail(self, message: str, hint: str, rule: str = "data-syntax") -> NoReturn:
        if self._text.startswith(("//", "/*", "#"), self._at):
            message, hint = "JSON has no comments", "delete it, or keep the data in YAML"
        raise DataError(listed([*self.findings, self._lines.fault(rule, message, self._at, hint)]))
