"""YAML: the parser's events become a tree of strings with their places.

Nothing is guessed: a plain scalar is text, whatever it looks like, and only an empty one, ``~`` or
``null`` is no value. Anchors, aliases, tags and second documents are refused.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import yaml
from msgspec import Struct, field
from msgspec.structs import replace

from bluf.characters import BAD, code_point
from bluf.data import limits
from bluf.data.error import DataError, duplicate_key, listed
from bluf.data.lines import Lines
from bluf.data.tree import Mapping, Node, Pair, Parsed, Scalar, Sequence
from bluf.data.values import bad_character
from octavo.finding import Finding, Fix
from octavo.location import TextLocation

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_LONG = 1000
"""Characters of a text that count as one value more, so that aliases to it count too."""
_LINE_SEPARATORS = "\u2028\u2029"


def parse(lines: Lines) -> Parsed:
    """The tree of a YAML text; tags, anchors and keys that stand twice leave it whole.

    Raises:
        DataError: ``data-syntax``, ``bad-character`` or ``limit-exceeded``, and what else was seen.
    """
    _refuse_line_separators(lines)
    composer, stop = _composed(lines)
    if stop is not None:
        raise DataError(listed(sorted(_all_faults(lines, composer, stop), key=_line)))
    if composer.is_broken:
        raise DataError(listed(composer.findings))
    return Parsed(composer.root, tuple(composer.findings))


def _composed(lines: Lines) -> tuple[_Composer, Finding | None]:
    """What was composed of a text, and what stopped the parser."""
    composer = _Composer(lines)
    try:
        for event in iter(yaml.CSafeLoader(lines.text).get_event, None):
            composer.take(event)
    except yaml.MarkedYAMLError as error:
        from bluf.data.formats.yaml_faults import syntax_fault  # most files have no fault

        return composer, syntax_fault(error, lines)
    return composer, None


def _all_faults(lines: Lines, composer: _Composer, stop: Finding | None) -> list[Finding]:
    """What stops the parser, what would stop it next if that were put right, and what else is."""
    from bluf.data.formats.yaml_faults import mended  # as above

    found: list[Finding] = []
    while stop is not None and len(found) < limits.REPORTED:
        place = stop.location
        remedy = mended(stop.excerpt) if stop.rule == "data-syntax" else None
        if remedy is None or not isinstance(place, TextLocation):
            return [*composer.findings, *found, stop]
        old, new = remedy
        column = stop.excerpt.index(old) + 1
        hint = f"put the text in quotation marks: {stop.excerpt.replace(old, new, 1).strip()}"
        start = TextLocation(place.path, place.line, column)
        found.append(replace(stop, location=start, hint=hint, fix=Fix(old, new)))
        begin = lines.starts[place.line - 1] + column - 1
        text = lines.text[:begin] + new + lines.text[begin + len(old) :]
        lines = Lines(lines.path, text)
        composer, stop = _composed(lines)
    return [*composer.findings, *found]


def _line(finding: Finding) -> int:
    return finding.location.line if isinstance(finding.location, TextLocation) else 0


def _refuse_line_separators(lines: Lines) -> None:
    for separator in _LINE_SEPARATORS:
        offset = lines.text.find(separator)
        if offset >= 0:
            message = f"the file holds {code_point(separator)}, which YAML takes for a line end"
            hint = "replace it with a space or an ordinary line end"
            raise DataError([lines.fault("bad-character", message, offset, hint)])


class _Frame(Struct):
    """A collection that is still open. ``size`` counts its nodes, aliases expanded."""

    location: TextLocation
    anchor: str | None
    is_mapping: bool
    items: list[Node] = field(default_factory=list)
    entries: dict[str, Pair] = field(default_factory=dict)
    key: tuple[str, TextLocation] | None = None
    size: int = 1


class _Composer:
    """Takes the events of one file, one after the other, without recursion."""

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self.findings: list[Finding] = []
        self.is_broken = False
        self.root: Node = Scalar(None, lines.locate(0))
        self._open: list[_Frame] = []
        self._sizes: dict[str, int] = {}
        self._nodes = 0
        self._documents = 0
        self._may_be_bad = "\\" in lines.text or BAD.search(lines.text) is not None
        self._takers: dict[type[yaml.Event], Callable[[Any], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.SequenceStartEvent: self._begin,
            yaml.MappingStartEvent: self._begin,
            yaml.SequenceEndEvent: self._end,
            yaml.MappingEndEvent: self._end,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }

    def take(self, event: yaml.Event) -> None:
        taker = self._takers.get(type(event))
        if taker is not None:
            taker(event)

    def _document(self, event: yaml.DocumentStartEvent) -> None:
        self._documents += 1
        if self._documents > 1:
            self.is_broken = True
            message = "a second document begins here"
            self._refuse(message, self._place(event), "keep one brief in one file")

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        location = self._enter(event)
        size = 1 + len(event.value) // _LONG
        if event.anchor is not None:
            self._sizes[event.anchor] = size
        if self._may_be_bad and BAD.search(event.value):
            excerpt = self.lines.line(location.line)
            self.findings.append(bad_character(event.value, location, excerpt))
        if self._expects_key():
            self._open[-1].key = (event.value, location)
        else:
            self._look_for_comment(event, location)
            is_null = event.implicit[0] and event.value in _NULLS
            self._add(Scalar(None if is_null else event.value, location), size)

    def _look_for_comment(self, event: yaml.ScalarEvent, location: TextLocation) -> None:
        """Refuse a value that YAML reads up to a “#”, where that is no comment."""
        end = event.end_mark.index if event.end_mark and not event.style else 0
        if self.lines.text[end : end + 2] != " #":
            return
        from bluf.data.formats.yaml_faults import cut_short  # as above

        excerpt = self.lines.line(location.line)
        remedy = cut_short(excerpt[location.column - 1 :])
        if remedy is not None:
            old, new = remedy
            message = "what follows “#” is left out here: YAML takes it for a comment"
            hint = (
                f"put the text in quotation marks: {excerpt.replace(old, new, 1).strip()}; "
                "a comment has a space after its sign"
            )
            finding = self._fault(message, location, hint)
            self.findings.append(replace(finding, fix=Fix(old, new)))

    def _begin(self, event: yaml.CollectionStartEvent) -> None:
        location = self._enter(event)
        if self._expects_key():
            message = "a key is one word, not a list or a mapping"
            hint = "put the value in quotation marks if it begins with “{”, “[” or “?”"
            raise DataError([*self.findings, self._fault(message, location, hint)])
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        self._open.append(_Frame(location, event.anchor, is_mapping))
        if len(self._open) > limits.DEPTH:
            from bluf.data.formats.yaml_faults import too_deep  # as above

            raise DataError([too_deep(self.lines, location)])

    def _end(self, event: yaml.CollectionEndEvent) -> None:
        del event
        frame = self._open.pop()
        if frame.anchor:
            self._sizes[frame.anchor] = frame.size
        if frame.is_mapping:
            self._add(Mapping(frame.entries, frame.location), frame.size)
        else:
            self._add(Sequence(tuple(frame.items), frame.location), frame.size)

    def _alias(self, event: yaml.AliasEvent) -> None:
        location = self._place(event)
        self.is_broken = True
        message = f"“*{event.anchor}” is an alias, and a data file holds none"
        self._refuse(message, location, "write the value out, or put it in quotation marks")
        if self._expects_key():
            self._open[-1].key = (f"*{event.anchor}", location)
        else:
            self._add(Scalar(None, location), self._sizes.get(event.anchor or "", 1))

    def _enter(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> TextLocation:
        """Count a node and refuse its tag and anchor; its place."""
        location = self._place(event)
        self._nodes += 1
        if self._nodes > limits.NODES:
            raise self._too_much(f"the file has more than {limits.NODES:,} values", location)
        if event.tag is not None:
            message = "a value begins with “!”, which YAML takes for a tag"
            hint = "delete the tag, or put the value in quotation marks"
            self._refuse(message, location, hint)
        if event.anchor is not None:
            message = f"“&{event.anchor}” is an anchor, and a data file holds none"
            self._refuse(message, location, "delete it, or put the value in quotation marks")
        return location

    def _place(self, event: yaml.Event) -> TextLocation:
        """Where an event starts; the parser counts lines as editors do, NEL being refused."""
        mark = event.start_mark
        line, column = (mark.line, mark.column) if mark else (0, 0)
        return TextLocation(self.lines.path, line + 1, column + 1)

    def _expects_key(self) -> bool:
        return bool(self._open) and self._open[-1].is_mapping and self._open[-1].key is None

    def _add(self, node: Node, size: int) -> None:
        """Hang a finished node into the collection that is open, or make it the root."""
        if not self._open:
            self.root = node if self._documents == 1 else self.root
            return
        frame = self._open[-1]
        frame.size += size
        if frame.size > limits.NODES:
            message = f"aliases expand to more than {limits.NODES:,} values"
            raise self._too_much(message, frame.location)
        if frame.key is None:
            frame.items.append(node)
            return
        key, location = frame.key
        frame.key = None
        earlier = frame.entries.setdefault(key, Pair(key, location, node))
        if earlier.location is not location:
            excerpt = self.lines.line(location.line)
            self.findings.append(duplicate_key(key, location, earlier.location, excerpt))

    def _refuse(self, message: str, location: TextLocation, hint: str) -> None:
        self.findings.append(self._fault(message, location, hint))

    def _fault(self, message: str, location: TextLocation, hint: str) -> Finding:
        return self.lines.fault("data-syntax", message, location, hint)

    def _too_much(self, message: str, location: TextLocation) -> DataError:
        hint = "a data file holds one brief; write values out without nesting"
        return DataError([self.lines.fault("limit-exceeded", message, location, hint)])
