"""How the data room refuses input."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from bluf.characters import quoted
from bluf.data import limits
from bluf.rules import finding
from octavo.finding import FindingsError
from octavo.location import SheetLocation, TextLocation

if TYPE_CHECKING:
    from octavo.finding import Finding
    from octavo.location import Location


class DataError(FindingsError):
    """A data file was refused; ``findings`` holds every fault, in the order of the file."""


def where(location: Location) -> str:
    """A place within the file at hand: ``line 12``, ``Requests!C7``."""
    if isinstance(location, SheetLocation):
        return location.place
    return f"line {location.line}" if isinstance(location, TextLocation) else str(location)


def fault(
    rule: str, message: str, location: Location, hint: str = "", excerpt: str = ""
) -> Finding:
    """A finding by a rule of the data file, at the level of the rule."""
    return finding(rule, message, location, hint, excerpt)


def duplicate_key(key: str, location: Location, earlier: Location, excerpt: str) -> Finding:
    """The finding for a key that stands twice in one record, at its second place."""
    message = f"{quoted(key)} occurs here a second time; the first is in {where(earlier)}"
    return fault("duplicate-key", message, location, "keep one of the two", excerpt)


def too_large(location: Location, excerpt: str) -> Finding:
    """The finding for a file of more values, or deeper ones, than `bluf.data.limits` admits."""
    message = f"the file holds over {limits.NODES:,} values, or nests over {limits.DEPTH} deep"
    hint = "a data file holds one brief"
    return fault("limit-exceeded", message, location, hint, excerpt)


def listed(findings: list[Finding]) -> list[Finding]:
    """The first findings; the last of them counts those that are left out."""
    listed = findings[: limits.FINDINGS]
    rest = len(findings) - len(listed)
    if rest:
        listed[-1] = replace(listed[-1], notes=(f"… and {rest:,} more findings",))
    return listed
