"""Portion marks: before every part of a brief, or before none."""

from __future__ import annotations

from msgspec import Struct

from bluf.markings import Scheme, Schemes
from bluf.markings import schemes as shipped_schemes
from bluf.model import Brief, portions


class Marks(Struct, frozen=True):
    """What stands before the parts of one brief.

    Attributes:
        schemes: The schemes of markings.
        scheme: That of the brief; None where each label is read by itself.
        whole: The marking of the brief, which a part has that has none.
        printed: Whether any part has a marking of its own; else none is printed.
    """

    schemes: Schemes
    scheme: Scheme | None
    whole: str
    printed: bool

    def before(self, marking: str | None) -> str:
        """The mark before a part: “(S//NF)”; empty where the brief prints none."""
        return self.schemes.portion(marking or self.whole, self.scheme) if self.printed else ""

    def colours(self) -> tuple[str, str]:
        """The colours of the letters of the brief's marking, and behind them; empty for none."""
        marking = self.schemes.read(self.whole) if self.whole else None
        if marking is None:
            return "", ""
        level = marking.scheme.levels[marking.level]
        return level.colour, level.ground


def marks_of(brief: Brief, schemes: Schemes | None = None) -> Marks:
    """The portion marks of a brief; the shipped schemes count where none are given."""
    schemes = schemes or shipped_schemes()
    own = [portion.marking for portion in portions(brief) if portion.marking]
    whole = brief.marking or ""
    scheme = schemes.scheme_of((whole, *own)) if own else None
    return Marks(schemes, scheme, whole, bool(own))
