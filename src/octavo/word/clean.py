"""What within a story would stand in the way, comments over several paragraphs among it."""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from lxml import etree

from octavo.ooxml import NAMESPACES, qn, remove, replace
from octavo.word.elements import PARAGRAPH, empty, holders, parts_tables, whole_text
from octavo.word.lift import BLANK
from octavo.word.streams import streams

_PARAGRAPH_IDS: Final = etree.XPath(
    "//@w14:paraId | //@w14:textId", namespaces={"w14": NAMESPACES["w14"]}
)
_WRAPPERS: Final = (qn("w:smartTag"),)
_PROPERTIES: Final = frozenset({qn("w:smartTagPr")})
_DROPPED: Final = tuple(map(qn, ("w:permStart", "w:permEnd", "w:printerSettings")))
_OPEN: Final = "{#"
_CLOSE: Final = "#}"
_SECTION: Final = f"{qn('w:pPr')}/{qn('w:sectPr')}"


def clean(root: etree._Element) -> None:
    """Unwrap smart tags; drop protected ranges, the printer, and ids that copies would repeat."""
    for wrapper in list(root.iter(*_WRAPPERS)):
        replace(wrapper, [one for one in wrapper if one.tag not in _PROPERTIES])
    for dropped in list(root.iter(*_DROPPED)):
        remove(dropped)
    for trace in _PARAGRAPH_IDS(root):
        del trace.getparent().attrib[trace.attrname]


def drop_remarks(root: etree._Element) -> None:
    """Take out each ``{# … #}`` that ends in a later paragraph, with all between its ends."""
    if _OPEN not in whole_text(root):
        return
    for holder in holders(root, PARAGRAPH):
        _drop_within(list(holder))


def _drop_within(siblings: list[etree._Element]) -> None:
    """Take the remarks out of what stands in one holder."""
    texts = [streams(one)[0].text if one.tag == PARAGRAPH else "" for one in siblings]
    ends = [index for index, text in enumerate(texts) if _CLOSE in text]
    last = 0
    for index, text in enumerate(texts):
        following = bisect_right(ends, index)
        if index >= last and following < len(ends) and _is_open(text):
            last = ends[following]
            _drop(siblings[index], siblings[index + 1 : last + 1])


def _is_open(text: str) -> bool:
    start = text.rfind(_OPEN)
    return start >= 0 and _CLOSE not in text[start:] and "raw" not in text


def _drop(paragraph: etree._Element, between: list[etree._Element]) -> None:
    *inner, last = between
    visible = streams(paragraph)[0]
    start = visible.text.rfind(_OPEN)
    closing = streams(last)[0]
    end = closing.text.find(_CLOSE) + len(_CLOSE)
    rest = closing.text[end:].strip(BLANK)
    visible.edit([(start, len(visible.text), "")])
    closing.edit([(0, end, "")])
    gone = [*inner, *([] if rest else [last])]
    if not visible.text[:start].strip(BLANK):
        gone.append(paragraph)
    for element in gone:
        if element.tag == PARAGRAPH and parts_tables(element):
            empty(element)
        elif element.find(_SECTION) is None:
            remove(element)
