"""What a template holds in vain: references that lead nowhere, and tags of other engines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lxml import etree

from octavo.expressions import SYNTAX, Fault
from octavo.finding import Level
from octavo.ooxml import NAMESPACES, STRUCTURE_INVALID, qn
from octavo.word.elements import ID, PARAGRAPH, around, whole_text

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from octavo.word.draft import Draft

_POINTERS: Final = etree.XPath("//@r:*", namespaces={"r": NAMESPACES["r"]})
_NAME: Final = r"[A-Za-z_][\w.]*"
_FOREIGN: Final = re.compile(
    rf"\$\{{(?P<dollar>{_NAME})\}}"
    rf"|\{{(?P<sign>[/^@%]?)(?P<brace>{_NAME})\}}"
    rf"|<<(?P<angle>{_NAME})>>"
)


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
    paragraph = around(element, PARAGRAPH)
    name = etree.QName(element).localname
    mark = story.register.add(story.spot(paragraph), name)
    hint = "open the template in Word and save it again"
    story.register.refuse(mark, Fault(STRUCTURE_INVALID, message, hint))


def note_foreign_tags(story: Draft) -> bool:
    """Note the first tag of another engine, with what is written here; whether there is one."""
    for paragraph in story.root.iter(PARAGRAPH):
        text = whole_text(paragraph)
        match = _FOREIGN.search(text) if "{" in text or "<<" in text else None
        if match is not None:
            mark = story.register.add(story.spot(paragraph), match[0])
            fault = Fault(SYNTAX, "this is not a tag here, and the template has none", _hint(match))
            story.register.refuse(mark, fault, level=Level.NOTE)
            return True
    return False


def _hint(match: re.Match[str]) -> str:
    name = match["dollar"] or match["brace"] or match["angle"]
    match match["sign"]:
        case "^":
            return f"write “{{% if not {name} %}}”"
        case "/":
            return "write “{% endfor %}” or “{% endif %}”"
        case _:
            return f"write “{{{{ {name} }}}}”"
