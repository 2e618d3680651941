"""Which field of the record each printed text comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from octavo import word

if TYPE_CHECKING:
    from bluf.model import Brief
    from octavo.revisions import Passage

STEM = "b"
"""What the names of anchors begin with; in the file each has an underscore before it."""

Path = tuple[str, ...]
"""A field of the record, its items by their ids: ``("requests", "R1", "ask")``."""

_FIXED = ("id", "language")
"""Fields by which others find the brief: nobody edits them on a page."""
_OF_ITEM = 2
"""Steps to an item: its list, and its id."""
_STEP = re.compile(r"\.(\w+)|\[(\d+)\]")
_SUBJECTS = {"requests": "ask", "outcomes": "statement", "follow_ups": "action"}
"""The field that says what an item is about, by its list."""
DATES = "dates"
"""What stands in place of a vocabulary where a day is printed in words."""
PARTIES = "parties"
"""The vocabulary of the names of the sides."""
_OF_PARTIES = ("owner", "to", "from")
"""Fields that hold the id of a side, or a name."""
_ABOUT = ("subject", "text")
"""What a view calls that field."""
_CHOICES = {
    ("requests", "answer"): ("response", "responses"),
    ("outcomes", "strength"): ("strength", "strengths"),
    ("follow_ups", "status"): ("status", "statuses"),
}
"""Printed words of a closed vocabulary: the field of the record, and the vocabulary's name."""


class Origin(Struct, frozen=True, omit_defaults=True):
    """Where a printed text comes from.

    Attributes:
        path: The field of the record; empty for what is made from several, or from none.
        vocabulary: The closed vocabulary that the text is a word of; empty for plain text.
        shown: What it is called where nothing can be pulled: ``requests[0].sources``.
        rest: What a view prints behind the field, from another one: `` (appeal)``.
    """

    path: Path = ()
    vocabulary: str = ""
    shown: str = ""
    rest: str = ""


class Span(Struct, frozen=True):
    """A text of the record within a paragraph, from offset to offset."""

    start: int
    end: int
    origin: Origin


def with_anchors(data: Mapping[str, Any]) -> dict[str, Any]:
    """What a template is rendered from, with an anchor at each text of the brief."""
    view, _ = word.anchored({"brief": data["brief"]}, STEM)
    return {**data, **view}


def origins_of(data: Mapping[str, Any], brief: Brief) -> dict[str, Origin]:
    """Where each anchored text comes from, by the name of its anchor.

    Args:
        data: The roots ``brief`` and ``labels``, as `with_anchors` was given them.
        brief: The record that they show.
    """
    _, paths = word.anchored({"brief": data["brief"]}, STEM)
    record = _Record(brief)
    return {name: record.origin(path, data["brief"]) for name, path in paths.items()}


