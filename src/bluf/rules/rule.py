"""What a rule is, and how a room raises a finding by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.rules.table import TABLE
from octavo.finding import Finding, Level

if TYPE_CHECKING:
    from collections.abc import Mapping

    from octavo.finding import Fix
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
