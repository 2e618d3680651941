"""Which rules a team wants."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bluf.checks.table import BY_NAME
from bluf.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable


class UnknownRuleError(ValueError):
    """A name that no rule has."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.hint = did_you_mean(name, BY_NAME)
        super().__init__(f"there is no rule “{name}”: {self.hint}")

    def __reduce__(self) -> tuple[type[UnknownRuleError], tuple[str]]:
        """Travel whole from a worker process to its parent."""
        return type(self), (self.name,)


@dataclass(frozen=True, slots=True)
class Selection:
    """The rules that count: all of them, or those selected, less those ignored."""

    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()

    @classmethod
    def of(cls, select: Iterable[str] = (), ignore: Iterable[str] = ()) -> Selection:
        """A selection by names of rules.

        Raises:
            UnknownRuleError: No rule has one of the names.
        """
        selection = cls(frozenset(select), frozenset(ignore))
        for name in sorted(selection.select | selection.ignore):
            if name not in BY_NAME:
                raise UnknownRuleError(name)
        return selection

    def wants(self, rule: str) -> bool:
        """Whether findings of a rule count."""
        return rule not in self.ignore and (not self.select or rule in self.select)
