"""Texts that stand in any XML as they are."""

from __future__ import annotations

import re
from typing import Final

SPECIAL: Final = re.compile('[\0-\x1f"&<>\\\\\x7f-\x9f\ud800-\udfff\ufffe\uffff]')
"""Characters that are markup somewhere, or break a line, or are none of XML."""
_STRONG: Final = re.compile(
    r"(?<![^\s“‘«(\"'])\*\*([^\W_](?:[^*\n]*[^\W_])?)\*\*(?![^\s.,;:!?”’»)\"'])"
)
"""Strong words whose marks can be read in one way alone: they stand against letters on the inside,
and against a blank or a usual mark of punctuation on the outside."""
_UNSURE: Final = re.compile(r"[\\_\[\]]")


def is_plain(text: str) -> bool:
    """Whether no character of a text means anything to XML or to Word."""
    return SPECIAL.search(text) is None


_BREAKING: Final = re.compile("[\0-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters that break a line, or are none of XML."""


def breaks(text: str) -> bool:
    """Whether a text holds a line break, a tab, or what is no character of XML."""
    return _BREAKING.search(text) is not None


def strong_pieces(text: str) -> list[str] | None:
    """The text cut around its strong words, which are each second piece.

    None where it may have other marks.
    """
    if not text.isprintable() or _UNSURE.search(text):
        return None
    pieces = _STRONG.split(text)
    return pieces if text.count("*") == 2 * (len(pieces) - 1) else None
