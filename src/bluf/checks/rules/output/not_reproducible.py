"""The same data gives two different outputs.

## What it does

Compares the bytes of an output that was built twice.

## Why it is bad

A committed file would look changed after each build, and nobody could tell a correction from
noise. In a file of ours this is a bug of bluf: please report it.

## Example

A template whose picture has the time of the build in it.

## Use instead

A template without what changes by itself.

## Source

Reproducible Builds, definition: the same source gives the same bits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.checks.output import Output
from bluf.checks.rule import Fault, checked
from bluf.finding import Level

if TYPE_CHECKING:
    from collections.abc import Iterator


def find(output: Output) -> Iterator[Fault]:
    """A fault where a second build gave other bytes."""
    if output.again is not None and output.again != output.expected:
        hint = "report it as a bug of bluf, with the template"
        yield Fault("a second build gives another file", output.location, hint)


RULE = checked(__name__, __doc__, Level.ERROR, Output, find)
