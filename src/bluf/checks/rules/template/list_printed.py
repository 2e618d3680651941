"""A template prints a list or a record as it is.

## What it does

Compares the names that a template prints with those of the view: a list and a record have no text
of their own.

## Why it is bad

The template fails at the first brief that has such a list.

## Example

    {{ brief.requests }}

## Use instead

    {% for request in brief.requests %}{{ request.ask }}{% endfor %}

or a filter: `{{ request.quotations|join(", ") }}`.

## Source

The names of `bluf.views`; `docs/templates.md`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.checks.rule import Fault, checked
from bluf.checks.template_use import TemplateUse
from bluf.views import Kind
from octavo.finding import Level

if TYPE_CHECKING:
    from collections.abc import Iterator

_HINTS = {
    Kind.LIST: "loop over it, or join it with a filter",
    Kind.RECORD: "name one of its fields",
}


def find(use: TemplateUse) -> Iterator[Fault]:
    """A fault at each tag that prints what cannot be printed."""
    for name, location in use.printed:
        field = use.known.get(name)
        if field is not None and field.kind in _HINTS:
            message = f"“{name}” is a {field.kind}, which cannot be printed"
            yield Fault(message, location, _HINTS[field.kind], name)


RULE = checked(__name__, __doc__, Level.ERROR, TemplateUse, find)
