"""A part of every brief is printed by no tag of a template."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.checks.rule import Fault, checked
from bluf.checks.template_use import TemplateUse
from octavo.location import FileLocation

if TYPE_CHECKING:
    from collections.abc import Iterator

_MAY_BE_LEFT_OUT = frozenset({"brief.id", "brief.language", "brief.annex"})
"""What is for machines, and what only those fill who ask for an annex; they are told then."""


def find(use: TemplateUse) -> Iterator[Fault]:
    """One fault that names all such parts."""
    asked = {name for name, _ in use.asks} | _MAY_BE_LEFT_OUT
    parts = (name for name in use.known if name.startswith("brief.") and name.count(".") == 1)
    missing = [name for name in parts if "[]" not in name and name not in asked]
    if missing:
        listed = ", ".join(f"“{name}”" for name in missing)
        hint = "print them, or ignore this rule in the settings"
        yield Fault(f"no tag prints {listed}", FileLocation(use.path), hint)


RULE = checked(__name__, TemplateUse, find)
