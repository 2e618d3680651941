"""What was built, against what the data gives."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bluf import __version__
from bluf.checks.rule import Fault, check

if TYPE_CHECKING:
    from bluf.checks.subjects import FinishedOutput


@check
def hand_edited(output: FinishedOutput) -> Iterator[Fault]:
    """A built Word file was edited by hand."""
    if output.stands != output.expected and output.was_saved_elsewhere:
        message = "another program saved this output since it was built"
        hint = "carry the edits into the data file, then run “bluf build”"
        yield Fault(message, output.location, hint, notes=output.differences)


@check
def not_reproducible(output: FinishedOutput) -> Iterator[Fault]:
    """The same data gives two different outputs."""
    if output.varies:
        hint = "run the command again; if it says the same, report it as a bug of bluf"
        message = "a second build gives another file"
        yield Fault(message, output.location, hint, notes=output.variations)


@check
def output_stale(output: FinishedOutput) -> Iterator[Fault]:
    """An output is not what the data gives."""
    hint = "run “bluf build”, and commit what it writes"
    if output.stands is None:
        yield Fault("this output is missing", output.location, hint)
    elif output.stands == output.expected or output.varies:
        return
    elif not output.was_saved_elsewhere:
        message = "this output is not what the data gives"
        if output.made_by:
            message = f"this output was made by bluf {output.made_by}, which is not this one"
            hint = f"run “bluf build” with bluf {__version__}, and commit what it writes"
        yield Fault(message, output.location, hint, notes=output.differences)
