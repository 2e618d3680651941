"""The blocks of a file on their way into another: what they refer to comes along."""

from __future__ import annotations

from copy import deepcopy
from typing import Final

from lxml import etree

from octavo.ooxml.elements import remove
from octavo.ooxml.merge.definitions import Definitions
from octavo.ooxml.merge.holding import Holding
from octavo.ooxml.names import ENDNOTES, FOOTNOTES, NAMESPACES, qn, qns
from octavo.ooxml.package import Package, Part

_ID: Final = qn("w:id")
_POINTERS: Final = etree.XPath("descendant-or-self::*/@r:*", namespaces={"r": NAMESPACES["r"]})
_NOTES: Final = {"footnote": FOOTNOTES, "endnote": ENDNOTES}
_LEFT: Final = qns("""
    w:headerReference w:footerReference w:dataBinding w15:dataBinding w:commentRangeStart
    w:commentRangeEnd w:commentReference
""")
"""What refers to something that stays behind."""


class Merge:
    """A package that takes others in; what comes of it is a package of its own."""

    def __init__(self, package: Package, holding: Holding | None = None) -> None:
        self._holding = holding or Holding(package)
        self._carried: dict[tuple[int, str], str] = {}
        self._others: list[Package] = []

    def tree(self, part: str) -> etree._Element:
        """The tree of a part, to set blocks into."""
        return self._holding.tree(part)

    def result(self) -> Package:
        """The package with all that it took in."""
        return self._holding.result()

    def take(self, other: Package, part: str) -> list[etree._Element]:
        """The blocks of a file, to be set into a part; what they need is added to the package."""
        self._others.append(other)
        main = other.parts[other.main].root
        body = main.find(qn("w:body"))
        found = [] if body is None else [one for one in body if one.tag != qn("w:sectPr")]
        blocks = [deepcopy(one) for one in found]
        self._holding.declare(part, main)
        definitions = Definitions(self._holding, other)
        for block in blocks:
            self._settle(block, definitions, other.main, part)
        return blocks

    def _settle(
        self, root: etree._Element, definitions: Definitions, source: str, part: str
    ) -> None:
        """Let what a piece of a part refers to be what the package has."""
        remove(*root.iter(*_LEFT))
        definitions.settle(root)
        for value in _POINTERS(root):
            value.getparent().set(value.attrname, self._pointer(str(value), source, part))
        for kind, relationship in _NOTES.items():
            for reference in list(root.iter(qn(f"w:{kind}Reference"))):
                key = reference.get(_ID) or ""
                reference.set(_ID, self._note(kind, relationship, key, definitions))

    def _pointer(self, pointer: str, source: str, part: str) -> str:
        """The relationship of a part to what another one led to; one that led nowhere stays."""
        other = self._others[-1]
        found = next((one for one in other.relationships(source) if one.id == pointer), None)
        if found is None or not (found.external or found.target in other.parts):
            return pointer
        target = found.target if found.external else self._carry(found.target)
        return self._holding.point(part, found.type, target, external=found.external)

    def _carry(self, name: str) -> str:
        """The name that a part of the other file has here, with all that it leads to."""
        other = self._others[-1]
        key = id(other), name
        if key in self._carried:
            return self._carried[key]
        part = other.parts[name]
        own = self._carried[key] = self._holding.free_name(name)
        self._holding.add(Part(own, part.content_type, data=part.data))
        pointers = [
            one
            if one.external or one.target not in other.parts
            else type(one)(one.id, one.type, self._carry(one.target))
            for one in other.relationships(name)
        ]
        if pointers:
            self._holding.point_alike(own, pointers)
        return own

    def _note(self, kind: str, relationship: str, key: str, definitions: Definitions) -> str:
        """The number of a note once it is among those of the package."""
        other = self._others[-1]
        source = next(iter(other.related(other.main, relationship)), "")
        notes = [] if not source else list(other.parts[source].root.iterchildren(qn(f"w:{kind}")))
        note = next((one for one in notes if one.get(_ID) == key), None)
        if note is None:
            return key
        part = self._holding.main_part(relationship, f"{kind}s")
        root = self._holding.tree(part)
        if len(root) == 0:  # the lines between text and notes
            special = (one for one in notes if one.get(qn("w:type")) not in {None, "normal"})
            root.extend(map(deepcopy, special))
        self._holding.declare(part, other.parts[source].root)
        own = deepcopy(note)
        numbers = [int(one.get(_ID) or 0) for one in root]
        own.set(_ID, str(max([0, *numbers]) + 1))
        root.append(own)
        self._settle(own, definitions, source, part)
        return own.get(_ID) or ""
