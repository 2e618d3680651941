"""Elements as XML text without namespace declarations, for a place that has them in scope."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bluf.ooxml.names import NAMESPACES

if TYPE_CHECKING:
    from lxml import etree

_PREFIXES: Final = {uri: prefix for prefix, uri in NAMESPACES.items()}
_ESCAPES: Final = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;"}
)


def compact(element: etree._Element) -> str:
    """An element with its attributes and children; text in it does not count.

    Only elements and attributes of known namespaces come along: it serves properties of runs and
    paragraphs, which are made of them.
    """
    name = _name(element.tag)
    attributes = "".join(
        f' {_name(key)}="{value.translate(_ESCAPES)}"'
        for key, value in element.attrib.items()
        if _name(key)
    )
    inner = "".join(compact(child) for child in element if _name(child.tag))
    return f"<{name}{attributes}>{inner}</{name}>" if inner else f"<{name}{attributes}/>"


def _name(tag: object) -> str:
    """``w:b``; empty where the namespace is not known, the bare name where there is none."""
    uri, brace, local = str(tag).rpartition("}")
    if not brace:
        return local
    prefix = _PREFIXES.get(uri[1:])
    return f"{prefix}:{local}" if prefix in {"w", "xml"} else ""
