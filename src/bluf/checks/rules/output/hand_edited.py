"""A built Word file was edited by hand.

## What it does

Finds outputs that differ from what the data gives, and that another program saved.

## Why it is bad

The next build throws the edit away; and what was typed into the page was never checked or proven.

## Example

The .docx opened in Word, a date corrected, and saved.

## Use instead

The correction in the data file, then `bluf build`.

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
    """A fault where another program saved the file, and changed it."""
    if output.stands != output.expected and output.was_saved_elsewhere:
        message = "another program saved this output since it was built"
        hint = "carry the edits into the data file, then run “bluf build”"
        yield Fault(message, output.location, hint, notes=output.differences)


RULE = checked(__name__, __doc__, Level.ERROR, Output, find)
