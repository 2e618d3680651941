"""The package that takes another in: trees of its own, parts and relationships added."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from typing import Final

from lxml import etree
from msgspec.structs import replace

from octavo.ooxml.names import NAMESPACES, RELATIONSHIPS_TYPE, qn
from octavo.ooxml.package import Package, Part
from octavo.ooxml.relationships import Relationship, relationships_name, with_parts

_IGNORABLE: Final = qn("mc:Ignorable")
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml."


class Holding:
    """A package on its way to one that holds more; the package itself stays as it is."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.changed: dict[str, etree._Element] = {}
        self._spaces: dict[str, dict[str, str]] = {}
        self.added: dict[str, Part] = {}
        self._pointers: dict[str, list[Relationship]] = {}

    def tree(self, part: str) -> etree._Element:
        """The tree of a part, to be changed."""
        if part not in self.changed:
            self.changed[part] = deepcopy(self.package.parts[part].root)
        return self.changed[part]

    def main_part(self, kind: str, root: str) -> str:
        """The part of a kind that the main part leads to, made where there is none."""
        pointers = [*self.package.relationships(self.package.main)]
        pointers += self._pointers.get(self.package.main, ())
        found = next((one.target for one in pointers if one.type == kind), "")
        if found:
            return found
        word = kind.rpartition("/")[2]
        empty = etree.Element(qn(f"w:{root}"), nsmap={"w": NAMESPACES["w"], "r": NAMESPACES["r"]})
        name = self.free_name(f"word/{word}.xml")
        self.changed[name] = empty
        self.add(Part(name, f"{_WORD}{word}+xml", root=empty))
        self.point(self.package.main, kind, name)
        return name

    def free_name(self, name: str) -> str:
        """A name for a part that no part has."""
        folder, slash, file = name.rpartition("/")
        stem, dot, end = file.rpartition(".")
        number, free = 1, name
        taken = {one.lower() for one in (*self.package.parts, *self.added)}
        while free.lower() in taken:
            number += 1
            free = f"{folder}{slash}{stem}_{number}{dot}{end}"
        return free

    def add(self, part: Part) -> None:
        """Add a part."""
        self.added[part.name] = part

    def point(self, part: str, kind: str, target: str, *, external: bool = False) -> str:
        """The id of a relationship of a part to a target, one for each."""
        added = self._pointers.setdefault(part, [])
        known = [*self.package.relationships(part), *added]
        for one in known:
            if (one.type, one.target, one.external) == (kind, target, external):
                return one.id
        ids = {one.id for one in known}
        number = len(known) + 1
        while f"rId{number}" in ids:
            number += 1
        added.append(Relationship(f"rId{number}", kind, target, external))
        return added[-1].id

    def point_alike(self, part: str, pointers: Iterable[Relationship]) -> None:
        """Give a part that is new relationships of known ids."""
        self._pointers[part] = list(pointers)

    def declare(self, part: str, root: etree._Element) -> None:
        """Keep the prefixes of a tree in scope: markup of other versions names them in values."""
        spaces = {prefix: uri for prefix, uri in root.nsmap.items() if prefix}
        self._spaces[part] = {**spaces, **self._spaces.get(part, {})}
        own = self.tree(part)
        ignored = (own.get(_IGNORABLE) or "").split()
        more = [one for one in (root.get(_IGNORABLE) or "").split() if one not in ignored]
        if more:
            own.set(_IGNORABLE, " ".join([*ignored, *more]))

    def next_list(self, numbering: etree._Element) -> str:
        """A number that no list has."""
        return next_number(numbering, "w:num", qn("w:numId"))

    def relationships(self) -> dict[str, etree._Element]:
        """The relationships of the parts that are added."""
        added = {part: found for part, found in self._pointers.items() if part in self.added}
        return {part: _with_pointers(None, found) for part, found in added.items()}

    def result(self) -> Package:
        """The package with all that was added."""
        trees = {part: self._declared(part, tree) for part, tree in self.changed.items()}
        parts = dict(self.package.parts) | self.added
        parts |= {part: parts[part].with_root(tree) for part, tree in trees.items()}
        relationships = dict(self.package.all_relationships())
        for part, pointers in self._pointers.items():
            name = relationships_name(part)
            root = _with_pointers(parts.get(name), pointers)
            parts[name] = Part(name, RELATIONSHIPS_TYPE, root=root)
            relationships[part] = (*relationships.get(part, ()), *pointers)
        types = {name: part.content_type for name, part in self.added.items()}
        member = self.package.types_member
        member = member.with_data(with_parts(member.data, types, ())) if types else member
        return replace(self.package, parts=parts, types_member=member, _relationships=relationships)

    def _declared(self, part: str, tree: etree._Element) -> etree._Element:
        """A tree with the prefixes that were added; an element cannot be given more of them."""
        spaces = self._spaces.get(part, {})
        if spaces.items() <= tree.nsmap.items():
            return tree
        own = dict(tree.nsmap)
        for prefix, uri in spaces.items():
            own.setdefault(prefix, uri)
        root = etree.Element(tree.tag, dict(tree.attrib), nsmap=own)
        root.extend(list(tree))
        return root


def _with_pointers(part: Part | None, pointers: Iterable[Relationship]) -> etree._Element:
    """A relationship part with more relationships."""
    kind = {None: NAMESPACES["rel"]}
    root = (
        etree.Element(qn("rel:Relationships"), nsmap=kind) if part is None else deepcopy(part.root)
    )
    for one in pointers:
        target = one.target if one.external else f"/{one.target}"
        found = {"Id": one.id, "Type": one.type, "Target": target}
        mode = {"TargetMode": "External"} if one.external else {}
        etree.SubElement(root, qn("rel:Relationship"), found | mode)
    return root


def next_number(root: etree._Element, tag: str, key: str) -> str:
    """A number above all that the elements of a kind have."""
    found = (one.get(key) or "" for one in root.iterchildren(qn(tag)))
    return str(max((int(one) for one in found if one.isdecimal()), default=0) + 1)
