"""A part of every brief is printed by no tag of a template."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.checks.rule import Fault, checked
from bluf.checks.template_use import TemplateUse
from octavo.location import FileLocation

if TYPE_CHECKING:
    from collections.abc import Iterator

_MAY_BE_LEFT_OUT = frozenset(
    f"brief.{name}"
    for name in (
        "id",
        "language",
        "annex",
        "memo",
        "colophon",
        "weight",
        "colour",
        "ground",
        "portions",
        "our_side",
        "extra",
    )
)
"""What is for machines, what says again what another field says, and what only those fill who ask
for an annex; they are told then."""
_INSTEAD = {
    "brief.memo": ("to", "through", "from", "cc", "date", "reference"),
    "brief.colophon": ("contact", "as_of"),
}
"""The fields that another one prints."""


def find(use: TemplateUse) -> Iterator[Fault]:
    """One fault that names all such parts."""
    asked = {name for name, _ in use.asks}
    asked |= {f"brief.{name}" for one in asked & set(_INSTEAD) for name in _INSTEAD[one]}
    asked |= _MAY_BE_LEFT_OUT
    parts = (name for name in use.known if name.startswith("brief.") and name.count(".") == 1)
    missing = [name for name in parts if "[]" not in name and name not in asked]
    if missing:
        listed = ", ".join(f"“{name}”" for name in missing)
        hint = "print them, or ignore this rule in the settings"
        yield Fault(f"no tag prints {listed}", FileLocation(use.path), hint)


RULE = checked(__name__, TemplateUse, find)
