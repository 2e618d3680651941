"""A value that YAML cannot read as it was typed, in quotation marks."""

from __future__ import annotations

import re

from bluf.data.writers.marks import in_marks

_LINE = re.compile(r"(\s*(?:-\s+)*(?:[A-Za-z_][\w ]*?:\s+)?)(\S.*?)\s*\Z")
_SIGNS = "@`%*&!"
"""No value begins with one of these but in quotation marks."""
_OPENED = {"{": "}", "[": "]"}
_CLOSED = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*(?:#.*)?\Z""")


def mended(line: str) -> tuple[str, str] | None:
    """The value of a line and what to write in its place; None where marks are no remedy."""
    match = _LINE.match(line)
    if match is None:
        return None
    head, value = match.groups()
    is_field = head.rstrip().endswith(":")
    return (value, in_marks(value)) if is_field and _needs_marks(value) else None


def _needs_marks(value: str) -> bool:
    first = value[0]
    if first in "\"'":
        return first in value[1:-1] and _CLOSED.fullmatch(value) is None
    if first in _OPENED:
        return not any(sign in value for sign in (_OPENED[first], ":", ","))
    return first in _SIGNS or ": " in value or value.endswith(":")
