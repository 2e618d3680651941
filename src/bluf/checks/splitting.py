"""Prose cut into sentences, as far as its signs tell; an abbreviation ends none."""

from __future__ import annotations

import re

_END = re.compile(r"""[.!?…]["”’»)\]]*\s+(?=["“„‘«(\[]*[^\W\d_a-zа-я])""")
_ABBREVIATION = re.compile(
    r"(?:\b(?:[^\W\d_]|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sen|Rep|Gov|Amb|St|vs|cf)"
    r"|\b[^\W\d_]\.[^\W\d_])\.$"
)


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text, in order."""
    found, start = [], 0
    for match in _END.finditer(text):
        if not _ABBREVIATION.search(text, start, match.start() + 1):
            found.append(text[start : match.end()].strip())
            start = match.end()
    return tuple(sentence for sentence in (*found, text[start:].strip()) if sentence)
