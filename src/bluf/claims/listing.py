"""What a text itself lists: “three ministers: A, B and C” counts its own entries."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bluf.claims.judgement import Basis
from bluf.claims.passages import sentence_end
from bluf.claims.texts import texts
from bluf.languages import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bluf.claims.passages import ClaimContext, SourceSpan
    from bluf.languages import Figure, Language

_OPENS = re.compile(r"[^.!?;:()。：；]{0,60}?(?:[:：(]|\s[–—]\s)\s*")
"""What stands between a number and the list that it counts: “ministers: ”."""
_ENTRY = 4
"""An entry of a list has no more words; the first may follow others."""
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


def enumerated(figure: Figure, spans: Iterable[SourceSpan]) -> Basis | None:
    """The evidence where it lists as many entries as a figure counts."""
    if figure.unit != "counted":
        return None
    for span in spans:
        for match in pattern(span.language.conjunctions, span.language.script).finditer(span.text):
            chunks = _WEAK.split(re.split(r"[.!?;:\n]", span.text[: match.start()])[-1])
            entries = [each for each in chunks[::-1] if each.strip()]
            size = 1 + next(
                (n for n, each in enumerate(entries, 1) if len(each.split()) > _ENTRY), len(entries)
            )
            if size in figure.values:
                return Basis(span, match.start(), f"{size} listed")
    return None


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
