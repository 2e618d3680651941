"""The same words, written otherwise: other capitals, hyphens, points or spaces."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bluf.evidence import Likeness

if TYPE_CHECKING:
    from bluf.evidence import Searchable

_MOST = 200
"""More words than these are likened word by word."""


def written_otherwise(source: Searchable, words: str) -> Likeness | None:
    """Where a source has some words with other capitals, or other signs between them."""
    plain = re.findall(r"\w+", words)
    if not plain or len(plain) > _MOST:
        return None
    joined = r"\W{1,3}".join(map(re.escape, plain))
    match = re.search(rf"(?<!\w){joined}(?!\w)", source.text, re.IGNORECASE)
    if match is None:
        return None
    span = source.span(*match.span())
    found = source.source.text[slice(*span)]
    reason = "the source writes it otherwise: capital letters, or the signs between the words"
    lines = (f"source: {found}", f"quoted: {words}")
    return Likeness(source.place(match.start()), found, span, 1.0, reason, lines)
