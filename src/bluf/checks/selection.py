"""Which rules a team wants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.rules import BY_NAME
from octavo.suggest import UnknownNameError

if TYPE_CHECKING:
    from collections.abc import Iterable


class Selection(Struct, frozen=True):
    """The rules that count: all of them, or those selected, less those ignored."""

    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()

    @classmethod
    def of(cls, select: Iterable[str] = (), ignore: Iterable[str] = ()) -> Selection:
        """A selection by names of rules.

        Raises:
            UnknownNameError: No rule has one of the names.
        """
        selection = cls(frozenset(select), frozenset(ignore))
        for name in sorted(selection.select | selection.ignore):
            if name not in BY_NAME:
                raise UnknownNameError("rule", name, BY_NAME)
        return selection

    def wants(self, rule: str) -> bool:
        """Whether findings of a rule count."""
        return rule not in self.ignore and (not self.select or rule in self.select)
