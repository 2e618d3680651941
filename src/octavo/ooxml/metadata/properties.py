"""Properties, settings and definitions that tell of a person, a machine or an earlier draft."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from copy import deepcopy
from typing import Final

from lxml import etree
from msgspec import Struct

from octavo.ooxml.elements import remove
from octavo.ooxml.fields import fields_in
from octavo.ooxml.names import drop_unused, qn, qns
from octavo.ooxml.package import Package, Part

_CODE: Final = re.compile(
    r"\s*(DOCPROPERTY|DOCVARIABLE)\s+(?:[\"“]([^\"”]+)[\"”]|(\S+))", re.IGNORECASE
)
_MENTIONS: Final = (b"instrText", b"fldSimple")
_KEPT: Final = frozenset({qn("dc:title"), qn("dc:language")})
"""What a reader needs: screen readers announce the title and speak the language."""
_OPEN: Final = frozenset(qns("w:edit w:enforcement w:formatting w:recommended"))
"""What protection says without a password."""
_SETTINGS: Final = qns(
    "w:rsid w:rsids w:attachedTemplate w:mailMerge w:proofState w:revisionView w:saveThroughXslt "
    "w:smartTagType w14:docId w15:docId w:nsid w:tmpl"
)


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


def without_properties(part: Part, keeps: Callable[[str], bool]) -> etree._Element:
    """The core properties that stay: title, language and those that hold a tag."""
    kept = deepcopy(part.root)
    for element in list(kept):
        if element.tag not in _KEPT and not keeps(element.text or ""):
            kept.remove(element)
    drop_unused(kept)
    return kept


def without_settings(part: Part, variables: Iterable[str]) -> etree._Element:
    """What is no revision id, no attached template or data source, and no variable but these.

    Revision ids stand in the definitions of styles and lists as well.
    """
    kept = deepcopy(part.root)
    drop_unused(kept, None if b"\0" in part.data else part.data.decode("ascii", "ignore"))
    without_variables(kept, variables)
    for element in list(kept.iter(*_SETTINGS)):
        remove(element)
    for element in list(kept.iter(qn("w:documentProtection"), qn("w:writeProtection"))):
        _without_password(element)
    return kept


def _without_password(element: etree._Element) -> None:
    """Protection holds on without the sum of the password that lifts it."""
    for name in set(element.attrib) - _OPEN:
        del element.attrib[name]
    if not element.attrib:
        remove(element)
