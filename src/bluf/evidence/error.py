"""The error of a source that cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.finding import Finding, FindingsError, Level

if TYPE_CHECKING:
    from octavo.location import Location


class SourceError(FindingsError):
    """A source was refused: it is missing, unreadable, unsafe or too large."""


def refusal(rule: str, message: str, location: Location, hint: str = "") -> SourceError:
    """The error for a source with one fault."""
    return SourceError([Finding(rule, Level.ERROR, message, location, hint=hint)])
