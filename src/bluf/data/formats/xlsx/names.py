"""Names of SpreadsheetML (ISO/IEC 29500-1, 18)."""

from __future__ import annotations

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HYPERLINK = f"{RELATIONSHIPS}/hyperlink"


def x(name: str) -> str:
    """The full name of an element of SpreadsheetML."""
    return f"{{{MAIN}}}{name}"


def whole(text: str | None) -> int:
    """The whole number that an attribute holds; 0 where it holds none."""
    return int(text) if text and text.isdecimal() else 0


def letters(column: int) -> str:
    """The name of a column, counted from 0: ``A``, ``Z``, ``AA``."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def column_of(name: str) -> int:
    """The number of a column, counted from 0."""
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
