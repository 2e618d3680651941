"""A value that YAML cannot read as it was typed, in quotation marks."""

from __future__ import annotations

import re

from bluf.data.writers.marks import in_marks

_LINE = re.compile(r"(\s*(?:-\s+)*(?:[A-Za-z_][\w ]*?:\s+)?)(\S.*?)\s*\Z")
_SIGNS = "@`%*&!"
"""No value begins with one of these but in quotation marks."""
_OPENED = {"{": "}", "[": "]"}
_COMMENT = re.compile(r"\s+#(?:\s.*)?\Z")
_TAKEN_FOR_COMMENT = re.compile(r"(?<=\S) #(?=[^\s#])")
_CLOSED = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*(?:#.*)?\Z""")


def mended(line: str) -> tuple[str, str] | None:
    """The value of a line and what to write in its place; None where marks are no remedy."""
    match = _LINE.match(line)
    if match is None:
        return None
    head, value = match.groups()
    value = value if value[0] in "\"'" else _COMMENT.sub("", value)
    is_field = head.rstrip().endswith(":")
    return (value, in_marks(value)) if is_field and _needs_marks(value) else None


def cut_short(rest: str) -> tuple[str, str] | None:
    """A value that a “#” cuts short, and what to write in its place; None where none does.

    ``rest`` is its line from the value on: one blank before the sign and none behind it are text,
    as in “item #3”; a comment is written with a blank behind its sign.
    """
    value = _COMMENT.sub("", rest)
    return (value, in_marks(value)) if _TAKEN_FOR_COMMENT.search(value) else None


def _needs_marks(value: str) -> bool:
    first = value[0]
    if first in "\"'":
        return first in value[1:-1] and _CLOSED.fullmatch(value) is None
    if first in _OPENED:
        _, closed, behind = value.rpartition(_OPENED[first])
        is_text = not any(sign in value for sign in (":", ","))
        return bool(closed and behind.strip()) or (is_text and not closed)
    return first in _SIGNS or ": " in value or value.endswith(":")
