"""[Content_Types].xml: which part is of which type (ISO/IEC 29500-2, 7.2.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree
from msgspec import Struct, field

from octavo.ooxml.names import qn
from octavo.ooxml.parse import parse_xml, serialise

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class ContentTypes(Struct, frozen=True):
    """Types by extension and by part name; both are kept in lower case, as they compare.

    ``repeated`` holds the extensions and part names that the file gives twice.
    """

    defaults: Mapping[str, str]
    overrides: Mapping[str, str]
    repeated: tuple[str, ...] = field(default=())

    def of(self, name: str) -> str | None:
        """The type of a part, in lower case, or None where the file gives none."""
        folded = name.lower()
        extension = folded.rpartition("/")[2].rpartition(".")[2]
        return self.overrides.get(folded) or self.defaults.get(extension)


def read_content_types(data: bytes) -> ContentTypes:
    """Read the part.

    Raises:
        XmlError: it is no XML that may be read.
    """
    root = parse_xml(data)
    repeated: list[str] = []
    defaults = _table(root, "ct:Default", "Extension", repeated)
    overrides = _table(root, "ct:Override", "PartName", repeated)
    return ContentTypes(defaults, overrides, tuple(repeated))


def with_parts(data: bytes, added: Mapping[str, str], removed: Iterable[str]) -> bytes:
    """The same part with an override for each added name and none for the removed ones."""
    root = parse_xml(data)
    gone = {name.lower() for name in removed} | {name.lower() for name in added}
    for override in root.findall(qn("ct:Override")):
        if (override.get("PartName") or "").lower().lstrip("/") in gone:
            root.remove(override)
    for name, content_type in added.items():
        attributes = {"PartName": f"/{name}", "ContentType": content_type}
        etree.SubElement(root, qn("ct:Override"), attributes)
    return serialise(root)


def _table(root: etree._Element, tag: str, key: str, repeated: list[str]) -> dict[str, str]:
    table: dict[str, str] = {}
    for element in root.findall(qn(tag)):
        name = (element.get(key) or "").lower().lstrip("/")
        if name in table:
            repeated.append(name)
        table[name] = (element.get("ContentType") or "").lower()
    return table
