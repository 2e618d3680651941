"""Findings as text for people, and in the formats that CI servers and editors read."""

from __future__ import annotations

from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from octavo.finding import Finding

    Report = Callable[[Sequence[Finding]], str]

__all__ = ["REPORTERS"]


def _reporter(name: str) -> Report:
    """The ``report`` of a module of this room, which is loaded when it is first used."""

    def report(findings: Sequence[Finding]) -> str:
        made: str = import_module(f"bluf.reporters.{name}").report(findings)
        return made

    return report


REPORTERS: Mapping[str, Report] = MappingProxyType(
    {name: _reporter(name) for name in ("text", "json", "github", "sarif", "junit")}
)
"""Each turns findings, in the order given, into a report that ends in a line feed or is empty."""
