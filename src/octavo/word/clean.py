"""What stands in the way before tags are read: ids, remarks, paragraphs that dashes join."""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from lxml import etree

from octavo.expressions import scan
from octavo.ooxml import NAMESPACES, qn, qns, remove, replace
from octavo.word.elements import (
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    SECTION,
    empty,
    holders,
    parts_tables,
    whole_text,
)
from octavo.word.lift import BLANK
from octavo.word.streams import streams

_PARAGRAPH_IDS: Final = etree.XPath(
    "//@w14:paraId | //@w14:textId", namespaces={"w14": NAMESPACES["w14"]}
)
_DROPPED: Final = qns("w:permStart w:permEnd w:printerSettings")
_OPEN: Final = "{#"
_CLOSE: Final = "#}"


def clean(root: etree._Element) -> None:
    """Unwrap smart tags; drop protected ranges, the printer, and ids that copies would repeat."""
    for wrapper in list(root.iter(qn("w:smartTag"))):
        replace(wrapper, [one for one in wrapper if one.tag != qn("w:smartTagPr")])
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
        elif element.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is None:
            remove(element)


def join_paragraphs(root: etree._Element) -> dict[etree._Element, list[int]]:
    """Join the paragraphs that dashes join; return where, as positions in their texts."""
    joins: dict[etree._Element, list[int]] = {}
    text = whole_text(root)
    if "-%}" not in text and "{%-" not in text:
        return joins
    for holder in holders(root, PARAGRAPH):
        _join_within(holder, joins)
    return joins


def _join_within(holder: etree._Element, joins: dict[etree._Element, list[int]]) -> None:
    """Join the paragraphs of one holder, each read once."""
    current: etree._Element | None = None
    length, is_open = 0, False
    for child in list(holder):
        if child.tag != PARAGRAPH:
            current = None
            continue
        text = streams(child)[0].text
        if current is not None and (is_open or _starts_joining(text)):
            joins.setdefault(current, []).append(length)
            _append(current, child)
            is_open = _ends_joining(text) or (is_open and not text.strip(BLANK))
            length += len(text)
        else:
            current, length, is_open = child, len(text), _ends_joining(text)


def _starts_joining(text: str) -> bool:
    if "-" not in text[: text.find("%") + 2]:
        return False
    first = next(iter(scan(text).tags), None)
    if first is None or not (first.joins_before and first.source.startswith("{%")):
        return False
    return not text[: first.start].strip(BLANK)


def _ends_joining(text: str) -> bool:
    if "-%}" not in text:
        return False
    tags = scan(text).tags
    last = tags[-1] if tags else None
    return last is not None and last.joins_after and not text[last.end :].strip(BLANK)


def _append(paragraph: etree._Element, following: etree._Element) -> None:
    """Move what a paragraph holds to the end of the one before, and its section break."""
    for child in list(following):
        if child.tag != PARAGRAPH_PROPERTIES:
            paragraph.append(child)
    properties = following.find(PARAGRAPH_PROPERTIES)
    own = paragraph.find(PARAGRAPH_PROPERTIES)
    if properties is not None and own is None:
        paragraph.insert(0, properties)
    elif properties is not None and own is not None:
        own.extend(properties.findall(SECTION))
    remove(following)
