"""What within a story would stand in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from bluf.ooxml import qn
from bluf.ooxml.names import NAMESPACES

if TYPE_CHECKING:
    from collections.abc import Iterable

_PARAGRAPH_IDS: Final = etree.XPath(
    "//@w14:paraId | //@w14:textId", namespaces={"w14": NAMESPACES["w14"]}
)
_WRAPPERS: Final = (qn("w:smartTag"),)
_PROPERTIES: Final = frozenset({qn("w:smartTagPr")})
_DROPPED: Final = tuple(map(qn, ("w:permStart", "w:permEnd", "w:printerSettings")))


def clean(root: etree._Element) -> None:
    """Unwrap smart tags; drop protected ranges, the printer, and ids that copies would repeat."""
    for wrapper in list(root.iter(*_WRAPPERS)):
        put_in_place(wrapper, [one for one in wrapper if one.tag not in _PROPERTIES])
    for dropped in list(root.iter(*_DROPPED)):
        put_in_place(dropped, ())
    for trace in _PARAGRAPH_IDS(root):
        del trace.getparent().attrib[trace.attrname]


def put_in_place(element: etree._Element, others: Iterable[etree._Element]) -> None:
    """Put other elements, or none, where an element stands."""
    parent = element.getparent()
    if parent is not None:
        index = parent.index(element)
        parent[index : index + 1] = list(others)
