"""A handling label is written otherwise than its scheme defines it.

## What it does

Finds labels of the Traffic Light Protocol that are not written in capitals and without a blank,
and labels that differ by a letter or two from one of the U.S., UK, EU or NATO schemes. A label of
your own is left alone.

## Why it is bad

A mail gateway, an archive and a partner read the label by its letters: one that is misspelt marks
nothing.

## Example

    marking: TLP: Amber + Strict

## Use instead

    marking: TLP:AMBER+STRICT

`bluf check --fix` writes the label that was meant.

## Source

FIRST, Traffic Light Protocol 2.0: labels in capitals, no blank; TLP:WHITE is TLP:CLEAR since
2022. The other schemes are named in `bluf/checks/markings.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.checks.markings import correction
from bluf.checks.record import Record
from bluf.checks.rule import checked
from octavo.finding import Fix, Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.checks.rule import Fault


def find(record: Record) -> Iterator[Fault]:
    """A fault for each such label."""
    labels = [((), record.brief.marking), *((path, item.marking) for path, item in record.items())]
    for path, marking in labels:
        meant = correction(marking or "")
        if marking and meant:
            message, hint = f"“{marking}” is no handling label", f"write “{meant}”"
            fix = Fix(marking, meant)
            yield record.fault(message, *path, "marking", hint=hint, fix=fix)


RULE = checked(__name__, __doc__, Level.ERROR, Record, find)
