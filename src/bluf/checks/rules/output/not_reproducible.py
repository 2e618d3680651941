"""The same data gives two different outputs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.checks.output import FinishedOutput
from bluf.checks.rule import Fault, checked

if TYPE_CHECKING:
    from collections.abc import Iterator


def find(output: FinishedOutput) -> Iterator[Fault]:
    """A fault where a second build gave other bytes."""
    if output.varies:
        hint = "run the command again; if it says the same, report it as a bug of bluf"
        message = "a second build gives another file"
        yield Fault(message, output.location, hint, notes=output.variations)


RULE = checked(__name__, FinishedOutput, find)
