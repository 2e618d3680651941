"""What of one brief an audience may see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.markings import banner
from bluf.model import portions

if TYPE_CHECKING:
    from bluf.markings import Clearance, Scheme, Schemes
    from bluf.model import Brief


class Audience(Struct, frozen=True):
    """An audience, as the settings name it.

    Attributes:
        name: Its name; no output tells it.
        clearance: What it may see.
        language: Language of the labels; that of the brief where it is empty.
    """

    name: str
    clearance: Clearance
    language: str = ""


class AudienceSight(Struct, frozen=True):
    """What an audience may see of one brief.

    Attributes:
        clearance: What the audience is cleared for.
        schemes: The schemes of markings.
        scheme: That of the brief; None where each label is read by itself.
        whole: The marking of the brief, which a part has that has none of its own.
    """

    clearance: Clearance
    schemes: Schemes
    scheme: Scheme | None
    whole: str

    def sees(self, marking: str | None, around: str | None = None) -> bool:
        """Whether it sees a part, by its own marking, else by that of what is around it."""
        label = marking or around or self.whole
        return self.schemes.may_see(self.clearance, label, self.scheme)

    def ceiling(self) -> str:
        """The marking of a text that was written for the audience and has none of its own."""
        found = self.clearance.ceiling(self.scheme) if self.scheme else None
        return banner(found) if found else next(iter(self.clearance.levels), self.whole)


def sight_of(brief: Brief, clearance: Clearance, schemes: Schemes) -> AudienceSight:
    """What an audience may see of a brief, by the scheme that reads all of its markings."""
    whole = brief.marking or ""
    own = [portion.marking for portion in portions(brief) if portion.marking]
    return AudienceSight(clearance, schemes, schemes.scheme_of((whole, *own)), whole)
