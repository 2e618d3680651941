"""What a check is: the function that finds the fault of a rule."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Generic, Protocol, TypeVar

from msgspec import Struct

from bluf.rules import finding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from octavo.finding import Finding, Fix
    from octavo.location import Location

S = TypeVar("S")


class Subject(Protocol):
    """What checks read: ``groups`` names the groups of rules that are about it."""

    groups: ClassVar[tuple[str, ...]]


class Fault(Struct, frozen=True):
    """What a check yields: a finding without the rule's name and level.

    The fields mean what they mean in `Finding`.
    """

    message: str
    location: Location
    hint: str = ""
    excerpt: str = ""
    notes: tuple[str, ...] = ()
    fix: Fix | None = None


class Check(Struct, Generic[S], frozen=True):
    """One check.

    Attributes:
        rule: Name of its rule: ``follow-up-without-owner``.
        subject: What its function reads.
        find: Yields a fault for each place.
    """

    rule: str
    subject: type[S]
    find: Callable[[S], Iterable[Fault]]

    def check(self, subject: object) -> Iterator[Finding]:
        """The findings in a subject; none where the check is about another kind of subject."""
        if not isinstance(subject, self.subject):
            return
        for fault in self.find(subject):
            yield finding(
                self.rule,
                fault.message,
                fault.location,
                fault.hint,
                fault.excerpt,
                fault.notes,
                fault.fix,
            )


def checked(module: str, subject: type[S], find: Callable[[S], Iterable[Fault]]) -> Check[S]:
    """The check of a file of ``checks/rules/``, which has the name of its rule."""
    return Check(module.rpartition(".")[2].replace("_", "-"), subject, find)
