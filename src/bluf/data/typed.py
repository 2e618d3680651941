"""From plain values to records: every value is given its type, or refused with its path.

A library that decodes stops at the first fault; a data file is told all of its faults at once.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from enum import EnumType, StrEnum
from functools import cache, cached_property
from typing import TYPE_CHECKING, Final, TypeVar, get_args, get_origin

from msgspec import UNSET, Meta, Struct

from bluf.data.shape import (
    SEVERAL,
    Annotation,
    RecordField,
    bare_of,
    fields,
    ids_in,
    names_in,
    takes_several,
)
from bluf.model import Record

if TYPE_CHECKING:
    from bluf.data.tree import Steps

Kind = TypeVar("Kind", bound=Record)

KEY: Final = "[key]"
"""The last step of a path whose key, not value, is refused."""
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_FLAGS: Final = {"true": True, "yes": True, "false": False, "no": False}
_WHOLE: Final = re.compile(r"[+-]?[0-9]{1,18}")


class Refusal(Struct, frozen=True):
    """One value that cannot be what it should be.

    Attributes:
        fault: What is wrong with it, such as ``missing``, ``pattern`` or ``text``, what it
            should have been.
        path: Where it stands.
        value: What stands there; the record around it where it is missing.
        reason: More about it, in words.
    """

    fault: str
    path: Steps
    value: object
    reason: str = ""


class _Sort(Struct, frozen=True, dict=True):
    """What the model says of a value, taken apart once: a brief holds hundreds of values."""

    annotation: Annotation

    @cached_property
    def bare(self) -> Annotation:
        """What the value is, where there is one."""
        return bare_of(self.annotation)[0]

    @cached_property
    def metas(self) -> tuple[Meta, ...]:
        """What bounds it."""
        return bare_of(self.annotation)[1]

    @cached_property
    def record(self) -> type[Record] | None:
        """The record that it is."""
        bare = self.bare
        return bare if isinstance(bare, type) and issubclass(bare, Record) else None

    @cached_property
    def takes_several(self) -> bool:
        """Whether it may be a list of names in place of one."""
        return takes_several(self.annotation)

    @cached_property
    def item(self) -> _Sort | None:
        """What each item of a list is."""
        is_list = get_origin(self.bare) is tuple
        return _sort(get_args(self.bare)[0]) if is_list else None

    @cached_property
    def by_id(self) -> tuple[_Sort, _Sort] | None:
        """What each id, and what is kept under it, is."""
        if get_origin(self.bare) is not dict:
            return None
        key, kept = get_args(self.bare)
        return _sort(key), _sort(kept)


@cache
def _sort(annotation: Annotation) -> _Sort:
    return _Sort(annotation)


@cache
def _fields(record: type[Record]) -> tuple[tuple[str, RecordField, _Sort], ...]:
    """The fields of a record by the name they have in a data file, each with what it is."""
    return tuple((key, field, _sort(field.type)) for key, field in fields(record).items())


def typed(values: object, record: type[Kind]) -> tuple[Kind | None, list[Refusal]]:
    """The record that plain values make up, or None, and what is refused of them.

    Args:
        values: Texts, None, lists and mappings, as a data file holds them.
        record: What they should be.
    """
    reader = _TypedReader()
    made = reader.record(values, record, ())
    return (made if isinstance(made, record) else None), reader.refusals


class _TypedReader:
    """One walk over the values; what is refused is ``UNSET`` in what stands around it."""

    def __init__(self) -> None:
        self.refusals: list[Refusal] = []

    def record(self, values: object, record: type[Kind], path: Steps) -> object:
        name = record.in_short(values)
        if name is not None:
            values = {name: values}
        if not isinstance(values, dict):
            return self._refuse("record", path, values)
        given = {
            field.name: self._field(values, key, sort, path)
            for key, field, sort in _fields(record)
            if key in values or field.required
        }
        if UNSET in given.values():
            return UNSET
        try:
            return record(**given)
        except ValueError as error:
            return self._refuse("reason", path, values, str(error))

    def _field(self, values: dict[str, object], key: str, sort: _Sort, path: Steps) -> object:
        if key not in values:
            return self._refuse("missing", (*path, key), values)
        return self._value(values[key], sort, (*path, key))

    def _value(self, value: object, sort: _Sort, path: Steps) -> object:
        if sort.record is not None:
            return self.record(value, sort.record, path)
        if sort.takes_several and (names := _names(value)):
            return self._several(names, sort, path)
        if sort.item is not None:
            return self._list(value, sort.item, path)
        if sort.by_id is not None:
            return self._by_id(value, sort.by_id, path)
        return self._scalar(value, sort.bare, sort.metas, path)

    def _several(self, value: Sequence[object], sort: _Sort, path: Steps) -> object:
        """Several names in place of one; they are kept as one text."""
        items = [self._value(item, sort, (*path, at)) for at, item in enumerate(value)]
        return UNSET if UNSET in items else SEVERAL.join(map(str, items))

    def _list(self, value: object, sort: _Sort, path: Steps) -> object:
        if sort.bare is str:
            value = _spread(value, sort)
        if not isinstance(value, list):
            return self._refuse("list", path, value)
        items = [self._value(item, sort, (*path, at)) for at, item in enumerate(value)]
        return UNSET if UNSET in items else tuple(items)

    def _by_id(self, value: object, sorts: tuple[_Sort, _Sort], path: Steps) -> object:
        of_keys, sort = sorts
        if not isinstance(value, dict):
            return self._refuse("ids", path, value)
        keys = [self._value(key, of_keys, (*path, key, KEY)) for key in value]
        inner = {key: self._value(each, sort, (*path, key)) for key, each in value.items()}
        return UNSET if UNSET in keys or UNSET in inner.values() else inner

    def _scalar(
        self, value: object, kind: Annotation, metas: tuple[Meta, ...], path: Steps
    ) -> object:
        if not isinstance(value, str):
            return self._refuse(_name(kind), path, value)
        text = value.strip()
        if kind is str:
            return self._text(text, metas, path)
        if kind is int:
            return self._number(text, metas, path)
        if kind is dt.date:
            return self._day(text, path)
        if isinstance(kind, EnumType):
            return self._word(text, list(kind), path)
        return self._flag(text, path)

    def _flag(self, text: str, path: Steps) -> object:
        said = _FLAGS.get(text.casefold())
        return self._refuse("flag", path, text) if said is None else said

    def _word(self, text: str, words: Iterable[StrEnum], path: Steps) -> object:
        small = text.casefold()
        word = next((each for each in words if each.value.casefold() == small), None)
        return self._refuse("word", path, text) if word is None else word

    def _text(self, text: str, metas: tuple[Meta, ...], path: Steps) -> object:
        for meta in metas:
            if len(text) < (meta.min_length or 0):
                return self._refuse("empty", path, text)
            if meta.pattern and not re.search(meta.pattern, text):
                reason = (meta.extra or {}).get("reason", "")
                return self._refuse("reason" if reason else "pattern", path, text, reason)
        return text

    def _number(self, text: str, metas: tuple[Meta, ...], path: Steps) -> object:
        number = int(text) if _WHOLE.fullmatch(text) else None
        if number is None or any(meta.ge is not None and number < meta.ge for meta in metas):
            return self._refuse("number", path, text)
        return number

    def _day(self, text: str, path: Steps) -> object:
        if not _DAY.fullmatch(text):
            return self._refuse("date form", path, text)
        try:
            return dt.date.fromisoformat(text)
        except ValueError:
            return self._refuse("calendar", path, text)

    def _refuse(self, fault: str, path: Steps, value: object, reason: str = "") -> object:
        self.refusals.append(Refusal(fault, path, value, reason))
        return UNSET


def _names(value: object) -> Sequence[object]:
    """Several names, as a list or on lines of a cell; empty where the value is one name."""
    if isinstance(value, str) and SEVERAL in value.strip():
        return names_in(value.strip())
    return value if isinstance(value, list) else []


def _spread(value: object, sort: _Sort) -> object:
    """A list of texts, of which one alone needs no brackets; ids may stand with commas between."""
    given = [value] if isinstance(value, str) else value
    if not isinstance(given, list) or not any(meta.pattern for meta in sort.metas):
        return given
    return [part for item in given for part in (ids_in(item) if isinstance(item, str) else [item])]


def _name(kind: Annotation) -> str:
    """What a value of a kind is, as `Refusal.fault` says it."""
    names: dict[Annotation, str] = {str: "text", int: "number", dt.date: "date", bool: "flag"}
    return names.get(kind, "word")
