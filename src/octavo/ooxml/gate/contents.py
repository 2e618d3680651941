"""What the checks of the gate look at, and what they report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from lxml import etree
from msgspec import Struct

from octavo.ooxml.names import NAMESPACES
from octavo.ooxml.relationships import Relationship

if TYPE_CHECKING:
    from octavo.ooxml.package import Package

_REFERENCE: Final = f"{{{NAMESPACES['r']}}}"
STORY_TYPES: Final = tuple(
    f".{kind}+xml"
    for kind in (
        *("document.main", "template.main", "document.glossary", "header", "footer", "footnotes"),
        *("endnotes", "comments", "numbering"),
    )
)
"""Ends of the content types of parts that hold text, or the pictures of bullets."""


OLE: Final = "ole"
LINKED_PICTURES: Final = "linked-pictures"
ALLOWABLE: Final = frozenset({OLE, LINKED_PICTURES})
"""What a program may let stand in a file: embedded objects, pictures from outside of it."""


class GateFault(Struct, frozen=True):
    """Something that may not be: in a part, at an element where it has a place in the text.

    ``allowable`` is the word by which a program lets it stand; empty where nothing does.
    """

    rule: str
    message: str
    part: str
    element: etree._Element | None = None
    hint: str = ""
    allowable: str = ""


class Contents(Struct, frozen=True):
    """A package with the root elements of its XML parts; relationship parts are not among them."""

    package: Package
    trees: Mapping[str, etree._Element]

    def stories(self) -> Iterator[tuple[str, etree._Element]]:
        """Parts that hold text."""
        for name, root in self.trees.items():
            if self.package.parts[name].content_type.endswith(STORY_TYPES):
                yield name, root

    def pointers(self) -> Iterator[tuple[str, Relationship]]:
        """Every relationship with the part that it starts from."""
        for part, pointers in self.package.all_relationships():
            for pointer in pointers:
                yield part, pointer

    def pointer_of(self, part: str, element: etree._Element) -> Relationship | None:
        """The relationship that an element of ``part`` refers to."""
        ids = {str(v) for k, v in element.attrib.items() if str(k).startswith(_REFERENCE)}
        return next((p for p in self.package.relationships(part) if p.id in ids), None)

    def user_of(self, part: str, pointer: Relationship) -> etree._Element | None:
        """The first element of ``part`` that refers to the relationship."""
        root = self.trees.get(part)
        if root is None:
            return None
        found = root.xpath("(//@r:*[. = $id])[1]/..", namespaces=NAMESPACES, id=pointer.id)
        return found[0] if found else None
