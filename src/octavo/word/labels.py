"""Merged labels beside a loop of rows: the label stands in the first row that is printed.

A label is merged over its own row and those below. Where the row it stands in holds a tag of a loop
and goes with it, the label moves into every row that may be the first, and is printed once.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import TYPE_CHECKING, Any, Final

from lxml import etree
from msgspec import Struct

from octavo.ooxml import qn, value_of
from octavo.word.draft import Draft, MergedLabel
from octavo.word.elements import (
    CELL,
    CELL_PROPERTIES,
    GRID_SPAN,
    PARAGRAPH,
    ROW,
    TABLE,
    VALUE,
    around,
    child,
    empty_like,
)

if TYPE_CHECKING:
    from octavo.word.rendering import Rendering

_MERGE: Final = qn("w:vMerge")


class MergeSlot(Struct, frozen=True):
    """How a cell is merged: the first that is printed begins."""

    key: int

    def write(self, _value: object, rendering: Rendering) -> str:
        """``restart`` the first time in a table, then ``continue``."""
        is_first = self.key not in rendering.labels
        rendering.labels.add(self.key)
        return "restart" if is_first else "continue"


class LabelKeeper(Struct, frozen=True):
    """Keeps the label in the cell that begins, and leaves the others empty."""

    key: int
    empty: str

    def keep(self, pieces: list[str], rendering: Rendering) -> list[str]:
        """The label where it has not been printed yet; its cell has said already that it begins."""
        if self.key in rendering.labelled:
            return [self.empty]
        rendering.labelled.add(self.key)
        return pieces


class ForgetSlot(Struct, frozen=True):
    """The beginning of a table whose labels were printed in no row yet."""

    keys: tuple[int, ...]

    def write(self, _value: object, rendering: Rendering) -> str:
        """Nothing."""
        rendering.labels.difference_update(self.keys)
        rendering.labelled.difference_update(self.keys)
        return ""


def labels_of(row: etree._Element) -> Iterator[tuple[etree._Element, tuple[etree._Element, ...]]]:
    """The cells of a row that begin a merge, each with the cells below that go on with it."""
    if next(row.iter(_MERGE), None) is None:
        return
    for column, cell in _columns(row):
        if _merge(cell) != "restart":
            continue
        below = []
        for other in row.itersiblings(ROW):
            found = next((one for at, one in _columns(other) if at == column), None)
            if found is None or _merge(found) != "continue":
                break
            below.append(found)
        if below:
            yield cell, tuple(below)


def take_label(cell: etree._Element, below: tuple[etree._Element, ...]) -> MergedLabel:
    """Move the content of a label into the cell below; its tags are placed there."""
    content = tuple(one for one in cell if one.tag != CELL_PROPERTIES)
    first = below[0]
    for old in [one for one in first if one.tag != CELL_PROPERTIES]:
        first.remove(old)
    first.extend(content)
    return MergedLabel(content, below)


def settle_labels(story: Draft) -> None:
    """Let each cell under a label print it, if none before has."""
    by_table: dict[etree._Element, list[int]] = {}
    for label in story.labels:
        table: Any = around(label.cells[0], TABLE)
        key = story.register.add(story.place_of(None), "")
        by_table.setdefault(table, []).append(key)
        first = next((one for one in label.content if one.tag == PARAGRAPH), None)
        empty = empty_like(first)
        copies = [[deepcopy(one) for one in label.content] for _ in label.cells[1:]]
        for cell, content in zip(label.cells[1:], copies, strict=True):
            for old in [one for one in cell if one.tag != CELL_PROPERTIES]:
                cell.remove(old)
            cell.extend(content)
        for cell in label.cells:
            _settle(story, cell, key, empty)
    for table, keys in by_table.items():
        table.addprevious(story.instruction(story.prints(ForgetSlot(tuple(keys)))))


def _settle(story: Draft, cell: etree._Element, key: int, empty: str) -> None:
    properties: Any = child(cell, CELL_PROPERTIES)
    merge: Any = child(properties, _MERGE)
    merge.set(VALUE, story.token(story.prints(MergeSlot(key))))
    before, after = story.capture(LabelKeeper(key, empty))
    cell.insert(1, before)
    cell.append(after)


def _columns(row: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    column = 0
    for cell in row.iterchildren(CELL):
        yield column, cell
        span = value_of(child(cell, CELL_PROPERTIES), GRID_SPAN)
        column += int(span) if span.isdecimal() else 1


def _merge(cell: etree._Element) -> str:
    properties = child(cell, CELL_PROPERTIES)
    merge = None if properties is None else child(properties, _MERGE)
    return "" if merge is None else merge.get(VALUE) or "continue"
