"""Strong words in a text: `**so**`, which most texts with marks have, and no other mark.

They need no parser of Markdown, which takes longer to load than a page to fill.
"""

from __future__ import annotations

import re
from typing import Final

_STRONG: Final = re.compile(
    r"(?<![^\s“‘«(\"'])\*\*([^\W_](?:[^*\n]*[^\W_])?)\*\*(?![^\s.,;:!?”’»)\"'])"
)
"""Strong words whose marks can be read in one way alone: they stand against letters on the inside,
and against a blank or a usual mark of punctuation on the outside."""
_UNSURE: Final = re.compile(r"[\\_\[\]]")


def strong_pieces(text: str) -> list[str] | None:
    """The text cut around its strong words, which are each second piece.

    None where it may have other marks.
    """
    if not text.isprintable() or _UNSURE.search(text):
        return None
    pieces = _STRONG.split(text)
    return pieces if text.count("*") == 2 * (len(pieces) - 1) else None
