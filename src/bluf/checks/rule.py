"""What a check is: the function that finds the fault of a rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, ClassVar, Generic, Protocol, TypeVar

from msgspec import Struct
from msgspec.structs import astuple

from bluf.rules import finding
from octavo.finding import Finding, Fix

if TYPE_CHECKING:
    from octavo.location import Location

S = TypeVar("S")


class Subject(Protocol):
    """What checks read: ``groups`` names the groups of rules that are about it."""

    groups: ClassVar[tuple[str, ...]]


class Fault(Struct, frozen=True):
    """What a check yields: the fields of a `Finding` behind its rule and level."""

    message: str
    location: Location
    hint: str = ""
    excerpt: str = ""
    notes: tuple[str, ...] = ()
    fix: Fix | None = None


class Check(Struct, Generic[S], frozen=True):
    """One check: the name of its rule, and what yields a fault for each place."""

    rule: str
    find: Callable[[S], Iterable[Fault]]

    def findings(self, subject: S) -> Iterator[Finding]:
        """The findings in a subject."""
        for fault in self.find(subject):
            yield finding(self.rule, *astuple(fault))


def check(find: Callable[[S], Iterable[Fault]]) -> Check[S]:
    """The check of the rule that a function of ``checks/rules/`` is named after."""
    return Check(find.__name__.replace("_", "-"), find)
