"""One value in YAML: plain where nobody can misread it, else in quotation marks or as a block."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING

from bluf.data.writers.marks import in_marks

if TYPE_CHECKING:
    import datetime as dt

_AMBIGUOUS = re.compile(
    r"~|null|true|false|yes|no|on|off|y|n|<<|="
    r"|[-+]?[\d._,]+(?:e[-+]?\d+)?|[-+]?0[xob][\da-f_]+|[-+]?\.(?:inf|nan)|\.nan"
    r"|[-+]?\d[\d_]*(?::\d+)+(?:\.\d*)?|\d{4}-\d\d?-\d\d?(?:[Tt ].*)?",
    re.IGNORECASE,
)
"""Words and numbers that some reader of YAML takes for something else than text."""
_MARKS_FIRST = "-?:,[]{}#&*!|>'\"%@`"
_NEVER_PLAIN = re.compile(r":(?:\s|$)|\s#|[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]|^(?:---|\.\.\.)")
_NEVER_IN_FLOW = re.compile(r"[,\[\]{}]|:")
_NEVER_IN_BLOCK = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
_FOLDED_FROM = 60
"""Characters from which a text is broken over lines rather than put in quotation marks."""


def flow_scalar(value: str | int | dt.date) -> str | None:
    """The value on one line, within braces or brackets; None for a text of several lines."""
    if not isinstance(value, str):
        return _plain_word(value)
    if "\n" in value:
        return None
    is_plain = _is_plain(value) and not _NEVER_IN_FLOW.search(value)
    return value if is_plain else in_marks(value)


def block_scalar(value: str | int | dt.date, width: int, start: str) -> list[str]:
    """The value behind ``start``, over as many lines as it takes."""
    if not isinstance(value, str):
        return [_plain_word(value)]
    if len(start) + 1 + len(value) <= width and _is_plain(value):
        return [value]
    if "\n" in value and _is_literal(value):
        return ["|-", *value.split("\n")]
    if len(value) > _FOLDED_FROM and len(start) + len(value) > width and _is_foldable(value):
        lines = textwrap.wrap(value, width, break_long_words=False, break_on_hyphens=False)
        return [">-", *lines]
    return [value if _is_plain(value) else in_marks(value)]


def _plain_word(value: int | dt.date) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _is_plain(text: str) -> bool:
    return (
        bool(text)
        and text == text.strip()
        and text[0] not in _MARKS_FIRST
        and _AMBIGUOUS.fullmatch(text) is None
        and _NEVER_PLAIN.search(text) is None
    )


def _is_literal(text: str) -> bool:
    """Whether a block keeps the text: no line of it begins or ends with a blank."""
    lines = text.split("\n")
    return _NEVER_IN_BLOCK.search(text) is None and all(line == line.strip() for line in lines)


def _is_foldable(text: str) -> bool:
    """Whether the text can be broken at any blank: blanks stand alone, between words."""
    return _NEVER_IN_BLOCK.search(text) is None and text == " ".join(text.split())
