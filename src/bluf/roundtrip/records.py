"""How two versions of a record differ, field by field, in the words of the data file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from bluf.data import full_values
from bluf.model import Brief

_SAYS = ("ask", "statement", "action", "text", "title", "name")
"""Fields that say what a record is about, the first one there is."""


class RecordDifference(Struct, frozen=True):
    """A field, a record or the order of a list that differs.

    Attributes:
        field: ``("outcomes", "O2", "strength")``; records are named by their ids, else by place.
        before: What it says on the one side; empty where it is not there.
        now: What it says on the other.
        what: ``changed``, ``added``, ``deleted`` or ``moved``.
        who: Who changed it, where a file says so.
    """

    field: tuple[str, ...]
    before: str
    now: str
    what: str = "changed"
    who: str = ""


def compare_records(before: Brief, now: Brief) -> Iterator[RecordDifference]:
    """Every difference, in the order of the fields."""
    yield from _compared((), full_values(before), full_values(now))


def _compared(path: tuple[str, ...], before: object, now: object) -> Iterator[RecordDifference]:
    if before == now:
        return
    old, new = _parts(before), _parts(now)
    if sorted(map(_shown, old.values())) == sorted(map(_shown, new.values())) and _bare(old):
        yield RecordDifference(path, _shown(before), _shown(now), "moved")
        return
    if not old and not new:
        yield RecordDifference(path, _shown(before), _shown(now))
        return
    for name in dict.fromkeys([*old, *new]):
        field = (*path, name)
        if name not in new:
            yield RecordDifference(field, _shown(old[name]), "", "deleted")
        elif name not in old:
            yield RecordDifference(field, "", _shown(new[name]), "added")
        else:
            yield from _compared(field, old[name], new[name])
    both = [name for name in old if name in new], [name for name in new if name in old]
    if both[0] != both[1] and isinstance(now, list):
        yield RecordDifference(path, ", ".join(both[0]), ", ".join(both[1]), "moved")


def _parts(value: object) -> dict[str, Any]:
    """The fields of a record, or the items of a list by their ids or places."""
    if isinstance(value, dict):
        return value
    if isinstance(value, list):
        return {_name(item, str(at)): item for at, item in enumerate(value)}
    return {}


def _bare(items: dict[str, Any]) -> bool:
    """Whether these are the items of a list of texts, which have no names."""
    return bool(items) and all(name.isdigit() for name in items)


def _name(item: object, place: str) -> str:
    return str(item["id"]) if isinstance(item, dict) and "id" in item else place


def _shown(value: object) -> str:
    """What a person sees of a value: of a record, what it is about."""
    if isinstance(value, dict):
        return next((str(value[name]) for name in _SAYS if name in value), ", ".join(value))
    if isinstance(value, list):
        return "; ".join(map(_shown, value))
    return "" if value is None else str(value)
