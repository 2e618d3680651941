"""How the data room refuses input."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from bluf.characters import quoted
from bluf.data import limits
from bluf.rules import finding
from octavo.finding import Finding, FindingsError
from octavo.location import Location, SheetLocation, TextLocation

if TYPE_CHECKING:
    from bluf.data.lines import Lines


class DataError(FindingsError):
    """A data file was refused; ``findings`` holds every fault, in the order of the file."""


def where(location: Location) -> str:
    """A place within the file at hand: ``line 12``, ``Requests!C7``."""
    if isinstance(location, SheetLocation):
        return location.place
    return f"line {location.line}" if isinstance(location, TextLocation) else str(location)


def duplicate_key(key: str, location: Location, earlier: Location, excerpt: str) -> Finding:
    """The finding for a key that stands twice in one record, at its second place."""
    message = f"{quoted(key)} occurs here a second time; the first is in {where(earlier)}"
    return finding("duplicate-key", message, location, "keep one of the two", excerpt)


TOO_LARGE = f"the file holds over {limits.NODES:,} values, or nests over {limits.DEPTH} deep"
ONE_BRIEF = "a data file holds one brief"


def too_large(lines: Lines, at: int) -> Finding:
    """The finding for a text of more values, or deeper ones, than `bluf.data.limits` admits."""
    return lines.fault("limit-exceeded", TOO_LARGE, at, ONE_BRIEF)


def listed(findings: list[Finding]) -> list[Finding]:
    """The first findings; the last of them counts those that are left out."""
    listed = findings[: limits.FINDINGS]
    rest = len(findings) - len(listed)
    if rest:
        listed[-1] = replace(listed[-1], notes=(f"… and {rest:,} more findings",))
    return listed
