"""The checks by the name of their rule, each loaded when it is first run."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from bluf.checks.table import BY_GROUP

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bluf.checks.rule import Check


def checks_of(groups: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Group and name of each rule of some groups that a check of this room finds."""
    for group in groups:
        yield from ((group, rule) for rule in BY_GROUP.get(group, ()))


def check_named(group: str, rule: str) -> Check[Any]:
    """The check of a rule."""
    module = import_module(f"bluf.checks.rules.{group}.{rule.replace('-', '_')}")
    check: Check[Any] = module.RULE
    return check
