"""Parts that tell of a person or a machine, and the relationships that lead to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from octavo.ooxml.names import RELATIONSHIP_BASE, qn

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree

    from octavo.ooxml.package import Package
    from octavo.ooxml.relationships import Relationship

_PERSONAL: Final = frozenset(
    {
        "attachedTemplate",
        "classificationlabels",
        "custom-properties",
        "extended-properties",
        "glossaryDocument",
        "origin",
        "people",
        "printerSettings",
        "thumbnail",
    }
)
"""Last steps of the types of relationships that never travel; ``origin`` is that of signatures."""
_CUSTOM_XML: Final = RELATIONSHIP_BASE + "customXml"
_CUSTOM_XML_PROPERTIES: Final = RELATIONSHIP_BASE + "customXmlProps"


def is_personal(pointer: Relationship) -> bool:
    """Whether the relationship leads to something that never travels."""
    return pointer.type.rpartition("/")[2] in _PERSONAL


def personal_parts(package: Package, trees: Mapping[str, etree._Element]) -> frozenset[str]:
    """Names of the parts that never travel, with the parts that only these lead to."""
    reached: set[str] = set()
    waiting = [""]
    unbound = _unbound(package, trees)
    while waiting:
        for pointer in package.relationships(waiting.pop()):
            target = pointer.target
            if pointer.external or is_personal(pointer) or target in unbound | reached:
                continue
            reached.add(target)
            waiting.append(target)
    content = (name for name in package.parts if not name.endswith(".rels"))
    return frozenset(name for name in content if name not in reached)


def _unbound(package: Package, trees: Mapping[str, etree._Element]) -> frozenset[str]:
    """Custom XML that no content control of the file is bound to."""
    items = {name: _item_id(package, trees, name) for name in _custom_xml(package)}
    if not items:
        return frozenset()
    bound = {
        binding.get(qn("w:storeItemID"), "").lower()
        for root in trees.values()
        for binding in root.iter(qn("w:dataBinding"), qn("w15:dataBinding"))
    }
    return frozenset(name for name, item in items.items() if item not in bound)


def _custom_xml(package: Package) -> Iterator[str]:
    for _, pointers in package.all_relationships():
        yield from (pointer.target for pointer in pointers if pointer.type == _CUSTOM_XML)


def _item_id(package: Package, trees: Mapping[str, etree._Element], name: str) -> str | None:
    for properties in package.related(name, _CUSTOM_XML_PROPERTIES):
        return trees[properties].get(qn("ds:itemID"), "").lower()
    return None
