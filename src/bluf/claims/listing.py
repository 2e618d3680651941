"""What a text itself lists: “three ministers: A, B and C” counts its own entries."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bluf.claims.passages import sentence_end
from bluf.claims.texts import texts
from bluf.languages import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bluf.claims.passages import ClaimContext, SourceSpan
    from bluf.languages import Figure, Language

_OPENS = re.compile(r"[^.!?;:()。：；]{0,60}?(?:[:：(]|\s[–—]\s)\s*")
"""What stands between a number and the list that it counts: “ministers: ”."""
_ENTRY = 4
"""An entry of a list has no more words, but the first may follow others."""
_STRONG, _WEAK = re.compile(r"[;；]"), re.compile(r"[,，、;；]")


def listed(desk: ClaimContext, figure: Figure, after: str) -> str:
    """``3 listed``, where a figure counts what a text lists behind it; else nothing.

    The list may stand in another text of the brief, behind the same number and noun.
    """
    if _counts(figure, after, desk.language):
        return f"{min(figure.values)} listed"
    again = f"{figure.words} {figure.noun}" if figure.noun else ""
    for text in texts(desk.brief) if again else ():
        for match in re.finditer(re.escape(again), text.words, re.IGNORECASE):
            behind = text.words[match.start() + len(figure.words) :]
            if _counts(figure, behind, desk.language):
                return f"{min(figure.values)} listed"
    return ""


def enumerated(figure: Figure, spans: Iterable[SourceSpan], fewest: int) -> bool:
    """Whether evidence has a list of as many entries as a figure counts, which may be these."""
    return figure.unit == "counted" and any(
        size in figure.values and size >= fewest
        for span in spans
        for size in _lists(span.text, span.language)
    )


def _lists(text: str, known: Language) -> Iterator[int]:
    """How many entries each list of a text has: those before “and”, and one behind it."""
    for match in pattern(known.conjunctions, known.script).finditer(text):
        before = _WEAK.split(re.split(r"[.!?;:\n]", text[: match.start()])[-1])
        entries = [len(each.split()) for each in reversed(before) if each.strip()]
        long = (number for number, words in enumerate(entries, 1) if words > _ENTRY)
        yield 1 + next(long, len(entries))


def _counts(figure: Figure, after: str, known: Language) -> bool:
    opens = _OPENS.match(after)
    if opens is None:
        return False
    entries = after[opens.end() : sentence_end(after, opens.end())].partition(")")[0]
    return _entries(entries, known) in figure.values


def _entries(text: str, known: Language) -> int:
    """How many entries a list has; the last one stands behind “and” or a comma."""
    parts = [part for part in _STRONG.split(text) if part.strip()]
    if len(parts) > 1:
        return len(parts)
    parts = [part.strip() for part in _WEAK.split(text) if part.strip()]
    if not parts:
        return 0
    joined = pattern(known.conjunctions, known.script).search(parts[-1], 1)
    return len(parts) + (joined is not None)
