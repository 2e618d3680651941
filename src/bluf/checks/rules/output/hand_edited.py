"""A built Word file was edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.checks.output import FinishedOutput
from bluf.checks.rule import Fault, checked

if TYPE_CHECKING:
    from collections.abc import Iterator


def find(output: FinishedOutput) -> Iterator[Fault]:
    """A fault where another program saved the file, and changed it."""
    if output.stands != output.expected and output.was_saved_elsewhere:
        message = "another program saved this output since it was built"
        hint = "carry the edits into the data file, then run “bluf build”"
        yield Fault(message, output.location, hint, notes=output.differences)


RULE = checked(__name__, FinishedOutput, find)
