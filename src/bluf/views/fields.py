"""The names a template may ask for, each with its type and meaning."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from typing import Any, get_args, get_origin

from msgspec import Struct, structs

from bluf.meanings import meanings
from bluf.views.labels import labels_for
from bluf.views.rows import BriefView, Row


class FieldKind(StrEnum):
    """What a name stands for."""

    TEXT = "text"
    NUMBER = "number"
    FLAG = "yes/no"
    LIST = "list"
    RECORD = "record"
    PICTURE = "picture"
    OWN = "your own"


OWN = "NAME"
"""What stands for the name of a field of one's own."""
_KINDS = {int: FieldKind.NUMBER, bool: FieldKind.FLAG}


class Field(Struct, frozen=True):
    """A name that a template may ask for.

    ``path`` leads from a root; ``[]`` stands for each item of a list: ``brief.requests[].ask``.
    """

    path: str
    kind: FieldKind
    said: str | _Told

    @property
    def meaning(self) -> str:
        """What it stands for; read from the source of its record when somebody asks."""
        return self.said if isinstance(self.said, str) else self.said.words


class _Told(Struct, frozen=True):
    """What is said of a field of a record."""

    record: type[Row]
    name: str

    @property
    def words(self) -> str:
        return meanings(self.record)[self.name]


@cache
def fields() -> dict[str, Field]:
    """Every name by its path, in the order of the page."""
    brief = Field("brief", FieldKind.RECORD, "The brief.")
    labels = Field("labels", FieldKind.RECORD, "Words the brief prints by itself, in its language.")
    words = labels_for("en").words
    labelled = (
        Field(f"labels.{name}", FieldKind.TEXT, f"“{text}” in the language of the brief.")
        for name, text in words.items()
    )
    found = (brief, *_fields(BriefView, "brief."), labels, *labelled, *_LETTERHEAD)
    return {field.path: field for field in found}


_LETTERHEAD = (
    Field("letterhead", FieldKind.RECORD, "The head of the first page, as the settings have it."),
    Field(
        "letterhead.name",
        FieldKind.TEXT,
        "Whose paper it is; empty where the settings name nobody.",
    ),
    Field("letterhead.logo", FieldKind.PICTURE, "The logo; empty where the settings name none."),
)


def _fields(record: type[Row], prefix: str) -> Iterator[Field]:
    for field in structs.fields(record):
        yield from _field(prefix + field.encode_name, field.type, _Told(record, field.name))


def _field(path: str, kind: Any, meaning: _Told) -> Iterator[Field]:  # noqa: ANN401 - a type
    if get_origin(kind) is dict:
        yield Field(path, FieldKind.RECORD, meaning)
        yield Field(f"{path}.{OWN}", FieldKind.OWN, "A field of one's own, as the record names it.")
        return
    arguments = get_args(kind)
    if isinstance(kind, type) and issubclass(kind, Row):
        yield Field(path, FieldKind.RECORD, meaning)
        yield from _fields(kind, f"{path}.")
        return
    if not arguments:
        yield Field(path, _KINDS.get(kind, FieldKind.TEXT), meaning)
        return
    yield Field(path, FieldKind.LIST, meaning)
    item, path = arguments[0], f"{path}[]"
    if isinstance(item, type) and issubclass(item, Row):
        yield Field(path, FieldKind.RECORD, (item.__doc__ or "").strip())
        yield from _fields(item, f"{path}.")
    else:
        yield Field(path, FieldKind.TEXT, meaning)
