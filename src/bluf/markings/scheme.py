"""What a scheme of markings is: its levels, its caveats, and how they are written."""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property

from msgspec import Struct


class Joining(StrEnum):
    """How a caveat of several portions comes into the banner."""

    ANY = "any"
    """Where any portion has it."""
    CLOSED = "closed"
    """Where any portion has it; it lets nobody but the home country read."""
    RELEASE = "release"
    """Where all portions have it; it names countries, and the banner those that all name."""


class Level(Struct, frozen=True, forbid_unknown_fields=True):
    """A level of a scheme.

    Attributes:
        name: As it is written on a page.
        portion: As it is written before a portion; the name where it is empty.
        weight: 0 for what everybody may read, 1 for what not everybody may, 2 for secrets.
        colour: Colour of its letters, as its owner defines it; empty for none.
        ground: Colour behind them; empty for none.
        also: Other ways of writing it that are read, never written.
    """

    name: str
    portion: str = ""
    weight: int = 1
    colour: str = ""
    ground: str = ""
    also: tuple[str, ...] = ()


class Caveat(Struct, frozen=True, forbid_unknown_fields=True):
    """A caveat of a scheme; the order of a scheme's caveats is that in which they are written.

    Attributes:
        name: As it is written on a page.
        portion: As it is written before a portion; the name where it is empty.
        joins: How it comes into the banner.
        group: Caveats of one group stand together.
        also: Other ways of writing it that are read, never written.
    """

    name: str
    portion: str = ""
    joins: Joining = Joining.ANY
    group: int = 1
    also: tuple[str, ...] = ()


class Scheme(Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """Markings of one owner.

    Attributes:
        name: What it is called.
        levels: From the most open to the most closed.
        caveats: What is added to a level, in the order in which it is written.
        separator: What stands between a level and its caveats, and between groups of these.
        within: What stands between caveats of one group.
        home: The country that stands in every list of a release; empty where there is none.
        unions: Names that stand for several countries.
        exact: Whether a level is written in these very letters, capitals and blanks alike.
        former: Levels by names they had.
    """

    name: str
    levels: tuple[Level, ...]
    caveats: tuple[Caveat, ...] = ()
    separator: str = "//"
    within: str = "/"
    home: str = ""
    unions: dict[str, tuple[str, ...]] = {}
    exact: bool = False
    former: dict[str, str] = {}

    @cached_property
    def closed(self) -> Caveat | None:
        """The caveat that lets only the home country read."""
        return self._joining(Joining.CLOSED)

    @cached_property
    def release(self) -> Caveat | None:
        """The caveat that names countries."""
        return self._joining(Joining.RELEASE)

    def _joining(self, joins: Joining) -> Caveat | None:
        return next((each for each in self.caveats if each.joins is joins), None)


class Marking(Struct, frozen=True):
    """A marking as its scheme reads it.

    Attributes:
        scheme: Whose it is.
        level: Place of its level among those of the scheme, from 0.
        caveats: Names of its caveats; one that the scheme does not know as it was written.
        countries: Who may read it, by its release; None where it says nothing of that.
    """

    scheme: Scheme
    level: int
    caveats: frozenset[str] = frozenset()
    countries: frozenset[str] | None = None

    @property
    def weight(self) -> int:
        """How weighty its level is."""
        return self.scheme.levels[self.level].weight

    @property
    def unknown(self) -> frozenset[str]:
        """Caveats that the scheme does not know."""
        return self.caveats - {each.name for each in self.scheme.caveats}
