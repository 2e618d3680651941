"""A template asks for a name that no brief has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.checks.rule import Fault, checked
from bluf.checks.template_use import TemplateUse
from octavo.suggest import closest, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bluf.views import Field


def find(use: TemplateUse) -> Iterator[Fault]:
    """A fault for each such name, at each tag that asks for it."""
    for name, location in use.asks:
        if use.known and name not in use.known and not _is_own(name, use.known):
            hint = did_you_mean(name, use.known)
            yield Fault(f"no brief has a “{name}”", location, hint, name)


def _is_own(name: str, known: Mapping[str, Field]) -> bool:
    """Whether it may be a field of the record's own: like no root, and no field without one."""
    root = name.partition(".")[0].removesuffix("[]")
    roots = {each.partition(".")[0] for each in known}
    return not (root in roots or f"brief.{root}" in known or closest(root, roots))


RULE = checked(__name__, TemplateUse, find)
