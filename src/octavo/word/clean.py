"""What within a story would stand in the way."""

from __future__ import annotations

from typing import Final

from lxml import etree

from octavo.ooxml import NAMESPACES, qn, remove, replace

_PARAGRAPH_IDS: Final = etree.XPath(
    "//@w14:paraId | //@w14:textId", namespaces={"w14": NAMESPACES["w14"]}
)
_WRAPPERS: Final = (qn("w:smartTag"),)
_PROPERTIES: Final = frozenset({qn("w:smartTagPr")})
_DROPPED: Final = tuple(map(qn, ("w:permStart", "w:permEnd", "w:printerSettings")))


def clean(root: etree._Element) -> None:
    """Unwrap smart tags; drop protected ranges, the printer, and ids that copies would repeat."""
    for wrapper in list(root.iter(*_WRAPPERS)):
        replace(wrapper, [one for one in wrapper if one.tag not in _PROPERTIES])
    for dropped in list(root.iter(*_DROPPED)):
        remove(dropped)
    for trace in _PARAGRAPH_IDS(root):
        del trace.getparent().attrib[trace.attrname]
