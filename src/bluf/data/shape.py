"""The shape of the record, read from the model: which fields stand where, which take several."""

from __future__ import annotations

import datetime as dt
import re
from enum import StrEnum
from functools import cache, lru_cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias, TypeGuard, Union, get_args, get_origin

from msgspec import NODEFAULT, Meta, Struct, structs

from bluf import model
from bluf.meanings import meanings
from bluf.model import SEVERAL, Brief, Record

if TYPE_CHECKING:
    from bluf.data.tree import Steps


__all__ = ["SEVERAL", "ids_in", "names_in"]

_BETWEEN = re.compile(r"\s*[,;]\s*")


def ids_in(text: str) -> list[str]:
    """The ids of a text that may name several."""
    return [part for part in _BETWEEN.split(text.strip()) if part] or [text]


def names_in(text: str) -> list[str]:
    """The names that a field holds which takes several."""
    return text.split(SEVERAL)


Annotation: TypeAlias = object
"""What the model says of a value: a class, a union, an ``Annotated``; they have no type in common
before Python has PEP 747."""

NOUNS: dict[type[Record], str] = {
    Brief: "a brief",
    model.Change: "a step of a history",
    model.Due: "a due date",
    model.Event: "an event",
    model.Evidence: "a piece of evidence",
    model.Extra: "a field of one's own",
    model.FollowUp: "a follow-up",
    model.Next: "a planned occasion",
    model.Outcome: "an outcome",
    model.Participant: "a participant",
    model.Party: "a party",
    model.PortionMarkings: "the markings of texts",
    model.Recommendation: "a recommendation",
    model.Request: "a request",
    model.Seen: "who looked at a passage",
    model.Source: "a source",
    model.SourcedDate: "a date with its source",
}
"""What a message calls each record."""

_LAST = ("priority", "topic", "marking", "evidence", "history")
"""Fields that stand behind the others, in this order; the marking of a brief does not."""


class RecordField(Struct, frozen=True):
    """A field of a record.

    Attributes:
        name: Its name in Python: ``from_``.
        type: What it holds, as the model says it.
        default: What it holds where nothing is said; None for one that is required.
        required: Whether it has to be there.
    """

    name: str
    type: Annotation
    default: Any
    required: bool


@cache
def fields(record: type[Record]) -> dict[str, RecordField]:
    """The fields of a record by the name they have in a data file."""
    return {field.encode_name: _field(field) for field in structs.fields(record)}


def _field(field: structs.FieldInfo) -> RecordField:
    default = None if field.default is NODEFAULT else field.default
    if field.default_factory is not NODEFAULT:
        default = field.default_factory()
    return RecordField(field.name, field.type, default, field.required)


def meaning(record: type[Record], name: str) -> str:
    """What a field is for, by the name it has in a data file; empty for one there is not."""
    field = fields(record).get(name)
    return meanings(record).get(field.name, "") if field else ""


@cache
def writing_order(record: type[Record]) -> tuple[str, ...]:
    """The fields of a record as they are best written: what it is first, evidence last."""
    names = list(fields(record))
    if record is Brief:
        return tuple(names)
    last = dict(zip(_LAST, range(1, len(_LAST) + 1), strict=True))

    def rank(name: str) -> tuple[bool, bool, int, int]:
        """The id first, then the line that a reviewer deletes."""
        return name != "id", name != "draft", last.get(name, 0), names.index(name)

    return tuple(sorted(names, key=rank))


def annotation_at(path: Steps) -> Annotation:
    """What the model says of the value at a path, or None where it knows no such value."""
    annotation: Annotation = Brief
    for step in path:
        annotation = below(annotation, step)
    return annotation


def record_at(path: Steps) -> type[Record] | None:
    """The record that stands at a path, or None."""
    return record_of(annotation_at(path))


@cache
def record_of(annotation: Annotation) -> type[Record] | None:
    """The record that a value can be, or None."""
    return next((option for option in options(annotation) if _is_record(option)), None)


def words_at(path: Steps) -> tuple[str, ...]:
    """The closed vocabulary of the value at a path; empty where there is none."""
    return words_of(annotation_at(path))


def words_of(annotation: Annotation) -> tuple[str, ...]:
    """The closed vocabulary of a value; empty where it has none."""
    return tuple(
        word.value
        for option in options(annotation)
        if isinstance(option, type) and issubclass(option, StrEnum)
        for word in option
    )


def inner_of(annotation: Annotation) -> tuple[Annotation, bool]:
    """What a field holds, and whether it holds a list of it."""
    (option,) = (option for option in options(annotation) if option is not NoneType)
    if get_origin(option) is tuple:
        return options(get_args(option)[0])[0], True
    return option, False


def is_date(annotation: Annotation) -> bool:
    """Whether a value is a day."""
    return dt.date in options(annotation)


def takes_several(annotation: Annotation) -> bool:
    """Whether a field takes a list of names in place of one."""
    return any((meta.extra or {}).get("several") for meta in bare_of(annotation)[1])


@lru_cache(maxsize=2048)
def below(annotation: Annotation, step: str | int) -> Annotation:
    """What the model says of the value one step down, or None where it knows no such value."""
    for option in options(annotation):
        if _is_record(option) and step in fields(option):
            return fields(option)[str(step)].type
        arguments = get_args(option)
        if get_origin(option) is tuple and isinstance(step, int):
            return arguments[0]
        if get_origin(option) is dict and isinstance(step, str):
            return arguments[1]
    return None


def bare_of(annotation: Annotation) -> tuple[Annotation, tuple[Meta, ...]]:
    """What a value is where there is one, and what bounds it."""
    if get_origin(annotation) in (Union, UnionType):
        annotation = next(part for part in get_args(annotation) if part is not NoneType)
    if get_origin(annotation) is Annotated:
        bare, *metas = get_args(annotation)
        return bare, tuple(metas)
    return annotation, ()


def options(annotation: Annotation) -> tuple[Annotation, ...]:
    """The members of a union, without what only annotates them."""
    if get_origin(annotation) in (Union, UnionType):
        return tuple(inner for part in get_args(annotation) for inner in options(part))
    if get_origin(annotation) is Annotated:
        return options(get_args(annotation)[0])
    return (annotation,)


def _is_record(option: Annotation) -> TypeGuard[type[Record]]:
    return isinstance(option, type) and issubclass(option, Record)
