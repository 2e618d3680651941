"""SVG: what is drawn; no metadata, comments, and no attributes of the program that drew it."""

from __future__ import annotations

from lxml import etree

_SVG = "http://www.w3.org/2000/svg"
_DRAWN = frozenset((_SVG, "http://www.w3.org/1999/xlink", "http://www.w3.org/XML/1998/namespace"))
_TOLD = frozenset(f"{{{_SVG}}}{name}" for name in ("metadata", "script", "foreignObject"))


def stripped(picture: bytes) -> bytes:
    """The picture with the elements and attributes of SVG alone, and no metadata."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(picture, parser)
    except etree.XMLSyntaxError:
        raise ValueError from None
    for element in list(root.iter(etree.Element)):
        if element.tag in _TOLD or _space(str(element.tag)) not in _DRAWN:
            parent = element.getparent()
            if parent is None:
                raise ValueError
            parent.remove(element)
            continue
        for name in list(element.attrib):
            space = _space(str(name))
            if (space and space not in _DRAWN) or str(name).startswith("data-"):
                del element.attrib[name]
    etree.cleanup_namespaces(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _space(name: str) -> str:
    return name[1:].partition("}")[0] if name.startswith("{") else ""
