"""Properties, settings and definitions that tell of a person, a machine or an earlier draft."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Final

from octavo.ooxml.elements import remove
from octavo.ooxml.metadata.printed import without_variables
from octavo.ooxml.names import qn
from octavo.ooxml.namespaces import drop_unused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from lxml import etree

    from octavo.ooxml.package import Part

_KEPT: Final = frozenset({qn("dc:title"), qn("dc:language")})
"""What a reader needs: screen readers announce the title and speak the language."""
_NAMES: Final = (
    "w:rsid",
    "w:rsids",
    "w:attachedTemplate",
    "w:mailMerge",
    "w:proofState",
    "w:revisionView",
    "w:saveThroughXslt",
    "w:smartTagType",
    "w14:docId",
    "w15:docId",
    "w:nsid",
    "w:tmpl",
)
_PROTECTIONS: Final = (qn("w:documentProtection"), qn("w:writeProtection"))
_OPEN: Final = frozenset(map(qn, ("w:edit", "w:enforcement", "w:formatting", "w:recommended")))
"""What protection says without a password."""
_SETTINGS: Final = tuple(map(qn, _NAMES))
_WORDS: Final = tuple(name.partition(":")[2].encode() for name in _NAMES)


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
    drop_unused(kept)
    if not part.may_mention(*_WORDS, b"docVars", b"Protection"):
        return kept
    without_variables(kept, variables)
    for element in list(kept.iter(*_SETTINGS)):
        remove(element)
    for element in list(kept.iter(*_PROTECTIONS)):
        _without_password(element)
    return kept


def _without_password(element: etree._Element) -> None:
    """Protection holds on without the sum of the password that lifts it."""
    for name in set(element.attrib) - _OPEN:
        del element.attrib[name]
    if not element.attrib:
        remove(element)
