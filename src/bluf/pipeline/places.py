"""Where the items of a brief stand in its Word file.

The engine knows no brief and the page knows no items, so the file is rendered once more with a mark
in each item, and the marks are looked up in its text. A mark is one character of a private use
plane (Unicode 23.5), which no value holds and which moves no paragraph, row or cell.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from bluf.views import (
    BriefView,
    ItemRow,
    Row,
    SourceRow,
    marked_fields,
    movable,
)
from octavo.location import WordLocation
from octavo.ooxml import read_text

if TYPE_CHECKING:
    from bluf.data import DataFile
    from octavo.ooxml import Package


Path = tuple[str | int, ...]
Steps = tuple[tuple[str, int], ...]

_FIRST_MARK = 0xF0000
_TEXTS = ("bottom_line", "background")


class ItemPlaces(Struct, frozen=True):
    """The items of a brief by their paths in the record, and the blocks each stands in.

    ``order`` holds every block of the file, as a reader comes to it.
    """

    places: dict[Path, tuple[WordLocation, ...]]
    order: tuple[WordLocation, ...]

    def wholes(self) -> dict[Path, tuple[WordLocation, ...]]:
        """What goes when an item goes: the row that it stands in alone, else its paragraphs."""
        owners: dict[Steps, set[Path]] = {}
        for path, where in self.places.items():
            for place in where:
                owners.setdefault(_row(place), set()).add(path)
        alone = {row for row, paths in owners.items() if row and len(paths) == 1}
        return {
            path: tuple(_whole(place, alone) for place in where)
            for path, where in self.places.items()
        }

    def holding(self, place: WordLocation) -> Path | None:
        """The item that a place stands in; None where it stands in none."""
        holders = (
            path
            for path, where in self.places.items()
            if any(_holds(each, place) or _holds(place, each) for each in where)
        )
        return next(holders, None)

    def first_from(self, place: WordLocation) -> Path | None:
        """The item at a place, or the first one behind it, or the last one before it."""
        start = next((n for n, each in enumerate(self.order) if _holds(place, each)), None)
        if start is None or not self.places:
            return None
        items = {self.order.index(where[0]): path for path, where in self.places.items()}
        row = _row(self.order[start])
        within = [n for n in items if row and _row(self.order[n]) == row]
        following = [n for n in items if n >= start]
        return items[min(within or following or [max(items)])]


def marked(shown: BriefView) -> tuple[BriefView, dict[str, Path]]:
    """The view with a mark in each item, and what each mark stands for."""
    marks: dict[str, Path] = {}
    lists = marked_fields()
    page = {name: _marked(shown, name, fields, marks) for name, fields in lists.items()}
    beyond = {name: _marked(shown.annex, name, lists[name], marks) for name in movable()}
    page |= {name: _marked_text(shown, name, (name,), marks) for name in _TEXTS}
    beyond["background"] = _marked_text(shown.annex, "background", ("background",), marks)
    beyond["note"] = _marked_text(shown.annex, "note", ("annex",), marks)
    annex = replace(shown.annex, **beyond)
    return replace(shown, **page, annex=annex), marks


def _marked(record: Row, name: str, fields: tuple[str, ...], marks: dict[str, Path]) -> object:
    """The rows of a list with a mark in each, whichever of its fields a template prints."""
    rows = []
    for index, row in enumerate(getattr(record, name)):
        mark = _mark(marks, (name, _key(row, index)))
        rows.append(replace(row, **{field: mark + getattr(row, field) for field in fields}))
    return tuple(rows)


def _key(row: object, index: int) -> str | int:
    """The place of a row in the record; a row that has a number keeps it where others are gone."""
    match row:
        case SourceRow():
            return row.id
        case ItemRow():
            return row.at
        case _:
            return index


def _marked_text(record: Row, name: str, path: Path, marks: dict[str, Path]) -> object:
    text = getattr(record, name)
    return _mark(marks, path) + text if text else ""


def find_marks(text: str, marks: Mapping[str, Path]) -> Iterator[Path]:
    """What the marks in a text stand for."""
    return (marks[letter] for letter in text if letter in marks)


def find_items(package: Package, marks: Mapping[str, Path]) -> ItemPlaces:
    """Where the marks stand in a document rendered from a marked view."""
    blocks = tuple(read_text(package))
    found: dict[Path, list[WordLocation]] = {}
    for block in blocks:
        for path in find_marks(block.text, marks):
            found.setdefault(path, []).append(block.location)
    places = {path: tuple(where) for path, where in found.items()}
    return ItemPlaces(places, tuple(block.location for block in blocks))


def _mark(marks: dict[str, Path], path: Path) -> str:
    mark = chr(_FIRST_MARK + len(marks))
    marks[mark] = path
    return mark


def _holds(outer: WordLocation, inner: WordLocation) -> bool:
    """Whether a block lies at a place, or within the table, row or cell it names."""
    return inner.story == outer.story and inner.steps[: len(outer.steps)] == outer.steps


def _whole(place: WordLocation, rows: set[Steps]) -> WordLocation:
    row = _row(place)
    return replace(place, steps=row) if row in rows else place


def _row(place: WordLocation) -> Steps:
    """The innermost row that a block stands in; empty outside of tables."""
    kinds = [kind for kind, _ in place.steps]
    return place.steps[: len(kinds) - kinds[::-1].index("row")] if "row" in kinds else ()


_BACKGROUND = 3
"""Background weighs less than what was asked and agreed, unless that is marked as lighter."""


def priority(data: DataFile, path: Path) -> int | None:
    """The priority of an item, 1 the weightiest; None for what cannot be left out."""
    match path:
        case ("requests" | "outcomes" | "follow_ups" as name, int(index)):
            number: int = getattr(data.brief, str(name))[index].priority
            return number
        case ("background",):
            return _BACKGROUND
        case _:
            return None


def name(data: DataFile, path: Path) -> str:
    """``“R3”``, or ``the background``."""
    match path:
        case (str(kind), int(index)):
            return f"“{getattr(data.brief, kind)[index].id}”"
        case _:
            return "the background"
