"""How the data room refuses input, and the names of its rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from bluf.data import limits
from bluf.data.characters import quoted
from octavo.finding import Finding, FindingsError, Level
from octavo.location import SheetLocation, TextLocation

if TYPE_CHECKING:
    from octavo.location import Location

RULES = {
    "file-unreadable": "the file is not there, or is no ordinary file",
    "file-format": "no reader knows this kind of file",
    "encoding": "the bytes are not text in UTF-8, or in UTF-16 with a byte order mark",
    "bad-character": "a control character or half a surrogate pair, which no document can hold",
    "data-syntax": "the file breaks the grammar of its format, or uses a part of it we refuse",
    "duplicate-key": "one key stands twice in one record",
    "limit-exceeded": "the file is larger or more deeply nested than any brief",
    "data-type": "a value is of another kind than its field: a list where text belongs",
    "unknown-key": "a record has no such field",
    "missing-key": "a record lacks a field it needs",
    "empty-value": "a field that needs a value has none",
    "unknown-word": "a value is not a word of the field's closed vocabulary",
    "date-format": "a date is not written year-month-day",
    "impossible-date": "a date names a day that no calendar has",
    "bad-id": "an id, or a reference to another brief, is not written as one",
    "bad-value": "a value is outside what its field allows",
    "dangling-id": "a reference names an id that the file does not define",
    "participant-unknown-party": "a participant names a party that the file does not define",
    "duplicate-id": "two items have one id",
    "bidi-control": "a value holds a character that reorders the text around it",
    "mixed-script": "a word mixes letters of two scripts that look alike",
    "external-content": "a workbook refers to another file; only the stored value is read",
    "xml-unsafe": "a workbook's XML declares a document type or entities",
    "package-invalid": "a workbook is not a sound package",
    "package-unsupported": "a file is not the workbook its name says",
    "package-encrypted": "a workbook is locked with a password",
    "macro-content": "a workbook carries macros",
}
"""Every rule of this room, by name, with what it finds."""


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
    """A finding of level error."""
    return Finding(rule, Level.ERROR, message, location, hint, excerpt)


def duplicate_key(key: str, location: Location, earlier: Location, excerpt: str) -> Finding:
    """The finding for a key that stands twice in one record, at its second place."""
    message = f"{quoted(key)} stands here a second time; the first is in {where(earlier)}"
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
