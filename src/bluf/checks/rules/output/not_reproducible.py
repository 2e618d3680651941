"""The same data gives two different outputs.

## What it does

`bluf build --check` and `bluf check` compare each output with the file that an earlier build left.
Where the two differ, they make the brief a second time, from the data file on, and compare the
bytes of both. What is alike is an output that was out of date; what is not is this fault.

## Why it is bad

A committed file would look changed after each build, and nobody could tell a correction from
noise.

## Example

Two builds of one data file that put the same requests in two orders.

## Use instead

Nothing that you can change: a template cannot ask for the time of day, for chance or for anything
else but the data, so that this is a bug of bluf or of a library it uses. Please report it, with the
template. It also shows where the data or the template was saved while the command ran: run it
again. PDF and pictures are not compared; LibreOffice writes the time of day into them.

## Source

Reproducible Builds, definition: the same source gives the same bits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.checks.output import Output
from bluf.checks.rule import Fault, checked
from octavo.finding import Level

if TYPE_CHECKING:
    from collections.abc import Iterator


def find(output: Output) -> Iterator[Fault]:
    """A fault where a second build gave other bytes."""
    if output.varies:
        hint = "run the command again; if it says the same, report it as a bug of bluf"
        message = "a second build gives another file"
        yield Fault(message, output.location, hint, notes=output.variations)


RULE = checked(__name__, __doc__, Level.ERROR, Output, find)
