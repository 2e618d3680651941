"""Names of the elements that many modules look for, and what is done to these in many places."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import lru_cache
from typing import Final

from lxml import etree

from octavo.ooxml import NAMESPACES, qn

_BORDER: Final = "<?border?>"
PARAGRAPH: Final = qn("w:p")
TABLE: Final = qn("w:tbl")
ROW: Final = qn("w:tr")
CELL: Final = qn("w:tc")
RUN: Final = qn("w:r")
TEXT: Final = qn("w:t")
VALUE: Final = qn("w:val")
ID: Final = qn("w:id")
PARAGRAPH_PROPERTIES: Final = qn("w:pPr")
RUN_PROPERTIES: Final = qn("w:rPr")
CELL_PROPERTIES: Final = qn("w:tcPr")
CONTROL: Final = qn("w:sdt")
CONTROL_CONTENT: Final = qn("w:sdtContent")
CONTROL_PROPERTIES: Final = qn("w:sdtPr")
FIELD_CHARACTER: Final = qn("w:fldChar")
FIELD_CHARACTER_TYPE: Final = qn("w:fldCharType")
FIELD_CODE: Final = qn("w:instrText")
SIMPLE_FIELD: Final = qn("w:fldSimple")
GRID_SPAN: Final = qn("w:gridSpan")
TEXT_BOX: Final = qn("w:txbxContent")
ALTERNATE: Final = qn("mc:AlternateContent")
FALLBACK: Final = qn("mc:Fallback")
TYPE: Final = qn("w:type")
NAME: Final = qn("w:name")
DRAWING: Final = qn("wp:docPr")
SECTION: Final = qn("w:sectPr")
BOOKMARK_START: Final = qn("w:bookmarkStart")
BOOKMARK_END: Final = qn("w:bookmarkEnd")
INSTRUCTION: Final = qn("w:instr")
_PREFIXES: Final = {uri: prefix for prefix, uri in NAMESPACES.items()}
_ESCAPES: Final = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;"}
)


def child(element: etree._Element, tag: str) -> etree._Element | None:
    """The first child of a kind; a loop is faster than lxml's own search where there are few."""
    for one in element:
        if one.tag == tag:
            return one
    return None


def around(element: etree._Element, tag: str) -> etree._Element | None:
    """The nearest element of a kind around an element."""
    return next(element.iterancestors(tag), None)


def whole_text(element: etree._Element) -> str:
    """All the text within an element, whatever holds it."""
    return etree.tostring(element, encoding="unicode", method="text", with_tail=False)


def holders(root: etree._Element, tag: str) -> list[etree._Element]:
    """What elements of a kind stand in, each once, in order."""
    parents = dict.fromkeys(one.getparent() for one in root.iter(tag))
    return [parent for parent in parents if parent is not None]


def spaces_of(root: etree._Element) -> str:
    """The declarations of the namespaces that a piece of a part needs to be read alone."""
    return " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in root.nsmap.items() if prefix)


def changed(text: str, spaces: str, change: Callable[[etree._Element], None]) -> str:
    """A piece of a part, once its elements, in a holder, have been changed."""
    holder = etree.fromstring(f"<holder {spaces}>{_BORDER}{text}{_BORDER}</holder>")
    change(holder)
    return etree.tostring(holder, encoding="unicode").split(_BORDER)[1]


def parts_tables(paragraph: etree._Element) -> bool:
    """Whether a paragraph stands between two tables, of which Word would make one without it."""
    before, behind = paragraph.getprevious(), paragraph.getnext()
    return before is not None and behind is not None and before.tag == behind.tag == TABLE


def empty(paragraph: etree._Element) -> None:
    """Leave nothing of a paragraph but its properties."""
    paragraph[:] = [one for one in paragraph if one.tag == PARAGRAPH_PROPERTIES]


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
