"""Dash tags: ``-%}`` at the end of a paragraph, ``{%-`` at its head, join it with its neighbour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.expressions import scan
from octavo.ooxml import remove
from octavo.word.elements import PARAGRAPH, PARAGRAPH_PROPERTIES, SECTION, holders, whole_text
from octavo.word.lift import BLANK
from octavo.word.streams import streams

if TYPE_CHECKING:
    from lxml import etree

    from octavo.expressions import Tag


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
    tags = scan(text).tags
    return bool(tags) and _is_joining(tags[0]) and not text[: tags[0].start].strip(BLANK)


def _is_joining(tag: Tag) -> bool:
    return tag.joins_before and tag.source.startswith("{%")


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
