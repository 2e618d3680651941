"""Properties and variables that a field prints: they are part of the text, and stay."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from octavo.ooxml.elements import remove
from octavo.ooxml.fields import fields_in
from octavo.ooxml.names import qn

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml import etree

    from octavo.ooxml.package import Package

_CODE: Final = re.compile(
    r"\s*(DOCPROPERTY|DOCVARIABLE)\s+(?:[\"“]([^\"”]+)[\"”]|(\S+))", re.IGNORECASE
)
_MENTIONS: Final = (b"instrText", b"fldSimple")


class Printed(Struct, frozen=True):
    """Names, in lower case, of what fields print."""

    properties: frozenset[str] = frozenset()
    variables: frozenset[str] = frozenset()


def printed(package: Package, trees: Mapping[str, etree._Element]) -> Printed:
    """The properties and variables that the fields of a package print."""
    found: dict[str, set[str]] = {"DOCPROPERTY": set(), "DOCVARIABLE": set()}
    for name, root in trees.items():
        if not package.parts[name].may_mention(*_MENTIONS):
            continue
        for field in fields_in(root):
            match = _CODE.match(field.code)
            if match is not None:
                found[match[1].upper()].add((match[2] or match[3]).lower())
    return Printed(frozenset(found["DOCPROPERTY"]), frozenset(found["DOCVARIABLE"]))


def custom_properties(root: etree._Element, names: Iterable[str]) -> etree._Element | None:
    """The custom properties of these names; None where there is none of them."""
    kept = deepcopy(root)
    for one in list(kept):
        if (one.get("name") or "").lower() not in set(names):
            kept.remove(one)
    return kept if len(kept) else None


def without_variables(root: etree._Element, names: Iterable[str]) -> None:
    """Take out the variables of a document that no field prints."""
    for holder in list(root.iter(qn("w:docVars"))):
        for variable in list(holder):
            if (variable.get(qn("w:name")) or "").lower() not in set(names):
                holder.remove(variable)
        if not len(holder):
            remove(holder)
