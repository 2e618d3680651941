"""Rows of cells become records."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from bluf.data.tables.headings import BARE, FieldColumn
from bluf.data.tree import Mapping, Node, Pair, Scalar, Sequence, Step, Steps
from octavo.location import Location

if TYPE_CHECKING:
    from bluf.data.tables.table import Cell


_ITEM = re.compile(r'\s*("(?:[^"]|"")*"(?=\s*(?:[;\n]|$))|[^;\n]+)\s*')
_NEEDS_MARKS = re.compile(r'[;\n]|^"')


def split(text: str) -> list[str]:
    """The items of a list; one that holds a semicolon stands in double quotation marks."""
    return [item for match in _ITEM.finditer(text) if (item := _bare(match[1].strip()))]


def join(items: Iterable[str]) -> str:
    """The list as it stands in one cell; `split` gives the items back."""
    return "; ".join(f'"{_doubled(item)}"' if _NEEDS_MARKS.search(item) else item for item in items)


def _bare(item: str) -> str:
    is_marked = len(item) > 1 and item.startswith('"') and item.endswith('"')
    return item[1:-1].replace('""', '"') if is_marked else item


def _doubled(item: str) -> str:
    return item.replace('"', '""')


_DAY = re.compile(r"\s*\d{4}-\d{2}-\d{2}\s*")


class _Filling(NamedTuple):
    """A cell and the way to its field from the record at hand."""

    path: Steps
    is_list: bool
    cell: Cell


def record(cells: Iterable[tuple[FieldColumn, Cell]], location: Location) -> Mapping:
    """The record that a row holds.

    A field whose cell is empty is there, without a value, so that a message about it finds its
    cell; a record within the record is there only if one of its cells is filled.
    """
    return _record(
        [_Filling(column.path, column.is_list, cell) for column, cell in cells], location
    )


def _record(fillings: list[_Filling], location: Location) -> Mapping:
    entries: dict[str, Pair] = {}
    for step, inner in _grouped(fillings).items():
        key = _bare_key(inner[0].cell) if step == BARE else str(step)
        node = _value(inner)
        if node is not None:
            entries.setdefault(key, Pair(key, inner[0].cell.location, node))
    return Mapping(entries, location)


def _value(fillings: list[_Filling]) -> Node | None:
    path, is_list, cell = fillings[0]
    if not path:
        return _items(cell) if is_list else Scalar(cell.text, cell.location)
    filled = [filling.cell.location for filling in fillings if filling.cell.text is not None]
    if not filled:
        return None
    if isinstance(path[0], int):
        groups = sorted(_grouped(fillings).items(), key=lambda group: int(group[0]))
        records = (_value(inner) for _, inner in groups)
        return Sequence(tuple(item for item in records if item is not None), filled[0])
    return _record(fillings, filled[0])


def _grouped(fillings: list[_Filling]) -> dict[Step, list[_Filling]]:
    groups: dict[Step, list[_Filling]] = {}
    for path, is_list, cell in fillings:
        groups.setdefault(path[0], []).append(_Filling(path[1:], is_list, cell))
    return groups


def _items(cell: Cell) -> Sequence | None:
    if cell.text is None:
        return None
    items = tuple(Scalar(item, cell.location) for item in split(cell.text))
    return Sequence(items, cell.location)


def _bare_key(cell: Cell) -> str:
    """A due date given as one value is a day where it looks like one, else a wording."""
    return "date" if cell.text and _DAY.fullmatch(cell.text) else "wording"
