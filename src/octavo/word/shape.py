"""The shape of a rendered part, checked piece by piece as it is put together.

A rendered part is made of pieces of text that the template has, written again and again, and of
values between them. What a piece does to the elements that are open is worked out once for each
state it meets and remembered, so that the check costs one look-up a piece, not a parse of it all.

This is the one place where the engine reads its own output as text, not as a tree: the pieces come
from trees that it serialised itself, and what it finds amiss here is told by a parse of the part.

Only what Word demands is looked at (ISO/IEC 29500-1, 17.2 to 17.6): which element may stand in
which, what a cell, row, table, control or story must hold, and that everything that opens closes.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from typing import Final

from msgspec import Struct, field

_UNKNOWN: Final = -1
_BLOCK_HOLDERS: Final = frozenset(
    {"w:tc", "w:hdr", "w:ftr", "w:footnote", "w:endnote", "w:comment", "w:txbxContent"}
)
_ENDS: Final = frozenset({"w:p", "w:sdt", "w:customXml"})
_NOT_IN: Final = {
    "w:p": frozenset({"w:p", "w:r", "w:t", "w:tbl", "w:tr", "w:hyperlink"}),
    "w:r": frozenset({"w:r", "w:t", "w:tbl", "w:tr", "w:body", *_BLOCK_HOLDERS}),
    "w:tbl": frozenset({"w:p", "w:r", "w:t", "w:tbl", "w:tr"}),
    "w:tr": frozenset({"w:p", "w:r", "w:tr", "w:tc", "w:body"}),
    "w:tc": frozenset({"w:p", "w:r", "w:tc", "w:tbl", "w:body"}),
}
"""What must not stand directly in what."""
_FIRST: Final = {"w:pPr": "w:p", "w:tcPr": "w:tc", "w:tblPr": "w:tbl", "w:trPr": "w:tr"}
"""Properties, which come first in what they describe."""
_PLACED: Final = frozenset({*_NOT_IN, *_FIRST})
_CLOSED_TO_MOST: Final = frozenset({"w:t", "w:body"})
_COUNTED: Final = frozenset(
    {"w:tblGrid", "w:gridCol", "w:tr", "w:tc", "w:tcPr", "w:gridSpan", "w:sdt", "w:customXml"}
)
"""Children that take columns of a grid, or say how many."""
SILENT: Final = (
    *("w:bookmarkStart", "w:bookmarkEnd", "w:commentRangeStart", "w:commentRangeEnd"),
    *("w:proofErr", "w:permStart", "w:permEnd", "w:moveToRangeStart", "w:moveToRangeEnd"),
)
"""What may stand anywhere and is no content."""
_SILENT_STARTS: Final = tuple(f"<{name} " for name in SILENT)
_PASSED_OVER: Final = frozenset({*SILENT, "w:tblPrEx"})
_GOOD_ENDS: Final = ("</w:p>", "<w:p/>", "</w:sdt>", "</w:customXml>")
_ROWS: Final = frozenset({"w:tr", "w:sdt", "w:customXml"})
_TOLD_APART: Final = _ENDS | _ROWS | {"w:sectPr"}
"""Last children that it matters to know; the others are all one."""
_OTHER: Final = "*"
_PARENTS: Final = _BLOCK_HOLDERS | frozenset(
    {"w:p", "w:tbl", "w:tr", "w:body", "w:sdtContent", "w:tblGrid", "w:tcPr"}
)
"""Elements whose children count; the others only have to close."""


class ShapeError(ValueError):
    """A rendered part is not what Word demands."""


class State(Struct, eq=False):
    """What is open where a piece begins.

    Attributes:
        parent: The state of the element around, as it was when this one opened.
        name: The innermost open element.
        last: Its last child that counts, by name where that matters.
        columns: Of a table its grid, of a row and its cell what they take of it.
        pending: The beginning of a tag that the next piece goes on with.
        inner: The states of elements within, each once, and those behind tags of each kind.
        steps: Where pieces of the template lead from here.
    """

    parent: State | None
    name: str = ""
    last: str = ""
    columns: int = 0
    pending: str = ""
    inner: dict[tuple[str, str, int, str] | str, State] = field(default_factory=dict)
    steps: dict[str, State] = field(default_factory=dict)

    def within(self, name: str, last: str = "", columns: int = 0, pending: str = "") -> State:
        """The state of an element within this one, once it holds something."""
        key = name, last, columns, pending
        found = self.inner.get(key)
        if found is None:
            found = self.inner.setdefault(key, State(self, *key))
        return found

    def opened(self, name: str) -> State:
        """The state of an element within this one, as it begins."""
        found = self.inner.get(name)
        if found is None:
            found = self.inner.setdefault(name, State(self, name))
        return found

    def with_pending(self, pending: str) -> State:
        """The same place, within a tag that has begun, or behind it."""
        around = self.parent or self
        return around.within(self.name, self.last, self.columns, pending)


class Shapes:
    """The check of one story; it learns, and may be used from many threads."""

    def __init__(self, pieces: Container[str]) -> None:
        self._pieces = pieces
        self._start = State(None).within("")

    def check(self, pieces: Iterable[str]) -> None:
        """Follow the pieces of a rendered part from its beginning to its end.

        Raises:
            ShapeError: The part is not what Word demands.
        """
        state = self._start
        for piece in pieces:
            if "<" not in piece and not (state.pending and ">" in piece):
                continue
            after = state.steps.get(piece)
            if after is None:
                after = _after(state, piece)
                if piece in self._pieces:
                    state.steps[piece] = after
            state = after
        if state.name or state.pending:
            message = f"“{state.name}” is still open at the end"
            raise ShapeError(message)


def _after(state: State, piece: str) -> State:
    """The state behind a piece that has markup."""
    text = state.pending + piece
    if state.pending:
        state = state.with_pending("")
    for tag in text.split("<")[1:]:
        inner, closed, _ = tag.partition(">")
        if not closed:
            return state.with_pending("<" + inner)
        kind, attributes, _ = inner.partition(" ")
        if attributes and inner[-1] == "/":
            kind += "/"
        state = state.inner.get(kind) or _tag(state, kind, inner)
    return state


def _tag(state: State, kind: str, tag: str) -> State:
    """The state behind a tag; behind the next one of its kind it is known.

    The kind is its name and whether it opens or closes: only a span's attributes matter.
    """
    if kind.startswith("?"):
        return state
    if kind.startswith("/"):
        after = _closed(state, kind[1:])
    else:
        name = kind.removesuffix("/")
        if name in _PLACED or state.name in _CLOSED_TO_MOST:
            _check_place(state, name)
        if name == "w:gridSpan":
            columns = _span(tag)
            return _leaf(state, name, columns) if name != kind else state.within(name, "", columns)
        after = _leaf(state, name) if name != kind else state.opened(name)
    state.inner[kind] = after
    return after


def _leaf(state: State, name: str, columns: int = 0) -> State:
    """The state behind an element that closes at once."""
    if name in _PARENTS:
        _check_content(State(state, name))
    return _followed(state, name, columns) if state.name in _PARENTS else state


def _check_place(state: State, name: str) -> None:
    """An element may begin where it does."""
    if state.name in _NOT_IN.get(name, ()) or state.name == "w:t":
        message = f"“{name}” stands in “{state.name}”"
        raise ShapeError(message)
    if state.last and _FIRST.get(name) == state.name:
        message = f"“{name}” does not come first in “{state.name}”"
        raise ShapeError(message)
    if state.last == "w:sectPr" and state.name == "w:body":
        message = f"“{name}” comes after the last section"
        raise ShapeError(message)


def _span(tag: str) -> int:
    """The number of columns that a cell says it takes."""
    value = tag.partition('w:val="')[2].partition('"')[0]
    return int(value) if value.isdecimal() else _UNKNOWN


def _closed(state: State, name: str) -> State:
    if state.name != name:
        message = f"“{name}” closes where “{state.name}” is open"
        raise ShapeError(message)
    if name in _PARENTS:
        _check_content(state)
    parent = state.parent or state
    return _followed(parent, name, state.columns) if parent.name in _PARENTS else parent


def _followed(parent: State, name: str, columns: int) -> State:
    """The state of an element once a child of it is closed, whose columns these are."""
    if name in _PASSED_OVER:
        return parent
    last = name if name in _TOLD_APART else _OTHER
    columns = _columns(parent, name, columns) if name in _COUNTED else parent.columns
    if last == parent.last and columns == parent.columns:
        return parent
    return (parent.parent or parent).within(parent.name, last, columns)


def _check_content(state: State) -> None:
    match state.name:
        case "w:sdtContent" if not state.last:
            raise ShapeError("a content control is empty")
        case "w:tr" if not state.columns:
            raise ShapeError("a row has no cell")
        case "w:tbl" if state.last not in _ROWS:
            raise ShapeError("a table has no row")
        case "w:tc" if state.last not in _ENDS:
            raise ShapeError("a cell does not end in a paragraph")
        case name if name in _BLOCK_HOLDERS and not state.last:
            message = f"“{name}” holds no paragraph"
            raise ShapeError(message)
        case _:
            return


def _columns(parent: State, child: str, columns: int) -> int:
    """The columns of an element once a child of it is closed."""
    match parent.name, child:
        case "w:tbl", "w:tblGrid":
            return columns or _UNKNOWN
        case "w:tbl", "w:tr" if 0 < parent.columns < columns:
            message = f"a row is {columns} columns wide, and its table {parent.columns}"
            raise ShapeError(message)
        case "w:tblGrid", "w:gridCol":
            return parent.columns + 1
        case "w:tr", "w:tc":
            return _sum(parent.columns, columns or 1)
        case "w:tr", "w:sdt" | "w:customXml":
            return _UNKNOWN
        case ("w:tc", "w:tcPr") | ("w:tcPr", "w:gridSpan"):
            return columns
        case _:
            return parent.columns


def _sum(first: int, second: int) -> int:
    return _UNKNOWN if _UNKNOWN in {first, second} else first + second


def begins(pieces: Iterable[str], *names: str) -> bool:
    """Whether an element of one of these names begins in pieces of a part."""
    starts = [f"<{name}{end}" for name in names for end in (">", " ", "/")]
    return any(start in piece for piece in pieces if "<" in piece for start in starts)


def ends_well(pieces: Iterable[str]) -> bool:
    """Whether the content of a cell or a story ends as Word wants it to."""
    text = "".join(pieces).rstrip()
    while (start := text.rfind("<")) >= 0 and text.startswith(_SILENT_STARTS, start):
        text = text[:start].rstrip()
    return text.endswith(_GOOD_ENDS)
