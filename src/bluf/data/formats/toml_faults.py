"""What the standard library says of a text that is no TOML, in words for those who write it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import tomllib

    from bluf.data.lines import Lines
    from octavo.finding import Finding

_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")
_QUOTE = "put a text in double quotation marks, and a date as 2025-08-06"
_WORDS = {
    "Expected '=' after a key": ("an equals sign is missing after a key", 'write key = "value"'),
    "Invalid value": ("this is not a value", _QUOTE),
    "Invalid date": ("this is not a day of the calendar", "write a day that there is"),
    "Invalid statement": (
        "this is neither a field nor the heading of a table",
        'write key = "value", or [table]',
    ),
    "Expected newline": ("something follows a value on its line", _QUOTE),
    "Unterminated string": ("this quotation mark is never closed", "close it"),
    "Illegal character": (
        "a text in single marks stands on one line, without control characters",
        'close it there, or put it in three marks: """',
    ),
    "Unescaped": (
        "a backslash in double quotation marks begins an escape, and this is not one",
        "write “\\\\”, or use single quotation marks",
    ),
    "Escaped character": (
        "this escape names half a surrogate pair, which is not a character",
        "write the character itself",
    ),
    "Unclosed array": ("a list is not closed, or a comma is missing in it", "close it with “]”"),
    "Unclosed inline": ("an inline table is not closed", "close it with “}” on its line"),
    "Expected '\"": ("these three quotation marks are never closed", "close them"),
    "Expected \"'": ("these three quotation marks are never closed", "close them"),
    "Expected ']": ("the heading of a table is not closed", "close it with “]”"),
    "Invalid initial character": ("a key is missing here", "delete the comma, or write the key"),
    "Cannot": ("this is set a second time", "keep one of the two"),
    "Duplicate": ("this key occurs here a second time", "keep one of the two"),
}
_RULES = {
    "Invalid date": "impossible-date",
    "Escaped character": "bad-character",
    "Cannot": "duplicate-key",
    "Duplicate": "duplicate-key",
}


def syntax_fault(error: tomllib.TOMLDecodeError, lines: Lines, lost: int) -> Finding:
    """The finding for what the standard library refuses.

    ``lost`` is where our reader found no way on; it counts where the library names only the end.
    """
    said = str(error)
    start = next((start for start in _WORDS if said.startswith(start)), "")
    message, hint = _WORDS.get(start, ("this is not TOML", 'write fields as key = "value"'))
    rule = _RULES.get(start, "data-syntax")
    return lines.fault(rule, message, _offset(said, lines, lost), hint)


def _offset(said: str, lines: Lines, lost: int) -> int:
    match = _PLACE.search(said)
    return lines.starts[int(match[1]) - 1] + int(match[2]) - 1 if match else lost
