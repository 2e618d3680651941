"""An output is not what the data gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf import __version__
from bluf.checks.output import FinishedOutput
from bluf.checks.rule import Fault, checked

if TYPE_CHECKING:
    from collections.abc import Iterator


def find(output: FinishedOutput) -> Iterator[Fault]:
    """A fault where the file differs, or is missing."""
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


RULE = checked(__name__, FinishedOutput, find)
