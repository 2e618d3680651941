"""Findings as text for people, and in the formats that CI servers and editors read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

from octavo.door import door

if TYPE_CHECKING:
    from bluf.reporters.cells import pad, width, wrap
    from bluf.reporters.escape import harmless, shown
    from bluf.reporters.text import in_colour
    from octavo.finding import Finding

    Answers = Mapping[str, Sequence[object]]
    """What else a command answered, by kind: what JSON can hold."""
    Report = Callable[..., str]

__all__ = ["REPORTERS", "harmless", "in_colour", "pad", "shown", "width", "wrap"]

if not TYPE_CHECKING:  # a checker knows the names above, and refuses others
    __getattr__, __dir__ = door(__name__)


def _reporter(name: str) -> Report:
    """The ``report`` of a module of this room, which is loaded when it is first used."""

    def report(findings: Sequence[Finding], answers: Answers | None = None) -> str:
        module = import_module(f"bluf.reporters.{name}")
        made: str = (
            module.report(findings, answers) if name in _ANSWERING else module.report(findings)
        )
        return made

    return report


_ANSWERING = ("json",)
"""The formats that can hold more than findings."""
REPORTERS: Mapping[str, Report] = MappingProxyType(
    {name: _reporter(name) for name in ("text", "json", "github", "sarif", "junit")}
)
"""Each turns findings, in the order given, into a report that ends in a line feed or is empty."""
