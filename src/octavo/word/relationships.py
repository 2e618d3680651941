"""The relationship parts of a rendered file: what the template had, and what rendering adds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from octavo.ooxml import NAMESPACES, qn
from octavo.word.draft import DECLARATION
from octavo.word.nodes import Where, text_node

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from octavo.word.rendering import Pointer

_END: Final = "</Relationships>"
_EMPTY: Final = f'<Relationships xmlns="{NAMESPACES["rel"]}">{_END}'


def without(part: etree._Element | None, gone: Collection[str]) -> str:
    """A relationship part, or an empty one, without the relationships of some ids."""
    if part is None:
        return DECLARATION + _EMPTY
    root = etree.Element(qn("rel:Relationships"), nsmap={None: NAMESPACES["rel"]})
    for element in part.iter(qn("rel:Relationship")):
        if element.get("Id") not in gone:
            etree.SubElement(root, qn("rel:Relationship"), dict(element.attrib))
    text = etree.tostring(root, encoding="unicode")
    return DECLARATION + (text if text.endswith(_END) else _EMPTY)


def with_pointers(text: str, pointers: Iterable[Pointer]) -> bytes:
    """A relationship part with more relationships at its end."""
    added = "".join(map(_relationship, pointers))
    return (text.removesuffix(_END) + added + _END).encode()


def _relationship(pointer: Pointer) -> str:
    mode = ' TargetMode="External"' if pointer.external else ""
    target = text_node(pointer.target, Where.ATTRIBUTE)
    return f'<Relationship Id="{pointer.id}" Type="{pointer.type}" Target="{target}"{mode}/>'
