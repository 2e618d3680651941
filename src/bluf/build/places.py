"""Where the items of a brief stand in its Word file.

The engine knows no brief and the page knows no items, so the file is rendered once more with a mark
in each item, and the marks are looked up in its text. A mark is one character of a private use
plane (Unicode 23.5), which no value holds and which moves no paragraph, row or cell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from bluf.ooxml import read_package, read_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.location import WordLocation
    from bluf.ooxml import Block
    from bluf.views import BriefView

Path = tuple[str | int, ...]

_FIRST_MARK = 0xF0000
_ITEMS = {
    "events": "title",
    "requests": "ask",
    "outcomes": "statement",
    "follow_ups": "action",
    "sources": "summary",
}
_TEXTS = ("bottom_line", "background")


class ItemPlaces(Struct, frozen=True):
    """The items of a brief by their paths in the record, and the blocks each stands in.

    ``order`` holds every block of the file, as a reader comes to it.
    """

    places: dict[Path, tuple[WordLocation, ...]]
    order: tuple[WordLocation, ...]

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
    changes: dict[str, object] = {}
    for name, field in _ITEMS.items():
        rows = []
        for index, row in enumerate(getattr(shown, name)):
            key = row.id if name == "sources" else index
            text = _mark(marks, (name, key)) + getattr(row, field)
            rows.append(replace(row, **{field: text}))
        changes[name] = tuple(rows)
    for name in _TEXTS:
        text = getattr(shown, name)
        changes[name] = _mark(marks, (name,)) + text if text else ""
    return replace(shown, **changes), marks


def find_items(document: bytes, marks: dict[str, Path]) -> ItemPlaces:
    """Where the marks stand in a document rendered from a marked view."""
    blocks = read_text(read_package(document, "output.docx"))
    found: dict[Path, list[WordLocation]] = {}
    for block in blocks:
        for path in _paths(block, marks):
            found.setdefault(path, []).append(block.location)
    places = {path: tuple(where) for path, where in found.items()}
    return ItemPlaces(places, tuple(block.location for block in blocks))


def _mark(marks: dict[str, Path], path: Path) -> str:
    mark = chr(_FIRST_MARK + len(marks))
    marks[mark] = path
    return mark


def _paths(block: Block, marks: dict[str, Path]) -> Iterator[Path]:
    return (marks[letter] for letter in block.text if letter in marks)


def _holds(outer: WordLocation, inner: WordLocation) -> bool:
    """Whether a block lies at a place, or within the table, row or cell it names."""
    return inner.story == outer.story and inner.steps[: len(outer.steps)] == outer.steps


def _row(place: WordLocation) -> tuple[tuple[str, int], ...]:
    """The innermost row that a block stands in; empty outside of tables."""
    kinds = [kind for kind, _ in place.steps]
    return place.steps[: len(kinds) - kinds[::-1].index("row")] if "row" in kinds else ()
