"""What a template asks for, also as JSON Schema, and what filling it gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from octavo.expressions.names import Use

if TYPE_CHECKING:
    from collections.abc import Iterable

    from octavo.finding import Finding
    from octavo.location import Location

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_PRINTED: Final = ["string", "number", "boolean", "null"]


class Field(Struct, frozen=True):
    """A name that a template asks for.

    Attributes:
        path: The name from the root of the data: ``brief.requests[].ask``.
        use: What the template does with it.
        location: Where.
        source: The tag.
    """

    path: str
    use: Use
    location: Location
    source: str


class Filled(Struct, frozen=True):
    """A filled template.

    Attributes:
        content: The file.
        notes: What is to be said about it, such as names that were missing and may be.
    """

    content: bytes
    notes: tuple[Finding, ...]


def schema_of(fields: Iterable[Field]) -> dict[str, Any]:
    """The schema of the data of a template (draft 2020-12).

    A name with names below it is an object, one that is looped over or indexed an array; what is
    printed is a text, a number, a yes-or-no value or nothing. No more is known from a template.
    """
    root: dict[str, Any] = {"$schema": _DIALECT, "type": "object"}
    for field in fields:
        node = root
        for step in field.path.replace("[]", ".[]").split("."):
            node = _below(node, step)
        if field.use is Use.LOOP and "properties" not in node:
            node["type"] = "array"
        elif field.use is Use.PRINT and "type" not in node:
            node["type"] = _PRINTED
    return root


def _below(node: dict[str, Any], step: str) -> dict[str, Any]:
    """The schema of an item or of a field, made where it is not there."""
    if step == "[]":
        node["type"] = "array"
        inner: dict[str, Any] = node.setdefault("items", {})
        return inner
    node["type"] = "object"
    found: dict[str, Any] = node.setdefault("properties", {}).setdefault(step, {})
    return found
