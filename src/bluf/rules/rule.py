"""What a rule is, how a room raises a finding by it, and its manual, as its page says it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.rules.groups import GROUPS
from bluf.rules.table import TABLE
from octavo.finding import Finding, Fix, Level
from octavo.suggest import UnknownNameError

if TYPE_CHECKING:
    from octavo.location import Location


class Rule(Struct, frozen=True):
    """A rule.

    Attributes:
        name: States the fault: ``follow-up-without-owner``.
        group: What it is about, a key of `GROUPS`: ``data``, ``word``.
        level: How grave its findings are.
    """

    name: str
    group: str
    level: Level


BY_NAME: Mapping[str, Rule] = {
    name: Rule(name, group, Level(level)) for name, (group, level) in TABLE.items()
}
"""Every rule there is, by group."""


def finding(  # noqa: PLR0913, PLR0917 - the fields of a finding
    rule: str,
    message: str,
    location: Location,
    hint: str = "",
    excerpt: str = "",
    notes: tuple[str, ...] = (),
    fix: Fix | None = None,
) -> Finding:
    """A finding at the level of its rule; the fields are those of `Finding`."""
    return Finding(rule, BY_NAME[rule].level, message, location, hint, excerpt, notes, fix)


@cache
def folder() -> Path:
    """The folder of the pages, in the installed package or in a checkout."""
    package = Path(__file__).parent / "manuals"
    return package if package.is_dir() else Path(__file__).parents[3] / "docs" / "rules"


def explain(name: str) -> str:
    """The page of a rule as Markdown: its name, level and group, and its manual.

    Raises:
        UnknownNameError: No rule has this name.
    """
    if name not in BY_NAME:
        raise UnknownNameError("rule", name, BY_NAME)
    return (folder() / f"{name}.md").read_text(encoding="utf-8")


def summary(name: str) -> str:
    """The first sentence of a manual."""
    return explain(name).splitlines()[4]


def listing() -> str:
    """Every rule by what it is about, a line each: its name, its level, what it finds."""
    widest = max(map(len, BY_NAME))
    lines = []
    for group, title in GROUPS.items():
        lines += ["", title, ""]
        lines += [
            f"  {rule.name:{widest}}  {rule.level:7}  {summary(rule.name)}"
            for rule in BY_NAME.values()
            if rule.group == group
        ]
    return "\n".join(lines).strip("\n") + "\n"
