"""What is reported of two files that differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from octavo.finding import Finding, Level

if TYPE_CHECKING:
    from octavo.location import WordLocation

TEXT: Final = "text-differs"
STRUCTURE: Final = "structure-differs"
STYLE: Final = "style-differs"
PROPERTY: Final = "property-differs"

_WINDOW: Final = 40
_LONGEST: Final = 160


def difference(
    rule: str, place: WordLocation, message: str, before: str = "", after: str = ""
) -> Finding:
    """A finding that shows the two sides, each where it has something to show."""
    notes = tuple(f"{sign} {side}" for sign, side in (("-", before), ("+", after)) if side)
    return Finding(rule, Level.ERROR, message, place, notes=notes)


def changed_text(place: WordLocation, before: str, after: str) -> Finding:
    """Two texts that differ, each cut to the part round the first difference."""
    same = 0
    for old, new in zip(before, after, strict=False):
        if old != new:
            break
        same += 1
    start = max(0, same - _WINDOW)
    return difference(TEXT, place, "the text differs", _cut(before, start), _cut(after, start))


def _cut(text: str, start: int) -> str:
    shown = text[start : start + _LONGEST].replace("\n", "⏎")
    return f"{'…' if start else ''}{shown}{'…' if len(text) > start + _LONGEST else ''}" or "∅"


def quoted(text: str) -> str:
    """A text in quotation marks, cut where it is long."""
    return f"“{_cut(text, 0)}”" if text else "an empty text"
