"""The shape of a rendered part, checked piece by piece as it is put together.

A rendered part is made of pieces of text that the template has, written again and again, and of
values between them. What a piece does to the elements that are open is worked out once for each
state it meets and remembered, so that the check costs one look-up a piece, not a parse of it all.

Only what Word demands is looked at (ISO/IEC 29500-1, 17.2 to 17.6): which element may stand in
which, what a cell, row, table, control or story must hold, and that everything that opens closes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct, field

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

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
_PASSED_OVER: Final = frozenset(
    {"w:bookmarkStart", "w:bookmarkEnd", "w:commentRangeStart", "w:commentRangeEnd"}
    | {"w:proofErr", "w:permStart", "w:permEnd", "w:tblPrEx"}
)
_ROWS: Final = frozenset({"w:tr", "w:sdt", "w:customXml"})


class ShapeError(ValueError):
    """A rendered part is not what Word demands."""


class State(Struct, eq=False):
    """What is open where a piece begins.

    Attributes:
        parent: The state of the element around, as it was when this one opened.
        name: The innermost open element.
        last: Its last child that counts.
        columns: Of a table its grid, of a row and its cell what they take of it.
        pending: The beginning of a tag that the next piece goes on with.
        inner: The states of elements within, each once.
        steps: Where pieces of the template lead from here.
    """

    parent: State | None
    name: str = ""
    last: str = ""
    columns: int = 0
    pending: str = ""
    inner: dict[tuple[str, str, int, str], State] = field(default_factory=dict)
    steps: dict[str, State] = field(default_factory=dict)

    def within(self, name: str, last: str = "", columns: int = 0, pending: str = "") -> State:
        """The state of an element within this one."""
        key = name, last, columns, pending
        found = self.inner.get(key)
        if found is None:
            found = self.inner.setdefault(key, State(self, *key))
        return found

    def with_pending(self, pending: str) -> State:
        """The same place, within a tag that has begun, or behind it."""
        around = self.parent or self
        return around.within(self.name, self.last, self.columns, pending)


class Shapes:
    """The check of one story; it learns, and may be used from many threads."""

    def __init__(self, pieces: Collection[str]) -> None:
        self._pieces = frozenset(pieces)
        self._start = State(None).within("")

    def check(self, pieces: Iterable[str]) -> None:
        """Follow the pieces of a rendered part from its beginning to its end.

        Raises:
            ShapeError: The part is not what Word demands.
        """
        state = self._start
        for piece in pieces:
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
    """The state behind a piece; a value without markup changes nothing."""
    if "<" not in piece and not (state.pending and ">" in piece):
        return state
    text = state.pending + piece
    state = state.with_pending("")
    for tag in text.split("<")[1:]:
        inner, closed, _ = tag.partition(">")
        if not closed:
            return state.with_pending("<" + inner)
        state = _tag(state, inner)
    return state


def _tag(state: State, tag: str) -> State:
    if tag.startswith("?"):
        return state
    if tag.startswith("/"):
        return _closed(state, tag[1:].strip())
    name = tag.partition(" ")[0].removesuffix("/")
    opened = _opened(state, name, tag)
    return _closed(opened, name) if tag.endswith("/") else opened


def _opened(state: State, name: str, tag: str) -> State:
    if state.name in _NOT_IN.get(name, ()) or state.name == "w:t":
        message = f"“{name}” stands in “{state.name}”"
        raise ShapeError(message)
    if state.last and _FIRST.get(name) == state.name:
        message = f"“{name}” does not come first in “{state.name}”"
        raise ShapeError(message)
    if state.name == "w:body" and state.last == "w:sectPr":
        message = f"“{name}” comes behind the last section"
        raise ShapeError(message)
    return state.within(name, columns=_span(tag) if name == "w:gridSpan" else 0)


def _span(tag: str) -> int:
    """The number of columns that a cell says it takes."""
    value = tag.partition('w:val="')[2].partition('"')[0]
    return int(value) if value.isdecimal() else _UNKNOWN


def _closed(state: State, name: str) -> State:
    if state.name != name:
        message = f"“{name}” closes where “{state.name}” is open"
        raise ShapeError(message)
    _check_content(state)
    parent = state.parent
    if parent is None or name in _PASSED_OVER:
        return parent or state
    around = parent.parent or parent
    return around.within(parent.name, name, _columns(parent, state))


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


def _columns(parent: State, child: State) -> int:
    """The columns of an element once a child of it is closed."""
    match parent.name, child.name:
        case "w:tbl", "w:tblGrid":
            return child.columns or _UNKNOWN
        case "w:tbl", "w:tr" if 0 < parent.columns < child.columns:
            message = f"a row is {child.columns} columns wide, and its table {parent.columns}"
            raise ShapeError(message)
        case "w:tblGrid", "w:gridCol":
            return parent.columns + 1
        case "w:tr", "w:tc":
            return _sum(parent.columns, child.columns or 1)
        case "w:tr", "w:sdt" | "w:customXml":
            return _UNKNOWN
        case ("w:tc", "w:tcPr") | ("w:tcPr", "w:gridSpan"):
            return child.columns
        case _:
            return parent.columns


def _sum(first: int, second: int) -> int:
    return _UNKNOWN if _UNKNOWN in {first, second} else first + second
