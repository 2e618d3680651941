"""What a rule is: a fault with a name, a level, a manual, and mostly a function that finds it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Generic, Protocol, TypeVar

from msgspec import Struct

from octavo.finding import Finding, Level

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from octavo.finding import Fix
    from octavo.location import Location

S = TypeVar("S")


class Subject(Protocol):
    """What rules read: ``groups`` names those whose rules are about it."""

    groups: ClassVar[tuple[str, ...]]


class Fault(Struct, frozen=True):
    """What the function of a rule yields: a finding without the rule's name and level.

    The fields mean what they mean in `Finding`.
    """

    message: str
    location: Location
    hint: str = ""
    excerpt: str = ""
    notes: tuple[str, ...] = ()
    fix: Fix | None = None


class Rule(Struct, Generic[S], frozen=True):
    """One rule.

    Attributes:
        name: States the fault: ``follow-up-without-owner``.
        group: Name of the folder it stands in, such as ``data`` or ``word``.
        level: How grave its findings are.
        manual: The docstring of its file, which `bluf explain` prints.
        subject: What its function reads; None where another room raises the finding.
        find: Yields a fault for each place; None where another room raises the finding.
    """

    name: str
    group: str
    level: Level
    manual: str
    subject: type[S] | None = None
    find: Callable[[S], Iterable[Fault]] | None = None

    def check(self, subject: object) -> Iterator[Finding]:
        """The findings in a subject; none where the rule is about another kind of subject."""
        if self.find is None or self.subject is None or not isinstance(subject, self.subject):
            return
        for fault in self.find(subject):
            yield Finding(
                self.name,
                self.level,
                fault.message,
                fault.location,
                fault.hint,
                fault.excerpt,
                fault.notes,
                fault.fix,
            )


def checked(
    module: str,
    manual: str | None,
    level: Level,
    subject: type[S],
    find: Callable[[S], Iterable[Fault]],
) -> Rule[S]:
    """The rule of a file of ``checks/rules/`` that finds the fault itself."""
    return Rule(*_name_and_group(module), level, manual or "", subject, find)


def reported(module: str, manual: str | None, level: Level = Level.ERROR) -> Rule[object]:
    """The rule of a file of ``checks/rules/`` whose findings another room raises."""
    return Rule(*_name_and_group(module), level, manual or "")


def _name_and_group(module: str) -> tuple[str, str]:
    """``bluf.checks.rules.word.text_box`` is the rule text-box of the group word."""
    *_, group, name = module.split(".")
    return name.replace("_", "-"), group
