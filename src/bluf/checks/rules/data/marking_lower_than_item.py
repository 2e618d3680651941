"""The brief is marked lower than something in it.

## What it does

Compares the marking of the brief with that of each request, outcome and follow-up. Only labels of
one scheme can be compared.

## Why it is bad

Whoever holds the page handles it by the label at its top, and so discloses the item.

## Example

    marking: TLP:GREEN
    outcomes:
      - id: O1
        marking: TLP:RED

## Use instead

    marking: TLP:RED

or leave the item out of this brief.

## Source

U.S. 32 CFR 2001.21(b): the overall marking of a document is that of its most highly marked
portion; likewise Council Decision 2013/488/EU, annex III.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.checks.markings import lower
from bluf.checks.record import Record
from bluf.checks.rule import checked
from octavo.finding import Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.checks.rule import Fault


def find(record: Record) -> Iterator[Fault]:
    """A fault for each such item."""
    whole = record.brief.marking
    for path, item in record.items():
        if whole and item.marking and lower(whole, item.marking):
            message = f"“{item.id}” is marked “{item.marking}”, the brief only “{whole}”"
            hint = f"mark the brief “{item.marking}”, or leave “{item.id}” out of it"
            yield record.fault(message, *path, "marking", hint=hint)


RULE = checked(__name__, __doc__, Level.ERROR, Record, find)
