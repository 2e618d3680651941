"""Parts that tell of a person or a machine, and the relationships that lead to them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from lxml import etree

from octavo.ooxml.names import CUSTOM_PROPERTIES, NAMESPACES, RELATIONSHIP_BASE, qn
from octavo.ooxml.package import Package
from octavo.ooxml.relationships import Relationship

_PERSONAL: Final = {
    "attachedTemplate": "",
    "classificationlabels": "the sensitivity label",
    "custom-properties": "custom properties that no field prints",
    "extended-properties": "",
    "glossaryDocument": "the building blocks",
    "origin": "the signatures",
    "people": "",
    "printerSettings": "",
    "thumbnail": "",
    "webextensiontaskpanes": "the pane of an add-in",
}
"""Last steps of the types of relationships that never travel, and what is said of it."""
_KNOWN: Final = frozenset(
    {"officeDocument", "core-properties", "styles", "stylesWithEffects", "settings", "webSettings"}
    | {"fontTable", "font", "theme", "themeOverride", "numbering", "header", "footer", "image"}
    | {"footnotes", "endnotes", "comments", "commentsExtended", "commentsIds", "hyperlink", "chart"}
    | {"commentsExtensible", "chartEx", "chartStyle", "chartColorStyle", "chartUserShapes"}
    | {"diagramData", "diagramLayout", "diagramQuickStyle", "diagramColors", "diagramDrawing"}
    | {"customXml", "customXmlProps", "package", "documenttasks", "keyMapCustomizations"}
)
"""Last steps of the types of relationships that Word itself writes."""
_REFERENCED: Final = frozenset({"header", "footer", "image", "hyperlink"})
"""Last steps of the types of relationships that an element names, or that lead nowhere."""
_NAMED: Final = etree.XPath("boolean(//@*[. = $id])")
_CUSTOM_XML: Final = RELATIONSHIP_BASE + "customXml"


def is_personal(pointer: Relationship) -> bool:
    """Whether the relationship leads to something that never travels."""
    return pointer.kind in _PERSONAL


def removed_kinds(
    package: Package, trees: Mapping[str, etree._Element], keeps: Callable[[Relationship], bool]
) -> tuple[str, ...]:
    """What is said of what does not travel, each kind once."""
    settings = {  # the parts of custom properties that are but settings of a program: name.name
        part
        for part in package.related("", CUSTOM_PROPERTIES)
        if all("." in (one.get("name") or "") for one in package.parts[part].root)
    }
    said = [
        ""
        if pointer.target in settings
        else _PERSONAL.get(pointer.kind, f"the part “{pointer.target}”")
        for source, pointers in package.all_relationships()
        for pointer in pointers
        if pointer.target not in settings
        and not (keeps(pointer) and not is_unknown(source, pointer, trees))
    ]
    unbound = (trees.get(name) for name in _unbound(package, trees))
    if any(root is not None and not str(root.tag).endswith("}Sources") for root in unbound):
        said.append("custom XML that no control is bound to")
    return tuple(dict.fromkeys(one for one in said if one))


def is_unknown(source: str, pointer: Relationship, trees: Mapping[str, etree._Element]) -> bool:
    """Whether a part is of a kind that is not Word's, and nothing in the text refers to it."""
    if pointer.external or pointer.kind in {*_KNOWN, *_PERSONAL}:
        return False
    root = trees.get(source)
    return root is None or not root.xpath("//@r:*[. = $id]", namespaces=NAMESPACES, id=pointer.id)


def unreferenced(package: Package, trees: Mapping[str, etree._Element]) -> frozenset[Relationship]:
    """Pointers to headers, pictures and addresses that nothing refers to any more."""
    told: dict[Relationship, bool] = {}
    for source, pointers in package.all_relationships():
        root = trees.get(source)
        if root is not None:
            for pointer in pointers:
                if pointer.kind in _REFERENCED:
                    told[pointer] = told.get(pointer, False) or _names(package, source, pointer.id)
    return frozenset(pointer for pointer, used in told.items() if not used)


def _names(package: Package, source: str, wanted: str) -> bool:
    """Whether an attribute of a part has a value, also one that is not written as usual."""
    part = package.parts[source]
    return f'="{wanted}"'.encode() in part.data or bool(_NAMED(part.root, id=wanted))


def personal_parts(
    package: Package, trees: Mapping[str, etree._Element], keeps: Callable[[Relationship], bool]
) -> frozenset[str]:
    """Names of the parts that never travel, with the parts that only these lead to."""
    reached: set[str] = set()
    waiting = [""]
    unbound = _unbound(package, trees)
    while waiting:
        source = waiting.pop()
        for pointer in package.relationships(source):
            target = pointer.target
            if pointer.external or not keeps(pointer) or target in unbound | reached:
                continue
            if is_unknown(source, pointer, trees):
                continue
            reached.add(target)
            waiting.append(target)
    content = (name for name in package.parts if not name.endswith(".rels"))
    return frozenset(name for name in content if name not in reached)


def _unbound(package: Package, trees: Mapping[str, etree._Element]) -> frozenset[str]:
    """Custom XML that no content control of the file is bound to."""
    items = {
        pointer.target: package.store_id(pointer.target)
        for _, pointers in package.all_relationships()
        for pointer in pointers
        if pointer.type == _CUSTOM_XML
    }
    if not items:
        return frozenset()
    bound = {
        binding.get(qn("w:storeItemID"), "").lower()
        for root in trees.values()
        for binding in root.iter(qn("w:dataBinding"), qn("w15:dataBinding"))
    }
    return frozenset(name for name, item in items.items() if not item or item not in bound)
