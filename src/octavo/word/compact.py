"""Elements as XML text without namespace declarations, for a place that has them in scope."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from octavo.ooxml import NAMESPACES
from octavo.word.names import PARAGRAPH_PROPERTIES

if TYPE_CHECKING:
    from collections.abc import Collection

    from lxml import etree

_PREFIXES: Final = {uri: prefix for prefix, uri in NAMESPACES.items()}
_ESCAPES: Final = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;"}
)


def compact(element: etree._Element, dropped: Collection[object] = ()) -> str:
    """An element with its attributes, and its children but for ``dropped`` kinds; without text.

    Only elements and attributes of known namespaces come along: it serves properties of runs and
    paragraphs, which are made of them.
    """
    name = _name(str(element.tag))
    pieces = [f"<{name}"]
    for key, value in element.items():
        if known := _name(key):
            text = value if value.isalnum() else value.translate(_ESCAPES)
            pieces.append(f' {known}="{text}"')
    inner = [compact(one) for one in element if one.tag not in dropped and _name(str(one.tag))]
    pieces += (">", *inner, f"</{name}>") if inner else ("/>",)
    return "".join(pieces)


def empty_like(paragraph: etree._Element | None, dropped: Collection[object] = ()) -> str:
    """An empty paragraph that looks like one, but for properties of ``dropped`` kinds."""
    properties = None if paragraph is None else paragraph.find(PARAGRAPH_PROPERTIES)
    return "<w:p/>" if properties is None else f"<w:p>{compact(properties, dropped)}</w:p>"


@lru_cache(maxsize=1_000)
def _name(tag: str) -> str:
    """``w:b``; empty where the namespace is not known, the bare name where there is none."""
    uri, brace, local = tag.rpartition("}")
    if not brace:
        return local
    prefix = _PREFIXES.get(uri[1:])
    return f"{prefix}:{local}" if prefix in {"w", "xml"} else ""
