"""Marks: numbers that stand for tags, from the template down to an error message."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from msgspec import Struct, field

from octavo.expressions import LIMIT, LIMITS, Fault
from octavo.finding import Finding, Level
from octavo.ooxml import places_of, qn

if TYPE_CHECKING:
    from collections.abc import Iterable

    from octavo.expressions import Sandbox, Step
    from octavo.location import WordLocation
    from octavo.ooxml import Package


class Spot(Struct, frozen=True):
    """Where a tag stands: its part, and the number of its paragraph in it, counted from 0."""

    part: str
    paragraph: int | None = None


class Mark(Struct, frozen=True):
    """One tag: where it stands, and how its author typed it."""

    spot: Spot
    source: str


class Flaw(Struct, frozen=True):
    """A fault at a mark; where ``other`` is given, the message goes on with its place."""

    mark: int
    fault: Fault
    other: int | None = None
    level: Level = Level.ERROR


class EnoughError(Exception):
    """A template has reached a limit; what is wrong with it is noted."""


class Register(Struct):
    """The marks of one template, as they are given out while it is compiled.

    Attributes:
        sandbox: The filters, tests and functions that the tags may use.
        marks: The marks.
        flaws: The faults so far.
        calling: The steps that may define or call something.
        errors: How many of them are errors.
        tags: How many of the marks stand for tags of the author's.
    """

    sandbox: Sandbox
    marks: list[Mark] = field(default_factory=list)
    flaws: list[Flaw] = field(default_factory=list)
    calling: list[Step] = field(default_factory=list)
    errors: int = 0
    tags: int = 0

    def add(self, spot: Spot, source: str) -> int:
        """A new mark."""
        self.marks.append(Mark(spot, source))
        return len(self.marks) - 1

    def refuse(
        self, mark: int, fault: Fault, other: int | None = None, level: Level = Level.ERROR
    ) -> None:
        """Note a fault.

        Raises:
            EnoughError: There are so many that more would help nobody.
        """
        self.flaws.append(Flaw(mark, fault, other, level))
        if level is Level.ERROR:
            self.errors += 1
        if self.errors == LIMITS.flaws:
            self.end(mark, f"it is one of more than {LIMITS.flaws} faults, and no more are sought")

    def end(self, mark: int, message: str) -> NoReturn:
        """Note that a limit is reached, and look no further.

        Raises:
            EnoughError: Always.
        """
        self.flaws.append(Flaw(mark, Fault(LIMIT, message)))
        raise EnoughError


class Locator(Struct, frozen=True):
    """Turns marks into places of the template as people count them."""

    package: Package
    marks: tuple[Mark, ...]

    def findings(self, flaws: Iterable[Flaw]) -> tuple[Finding, ...]:
        """The faults as findings, in the order of the template."""
        ordered = sorted(flaws, key=lambda flaw: flaw.mark)
        if not ordered:
            return ()
        places = self._places({flaw.mark for flaw in ordered} | {f.other or 0 for f in ordered})
        return tuple(self._finding(flaw, places) for flaw in ordered)

    def _finding(self, flaw: Flaw, places: dict[int, WordLocation]) -> Finding:
        source = self.marks[flaw.mark].source
        message = f"in “{source}”, {flaw.fault.message}"
        if flaw.other is not None:
            message += f" “{self.marks[flaw.other].source}” ({places[flaw.other].place})"
        return Finding(
            flaw.fault.rule, flaw.level, message, places[flaw.mark], flaw.fault.hint, source
        )

    def locate(self, marks: Iterable[int]) -> dict[int, WordLocation]:
        """The place of each mark."""
        return self._places(set(marks))

    def _places(self, wanted: set[int]) -> dict[int, WordLocation]:
        """Places, from the parts as the file holds them."""
        main = self.package.parts[self.package.main].root
        places = places_of(self.package, main)
        found: dict[int, WordLocation] = {}
        paragraphs: dict[str, list[object]] = {}
        for mark in sorted(wanted & set(range(len(self.marks)))):
            spot = self.marks[mark].spot
            if spot.paragraph is None:
                found[mark] = places.of_part(spot.part)
                continue
            if spot.part not in paragraphs:
                root = self.package.parts[spot.part].root
                paragraphs[spot.part] = list(root.iter(qn("w:p")))
            element = paragraphs[spot.part][spot.paragraph]
            found[mark] = places.of(element, spot.part)  # type: ignore[arg-type]  # an element
        return found
