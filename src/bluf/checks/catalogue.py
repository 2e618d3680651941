"""The rules by name, each loaded when it is first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

from bluf.checks.table import REPORTED, SEARCHING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bluf.checks.rule import Rule


class Catalogue(Mapping[str, "Rule[Any]"]):
    """Every rule there is. Names cost nothing; a rule is imported with its manual."""

    def __init__(self, *tables: Mapping[str, tuple[str, ...]]) -> None:
        self._groups = {
            name: group
            for group in sorted({group for table in tables for group in table})
            for name in sorted(name for table in tables for name in table.get(group, ()))
        }

    def __getitem__(self, name: str) -> Rule[Any]:
        """The rule of a name."""
        module = f"bluf.checks.rules.{self._groups[name]}.{name.replace('-', '_')}"
        rule: Rule[Any] = import_module(module).RULE
        return rule

    def __contains__(self, name: object) -> bool:
        """Whether there is a rule of this name; loads none."""
        return name in self._groups

    def __iter__(self) -> Iterator[str]:
        """The names, by group."""
        return iter(self._groups)

    def __len__(self) -> int:
        """How many rules there are."""
        return len(self._groups)

    def group(self, name: str) -> str:
        """The group of a rule, such as ``word``.

        Raises:
            KeyError: No rule has this name.
        """
        return self._groups[name]


BY_NAME = Catalogue(SEARCHING, REPORTED)


def searching(groups: Iterable[str]) -> Iterator[str]:
    """Names of the rules of some groups that find their fault themselves."""
    for group in groups:
        yield from SEARCHING.get(group, ())