class _Record:
    """Looks printed texts up in one record."""

    def __init__(self, brief: Brief) -> None:
        self._brief = brief
        self._items = {
            item.id: (name, item)
            for name in (*_SUBJECTS, "events")
            for item in getattr(brief, name)
        }

    def origin(self, path: str, view: Mapping[str, Any]) -> Origin:
        steps = [name or int(number) for name, number in _STEP.findall(path)]
        unknown = Origin(shown=path.removeprefix("brief."))
        if steps[:1] == ["annex"]:
            steps, view = steps[1:], view["annex"]
        match steps:
            case [("date" | "as_of")]:
                return Origin(("date",), DATES)
            case [str(field)] if field not in _FIXED:
                return self._plain(self._brief, (), field, view[field]) or unknown
            case [str(group), int(at), str(field)]:
                return self._of_item(group, at, field, view[group][at]) or unknown
            case [str(group), int(at)] if isinstance(view[group][at], str):
                values = getattr(self._brief, group, ())
                same = at < len(values) and values[at] == view[group][at]
                return Origin((group, str(at))) if same else unknown
        return unknown

    def _of_item(self, group: str, at: int, field: str, row: Mapping[str, Any]) -> Origin | None:
        name, item = self._items.get(row.get("id", ""), (group, None))
        if item is None:
            return self._by_place(group, at, field, row)
        path = (name, item.id)
        if field in _ABOUT:
            return self._subject(item, path, _SUBJECTS.get(name, field), row[field])
        if name != group:
            return None
        choice = _CHOICES.get((name, field))
        if choice is not None:
            return Origin((*path, choice[0]), choice[1])
        return self._plain(item, path, field, row[field]) or self._side(item, row, field)

    @staticmethod
    def _subject(item: object, above: Path, field: str, text: str) -> Origin | None:
        """What an item is about; behind it a view may say what state it is in."""
        value = getattr(item, field, None)
        if not isinstance(value, str) or not text.startswith(value):
            return None
        return Origin((*above, field), rest=text.removeprefix(value))

    def _side(self, item: Any, row: Mapping[str, Any], field: str) -> Origin | None:  # noqa: ANN401 - an item
        """A field that holds the id of a side, printed by the side's name."""
        if field not in _OF_PARTIES:
            return None
        value = getattr(item, "from_" if field == "from" else field, None)
        side = self._brief.parties.get(str(value))
        name = (side.short or side.name) if side else None
        path = (self._items[item.id][0], item.id, field)
        return Origin(path, PARTIES) if name == row[field] else None

    def _by_place(self, group: str, at: int, field: str, row: Mapping[str, Any]) -> Origin | None:
        """An item without an id stands in the view where it stands in the record."""
        values = getattr(self._brief, group, ())
        if isinstance(values, dict):
            name = row.get("id", "")
            return self._plain(values.get(name), (group, name), field, row[field])
        item = values[at] if at < len(values) else None
        return self._plain(item, (group, str(at)), field, row[field])

    @staticmethod
    def _plain(record: object, above: Path, field: str, text: object) -> Origin | None:
        """The field of the same name, where it holds the very text that is printed."""
        value = getattr(record, "from_" if field == "from" else field, None)
        return Origin((*above, field)) if isinstance(value, str) and value == text else None


class Origins:
    """The origins of the texts in a file, by their anchors."""

    def __init__(self, by_name: Mapping[str, Origin]) -> None:
        self._by_name = by_name

    def spans(self, passage: Passage) -> list[Span]:
        """The texts of the record in a paragraph, in order; none of them within another."""
        found: list[Span] = []
        for anchor in sorted(passage.anchors, key=lambda each: (each.start, -each.end)):
            origin = self._by_name.get(anchor.name.removeprefix("_").partition("_")[0])
            end = found[-1].end if found else 0
            if origin is None or not end <= anchor.start < anchor.end:
                continue
            behind = anchor.end - len(origin.rest)
            found.append(Span(anchor.start, max(anchor.start, behind), origin))
        return found

    def items(self, passage: Passage) -> set[Path]:
        """The items of the record, by list and id, that a paragraph prints a text of."""
        items = (item_of(span.origin.path) for span in self.spans(passage))
        return {item for item in items if item}

    def is_item(self, passage: Passage) -> bool:
        """Whether a paragraph is an item of a list by itself, as in a list with bullets."""
        return not passage.cell and bool(self.items(passage))


def item_of(path: Path) -> Path:
    """The list and the id, or the place, of the item that a field belongs to; else nothing."""
    is_item = len(path) > _OF_ITEM or (len(path) == _OF_ITEM and path[1].isdigit())
    return path[:_OF_ITEM] if is_item else ()


def value_at(brief: Brief, path: Path) -> str | None:
    """The text of a field of a record, or None where it is not there any more."""
    value: Any = brief
    for step in path:
        value = _below(value, step)
    return None if value is None else str(value)


def steps_to(brief: Brief, path: Path) -> tuple[str | int, ...] | None:
    """The same path by places in place of ids, or None where it leads nowhere."""
    steps: list[str | int] = []
    value: Any = brief
    for step in path:
        place: str | int = step
        if isinstance(value, tuple):
            place = next((at for at, _ in _known(value, step)), -1)
        value = _below(value, step)
        if value is None:
            return None
        steps.append(place)
    return tuple(steps)


def _below(value: object, step: str) -> object:
    if isinstance(value, tuple):
        return next((item for _, item in _known(value, step)), None)
    if isinstance(value, dict):
        return value.get(step)
    return getattr(value, "from_" if step == "from" else step, None)


def _known(values: tuple[Any, ...], step: str) -> Iterator[tuple[int, Any]]:
    """The item of an id, else the one at that place."""
    for at, item in enumerate(values):
        if getattr(item, "id", str(at)) == step:
            yield at, item
