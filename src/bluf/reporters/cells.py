"""Text in the cells of a terminal: how wide it is, and how it breaks into lines."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import accumulate

_PLAIN = re.compile("[\\0-\\xac\\xae-\u02ff\u2010-\u2027\u2030-\u205e\u2190-\u21ff]*")
"""Signs of one column each, Latin letters, dashes, quotation marks and arrows: most texts."""


def width(text: str) -> int:
    """Columns that a text takes: two for a wide character, none for a combining one."""
    if _PLAIN.fullmatch(text):
        return len(text)
    return sum(_columns(character) for character in text)


def wrap(text: str, most: int) -> list[str]:
    """Lines of at most ``most`` columns, broken at blanks; a longer word is cut."""
    lines: list[str] = []
    for paragraph in text.splitlines() or [""]:
        if len(paragraph) <= most and _PLAIN.fullmatch(paragraph):
            lines.append(" ".join(paragraph.split()))
            continue
        line = ""
        for word in paragraph.split():
            if line and width(line) + 1 + width(word) > most:
                lines.append(line)
                line = ""
            line = f"{line} {word}" if line else word
            while width(line) > most and len(line) > 1:
                cut = _fitting(line, most)
                lines.append(line[:cut])
                line = line[cut:]
        lines.append(line)
    return lines


def pad(text: str, columns: int) -> str:
    """The text with blanks up to a width."""
    return text + " " * (columns - width(text))


@cache
def _columns(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in {"Cf", "Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def _fitting(text: str, most: int) -> int:
    """How many characters of a text fit; at least one."""
    ends = accumulate(_columns(character) for character in text)
    return max(sum(1 for end in ends if end <= most), 1)
