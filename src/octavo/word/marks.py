"""Marks: numbers that stand for tags, from the template down to an error message."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, NoReturn

from lxml import etree
from msgspec import Struct, field

from octavo.expressions import LIMIT, LIMITS, Fault, Sandbox, Step
from octavo.finding import Finding, Level
from octavo.location import WordLocation
from octavo.ooxml import places_of, qn

if TYPE_CHECKING:
    from octavo.ooxml import Package


class TagPlace(Struct, frozen=True):
    """Where a tag stands: its part, and the number of its paragraph in it, counted from 0.

    ``origin`` says the same of a paragraph of another file: the number of the file, the number of
    the paragraph, its part.
    """

    part: str
    paragraph: int | None = None
    origin: str = ""


class Mark(Struct, frozen=True):
    """One tag: where it stands, and how its author typed it."""

    place: TagPlace
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
        not_taken: Why a tag takes no file in, by the tag as it was typed.
        errors: How many of them are errors.
        tags: How many of the marks stand for tags of the author's.
    """

    sandbox: Sandbox
    marks: list[Mark] = field(default_factory=list)
    flaws: list[Flaw] = field(default_factory=list)
    calling: list[Step] = field(default_factory=list)
    not_taken: Mapping[str, tuple[Fault, ...]] = field(default_factory=dict)
    errors: int = 0
    tags: int = 0

    def add(self, place: TagPlace, source: str) -> int:
        """A new mark."""
        self.marks.append(Mark(place, source))
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
    """Turns marks into places of the template, or of a file it takes in, as people count them."""

    package: Package
    marks: Sequence[Mark]
    origins: tuple[Package, ...] = ()

    def findings(self, flaws: Iterable[Flaw]) -> tuple[Finding, ...]:
        """The faults as findings, in the order of the template."""
        ordered = sorted(flaws, key=lambda flaw: flaw.mark)
        if not ordered:
            return ()
        places = self.locate({flaw.mark for flaw in ordered} | {f.other or 0 for f in ordered})
        return tuple(self._finding(flaw, places) for flaw in ordered)

    def _finding(self, flaw: Flaw, places: dict[int, WordLocation]) -> Finding:
        source = self.marks[flaw.mark].source
        message = f"in “{source}”, {flaw.fault.message}"
        place = places[flaw.mark]
        if flaw.other is not None:
            other = places[flaw.other]
            where = other.place if other.path == place.path else other
            message += f" “{self.marks[flaw.other].source}” ({where})"
        return Finding(flaw.fault.rule, flaw.level, message, place, flaw.fault.hint, source)

    def locate(self, marks: Iterable[int]) -> dict[int, WordLocation]:
        """The place of each mark, from the parts as their files hold them."""
        readers: dict[int, _Reader] = {}

        def reader(package: Package) -> _Reader:
            if id(package) not in readers:
                readers[id(package)] = _Reader(package)
            return readers[id(package)]

        return {
            mark: self._place(self.marks[mark].place, reader)
            for mark in sorted({*marks} & {*range(len(self.marks))})
        }

    def _place(self, place: TagPlace, reader: Callable[[Package], _Reader]) -> WordLocation:
        if place.origin:
            file, paragraph, part = place.origin.split(" ", 2)
            return reader(self.origins[int(file)]).place(part, int(paragraph))
        return reader(self.package).place(place.part, place.paragraph)


class _Reader:
    """The places of one file."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._places = places_of(package, package.parts[package.main].root)
        self._paragraphs = cache(self._read)

    def place(self, part: str, paragraph: int | None) -> WordLocation:
        """The place of a paragraph of a part, or of the part."""
        if paragraph is None:
            return self._places.of_part(part)
        return self._places.of(self._paragraphs(part)[paragraph], part)

    def _read(self, part: str) -> list[etree._Element]:
        return list(self._package.parts[part].root.iter(qn("w:p")))
