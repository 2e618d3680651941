"""An output is not what the data gives.

## What it does

Compares each output with what the data gives now; a file that is missing is stale too. A Word file
that another program saved is the matter of hand-edited, one that no two builds give alike that of
not-reproducible.

## Why it is bad

The page that people read says something else than the record that was checked.

## Example

A quotation corrected in `brief.yaml`, and the .docx of last week beside it.

## Use instead

`bluf build`, and the outputs committed with the data.

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
    """A fault where the file differs, or is missing."""
    hint = "run “bluf build”, and commit what it writes"
    if output.stands is None:
        yield Fault("this output is missing", output.location, hint)
    elif output.stands == output.expected or output.varies:
        return
    elif not output.was_saved_elsewhere:
        message = "this output is not what the data gives"
        yield Fault(message, output.location, hint, notes=output.differences)


RULE = checked(__name__, __doc__, Level.ERROR, Output, find)
