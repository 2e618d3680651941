"""What templates ask of the data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bluf.checks.rule import Fault, check
from bluf.checks.template_use import TemplateUse, without_tags
from bluf.views import Field, FieldKind
from octavo.location import FileLocation
from octavo.suggest import closest, did_you_mean

_MAY_BE_LEFT_OUT = frozenset(
    f"brief.{name}"
    for name in (
        *("id", "language", "annex", "memo", "colophon", "weight", "colour", "ground"),
        *("portions", "our_side", "extra"),
    )
)
"""What is for machines, what says again what another field says, and what only those fill who ask
for an annex; they are told then."""
_INSTEAD = {
    "brief.memo": ("to", "through", "from", "cc", "date", "reference"),
    "brief.colophon": ("contact", "as_of"),
}
"""The fields that another one prints."""


@check
def field_never_printed(use: TemplateUse) -> Iterator[Fault]:
    """A part of every brief is printed by no tag of a template."""
    asked = {name for name, _ in use.asks}
    asked |= {f"brief.{name}" for one in asked & set(_INSTEAD) for name in _INSTEAD[one]}
    asked |= _MAY_BE_LEFT_OUT
    parts = (name for name in use.known if name.startswith("brief.") and name.count(".") == 1)
    missing = [name for name in parts if "[]" not in name and name not in asked]
    if missing and use.asks:
        listed = ", ".join(f"“{name}”" for name in missing)
        hint = "print them, or ignore this rule in the settings"
        yield Fault(f"no tag prints {listed}", FileLocation(use.path), hint)


_HINTS = {
    FieldKind.LIST: "loop over it, or join it with a filter",
    FieldKind.RECORD: "name one of its fields",
}


@check
def list_printed(use: TemplateUse) -> Iterator[Fault]:
    """A template prints a list or a record as it is."""
    for name, location in use.printed:
        field = use.known.get(name)
        if field is not None and field.kind in _HINTS:
            message = f"“{name}” is a {field.kind}, which cannot be printed"
            yield Fault(message, location, _HINTS[field.kind], name)


@check
def name_not_in_model(use: TemplateUse) -> Iterator[Fault]:
    """A template asks for a name that no brief has."""
    for name, location in use.asks:
        if use.known and name not in use.known and not _is_own(name, use.known):
            hint = did_you_mean(name, use.known)
            yield Fault(f"no brief has a “{name}”", location, hint, name)


def _is_own(name: str, known: Mapping[str, Field]) -> bool:
    """Whether it may be a field of the record's own: like no root, and no field without one."""
    root = name.partition(".")[0].removesuffix("[]")
    roots = {each.partition(".")[0] for each in known}
    return not (root in roots or f"brief.{root}" in known or closest(root, roots))


@check
def brief_not_printed(use: TemplateUse) -> Iterator[Fault]:
    """No tag of a template prints anything of the brief."""
    for found in without_tags(use.path, (name for name, _ in use.asks)):
        yield Fault(found.message, found.location, found.hint)
