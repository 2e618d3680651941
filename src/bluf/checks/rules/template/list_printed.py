"""A template prints a list or a record as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.checks.rule import Fault, checked
from bluf.checks.template_use import TemplateUse
from bluf.views import FieldKind

if TYPE_CHECKING:
    from collections.abc import Iterator

_HINTS = {
    FieldKind.LIST: "loop over it, or join it with a filter",
    FieldKind.RECORD: "name one of its fields",
}


def find(use: TemplateUse) -> Iterator[Fault]:
    """A fault at each tag that prints what cannot be printed."""
    for name, location in use.printed:
        field = use.known.get(name)
        if field is not None and field.kind in _HINTS:
            message = f"“{name}” is a {field.kind}, which cannot be printed"
            yield Fault(message, location, _HINTS[field.kind], name)


RULE = checked(__name__, TemplateUse, find)
