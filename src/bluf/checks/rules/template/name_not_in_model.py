"""A template asks for a name that no brief has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.checks.rule import Fault, checked
from bluf.checks.template_use import TemplateUse
from octavo.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator


def find(use: TemplateUse) -> Iterator[Fault]:
    """A fault for each such name, at each tag that asks for it."""
    for name, location in use.asks:
        if use.known and name not in use.known:
            hint = did_you_mean(name, use.known)
            yield Fault(f"no brief has a “{name}”", location, hint, name)


RULE = checked(__name__, TemplateUse, find)
