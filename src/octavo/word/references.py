"""What a template refers to and does not have: Word would call what is made from it damaged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from octavo.expressions import Fault
from octavo.ooxml import NAMESPACES, STRUCTURE_INVALID, qn
from octavo.word.names import ID, PARAGRAPH

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from octavo.word.draft import Draft

_POINTERS: Final = etree.XPath("//@r:*", namespaces={"r": NAMESPACES["r"]})


def check_references(
    story: Draft, pointers: Collection[str], notes: Mapping[str, etree._Element]
) -> None:
    """Note each relationship and each note that a story refers to and that is not there.

    ``pointers`` are the ids of the part's relationships that lead somewhere, ``notes`` the parts of
    notes by kind.
    """
    for value in _POINTERS(story.root):
        holder = value.getparent()
        if holder is not None and value not in pointers and story.sigil not in value and value:
            _refuse(story, holder, f"the relationship “{value}” leads to no part of the file")
    for kind, root in notes.items():
        there = {one.get(ID) for one in root.iter(qn(f"w:{kind}"))}
        for reference in story.root.iter(qn(f"w:{kind}Reference")):
            if reference.get(ID) not in there:
                _refuse(story, reference, f"the {kind} “{reference.get(ID)}” does not exist")


def _refuse(story: Draft, element: etree._Element, message: str) -> None:
    paragraph = next((one for one in element.iterancestors() if one.tag == PARAGRAPH), None)
    name = etree.QName(element).localname
    mark = story.register.add(story.spot(paragraph), name)
    hint = "open the template in Word and save it again"
    story.register.refuse(mark, Fault(STRUCTURE_INVALID, message, hint))
