"""A template asks for a name that no brief has.

## What it does

Compares the names in a template's tags with those of the view, before any brief is built.

## Why it is bad

The template fails at the first brief, or, behind an `if`, silently leaves something out of all of
them.

## Example

    {{ brief.bottomline }}

## Use instead

    {{ brief.bottom_line }}

`bluf template fields` lists the names.

## Source

The names of `bluf.views`; `docs/templates.md`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.checks.rule import Fault, checked
from bluf.checks.template_use import TemplateUse
from octavo.finding import Level
from octavo.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator


def find(use: TemplateUse) -> Iterator[Fault]:
    """A fault for each such name, at each tag that asks for it."""
    for name, location in use.asks:
        if use.known and name not in use.known:
            hint = did_you_mean(name, use.known)
            yield Fault(f"no brief has a “{name}”", location, hint, name)


RULE = checked(__name__, __doc__, Level.ERROR, TemplateUse, find)
