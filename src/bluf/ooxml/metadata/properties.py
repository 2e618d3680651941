"""Properties, settings and definitions that tell of a person, a machine or an earlier draft."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bluf.ooxml.metadata.markup import remove
from bluf.ooxml.names import qn

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml import etree

_KEPT: Final = frozenset({qn("dc:title"), qn("dc:language")})
"""What a reader needs: screen readers announce the title and speak the language."""
_SETTINGS: Final = tuple(
    map(
        qn,
        (
            "w:attachedTemplate",
            "w:docVars",
            "w:mailMerge",
            "w:proofState",
            "w:revisionView",
            "w:rsid",
            "w:rsids",
            "w:saveThroughXslt",
            "w:smartTagType",
            "w14:docId",
            "w15:docId",
        ),
    )
)


def clean_core_properties(root: etree._Element, keeps: Callable[[str], bool]) -> None:
    """Drop every core property but title, language and those that hold a tag."""
    for element in list(root):
        if element.tag not in _KEPT and not keeps(element.text or ""):
            root.remove(element)


def clean_settings(root: etree._Element) -> None:
    """Drop revision ids, the attached template, document variables, and data sources.

    Revision ids stand in the definitions of styles and lists as well.
    """
    for element in list(root.iter(*_SETTINGS)):
        remove(element)
