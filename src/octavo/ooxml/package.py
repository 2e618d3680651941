"""A Word file in memory: parts, their types, and what they point to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from octavo.ooxml.archive import Member, packed
from octavo.ooxml.names import RELATIONSHIPS_TYPE, qn
from octavo.ooxml.parse import parse_xml, serialise

if TYPE_CHECKING:
    from octavo.finding import Finding
    from octavo.ooxml.relationships import ContentTypes, Relationship


class Part:
    """One part: its bytes and, where it is XML, its tree; each is made of the other when asked for.

    Nobody changes a part. Its tree is shared by all who read it: whoever changes a tree copies it.

    Attributes:
        content_type: Its type, in lower case.
    """

    def __init__(
        self,
        name: str,
        content_type: str,
        *,
        data: bytes | None = None,
        root: etree._Element | None = None,
        member: Member | None = None,
    ) -> None:
        self.name = name
        self.content_type = content_type
        known = {"data": data, "root": root, "member": member}
        self.__dict__.update((key, value) for key, value in known.items() if value is not None)

    @cached_property
    def data(self) -> bytes:
        """Its bytes, inflated."""
        return serialise(self.root)

    @cached_property
    def root(self) -> etree._Element:
        """Its root element.

        Raises:
            XmlError: the part is no XML that may be read.
        """
        return parse_xml(self.data)

    @cached_property
    def member(self) -> Member:
        """How it lies in an archive: as it was read, or as we pack it."""
        return packed(self.name, self.data)

    @property
    def is_xml(self) -> bool:
        """Whether the part is XML by its type."""
        return self.content_type.endswith(("+xml", "/xml"))

    def may_mention(self, *words: bytes) -> bool:
        """Whether a name may stand in its markup; False only where it surely does not.

        Names are never written as character references; of UTF-16, with its zeros, nothing is said.
        """
        data = self.data
        return b"\0" in data or any(word in data for word in words)

    def with_data(self, data: bytes) -> Part:
        """The part with other bytes."""
        return Part(self.name, self.content_type, data=data)

    def with_root(self, root: etree._Element) -> Part:
        """The part with another tree, which nobody may change from here on."""
        return Part(self.name, self.content_type, root=root)

    def with_type(self, content_type: str) -> Part:
        """The part as one of another type."""
        return Part(self.name, content_type, data=self.data, root=self.root, member=self.member)


class Package(Struct, frozen=True):
    """A Word file that passed the safety gate.

    Attributes:
        path: Where it was read from, for messages.
        main: Name of the main document part.
        parts: Every part by name, in the order of the file; relationship parts are among them.
        notes: What stands in it though it is refused else, since a program allowed it.
        types: What ``[Content_Types].xml`` says, and ``types_member`` that part itself.
    """

    path: str
    main: str
    parts: Mapping[str, Part]
    types: ContentTypes
    types_member: Part
    _relationships: Mapping[str, tuple[Relationship, ...]]
    notes: tuple[Finding, ...] = ()

    def with_trees(self, trees: Mapping[str, etree._Element]) -> Package:
        """The file with other trees of some parts, which nobody may change from here on."""
        parts = {
            name: part.with_root(trees[name]) if name in trees else part
            for name, part in self.parts.items()
        }
        return replace(self, parts=parts)

    def without_trees(self) -> Package:
        """The file as bytes, which take less room; a tree is made anew where it is asked for."""
        parts = {
            name: Part(name, part.content_type, data=part.data, member=part.__dict__.get("member"))
            for name, part in self.parts.items()
        }
        return replace(self, parts=parts)

    def relationships(self, part: str) -> tuple[Relationship, ...]:
        """What a part points to; "" names the package itself."""
        return self._relationships.get(part, ())

    def all_relationships(self) -> Iterable[tuple[str, tuple[Relationship, ...]]]:
        """Each part that points somewhere, with what it points to."""
        return self._relationships.items()

    def trees(self) -> dict[str, etree._Element]:
        """Root elements of the XML parts, relationship parts left out."""
        return {
            name: part.root
            for name, part in self.parts.items()
            if part.is_xml and part.content_type != RELATIONSHIPS_TYPE
        }

    def related(self, part: str, kind: str) -> tuple[str, ...]:
        """Names of the parts that ``part`` points to with a relationship of type ``kind``."""
        pointers = self.relationships(part)
        return tuple(p.target for p in pointers if p.type == kind and p.target in self.parts)

    def store_id(self, part: str) -> str:
        """How content controls name a part of custom XML; empty where it has no such name."""
        names = (
            self.parts[one.target].root.get(qn("ds:itemID"), "")
            for one in self.relationships(part)
            if one.type.endswith("/customXmlProps") and one.target in self.parts
        )
        return next(names, "").lower()
