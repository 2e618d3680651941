"""Findings as text for people, and in the formats that CI servers and editors read."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from bluf.reporters import github, json, junit, sarif, text
from bluf.reporters.text import in_colour

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from bluf.finding import Finding

__all__ = ["REPORTERS", "in_colour"]

REPORTERS: Mapping[str, Callable[[Sequence[Finding]], str]] = MappingProxyType(
    {
        "text": text.report,
        "json": json.report,
        "github": github.report,
        "sarif": sarif.report,
        "junit": junit.report,
    }
)
"""Each turns findings, in the order given, into a report that ends in a line feed or is empty."""
