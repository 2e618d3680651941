"""A Word file in memory: parts, their types, and what they point to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.ooxml.names import RELATIONSHIPS_TYPE
from bluf.ooxml.parse import parse_xml

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml import etree

    from bluf.ooxml.archive import Member
    from bluf.ooxml.content_types import ContentTypes
    from bluf.ooxml.relationships import Relationship


class Part(Struct, frozen=True):
    """One part; ``data`` are its inflated bytes, ``member`` is how it lies in the archive."""

    name: str
    content_type: str
    data: bytes
    member: Member

    @property
    def is_xml(self) -> bool:
        """Whether the part is XML by its type."""
        return self.content_type.endswith(("+xml", "/xml"))


class Package(Struct, frozen=True):
    """A Word file that passed the safety gate.

    Attributes:
        path: Where it was read from, for messages.
        main: Name of the main document part.
        parts: Every part by name, in the order of the file; relationship parts are among them.
        types: What ``[Content_Types].xml`` says, and ``types_member`` that part itself.
    """

    path: str
    main: str
    parts: Mapping[str, Part]
    types: ContentTypes
    types_member: Part
    _relationships: Mapping[str, tuple[Relationship, ...]]

    def relationships(self, part: str) -> tuple[Relationship, ...]:
        """What a part points to; "" names the package itself."""
        return self._relationships.get(part, ())

    def all_relationships(self) -> Iterable[tuple[str, tuple[Relationship, ...]]]:
        """Each part that points somewhere, with what it points to."""
        return self._relationships.items()

    def trees(self) -> dict[str, etree._Element]:
        """Root elements of the XML parts, relationship parts left out; parsed anew each time."""
        return {
            name: parse_xml(part.data)
            for name, part in self.parts.items()
            if part.is_xml and part.content_type != RELATIONSHIPS_TYPE
        }

    def related(self, part: str, kind: str) -> tuple[str, ...]:
        """Names of the parts that ``part`` points to with a relationship of type ``kind``."""
        pointers = self.relationships(part)
        return tuple(p.target for p in pointers if p.type == kind and p.target in self.parts)
