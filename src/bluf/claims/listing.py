"""Lists that a number may count: “three ministers: of trade, of energy and of health”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bluf.languages import language, pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bluf.languages import Figure

_ENTRY = 4
"""An entry of a list has no more words, but the first may follow others."""
_COMMA = re.compile(r"[,，、;；]")


def enumerated(figure: Figure, texts: Iterable[tuple[str, str]], fewest: int) -> bool:
    """Whether a text, with its tag, has a list of as many entries as a figure counts."""
    return figure.unit == "counted" and any(
        size in figure.values and size >= fewest
        for text, tag in texts
        for size in _lists(text, tag)
    )


def _lists(text: str, tag: str) -> Iterator[int]:
    """How many entries each list of a text has: those before “and”, and one behind it."""
    known = language(tag)
    for match in pattern(known.conjunctions, known.script).finditer(text):
        before = _COMMA.split(re.split(r"[.!?:\n]", text[: match.start()])[-1])
        entries = [len(each.split()) for each in reversed(before) if each.strip()]
        long = (number for number, words in enumerate(entries, 1) if words > _ENTRY)
        yield 1 + next(long, len(entries))
