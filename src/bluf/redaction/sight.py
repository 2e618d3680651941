"""What of one brief an audience may see, and its texts: in its own version, else as they are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from bluf.data import version
from bluf.markings import Clearance, Scheme, Schemes, banner
from bluf.model import VERSIONED, Brief, portions
from bluf.rules import finding
from octavo.finding import Finding

if TYPE_CHECKING:
    from bluf.data import DataFile


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


_HEAD = ("to", "through", "from", "cc", "reference", "contact")
TEXTS_OF = {name: "head" if name in _HEAD else name for name in VERSIONED}
"""The marking that each text has, by the name of its field."""
_LISTS = ("through", "cc", "lines_to_take")
_NEEDED = ("title", "to", "from", "bottom_line")
"""What no brief can do without."""
_DECIDED = ("background", "comment", "lines_to_take")
"""What is left out only where it has a marking of its own: else nobody may have thought of it."""


class Told(Struct, frozen=True):
    """One text for an audience.

    Attributes:
        name: Its field, by its name in a data file.
        value: A text, a tuple of them, or None where it is left out.
        marking: Its marking.
        node: Where its version stands; None where it has none.
        fault: Why there is no version that the audience may see.
    """

    name: str
    value: Any
    marking: str = ""
    node: Any = None
    fault: Finding | None = None

    @property
    def field(self) -> str:
        """The name of its field in Python."""
        return "from_" if self.name == "from" else self.name


def told(data: DataFile, sight: AudienceSight, audience: str) -> Iterator[Told]:
    """Every text that the record has, for one audience."""
    for name in VERSIONED:
        if getattr(data.brief, "from_" if name == "from" else name):
            yield _told(name, data, sight, audience)


def marking_of(data: DataFile, name: str) -> str | None:
    """The marking that a text has of its own, by the name of its field."""
    return getattr(data.brief.portions, TEXTS_OF[name])  # type: ignore[no-any-return]


def _told(name: str, data: DataFile, sight: AudienceSight, audience: str) -> Told:
    own = version(data.places, name, audience)
    if own is not None and own.texts:
        marking = own.marking or sight.ceiling()
        if not sight.sees(marking):
            return Told(name, None, fault=_beyond(name, data, audience, marking))
        value = own.texts if name in _LISTS else " ".join(own.texts)
        return Told(name, value, marking, own.node)
    marking = marking_of(data, name) or sight.whole
    if sight.sees(marking):
        field = "from_" if name == "from" else name
        return Told(name, getattr(data.brief, field), marking)
    undecided = name in _DECIDED and not marking_of(data, name)
    if name in _NEEDED or undecided:
        return Told(name, None, fault=_lacking(name, data, audience, marking))
    return Told(name, None)


def _lacking(name: str, data: DataFile, audience: str, marking: str) -> Finding:
    shown = name.replace("_", " ")
    where = data.places.at(name)
    marked = f"marked “{marking}”" if marking else "not marked"
    return finding(
        "audience-text-missing",
        f"“{shown}” is {marked}, and has no version that “{audience}” may read",
        where,
        f"write one: “{name}: {{all: …, {audience}: …}}”; or give it a marking of its own: "
        f"“portions: {{{TEXTS_OF[name]}: …}}”",
        data.excerpt(where),
    )


def _beyond(name: str, data: DataFile, audience: str, marking: str) -> Finding:
    where = data.places.at(name, audience)
    return finding(
        "audience-text-missing",
        f"the version of “{name.replace('_', ' ')}” for “{audience}” is marked “{marking}”, which "
        "that audience may not see",
        where,
        "give it a marking that the audience may see, and words that have it",
        data.excerpt(where),
    )
