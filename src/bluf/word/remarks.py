"""Comments of the template language that go over several paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bluf.ooxml import qn
from bluf.word.draft import PARAGRAPH
from bluf.word.elements import remove
from bluf.word.lift import BLANK
from bluf.word.streams import streams

if TYPE_CHECKING:
    from lxml import etree

    from bluf.word.streams import Stream

_OPEN: Final = "{#"
_CLOSE: Final = "#}"
_SECTION: Final = f"{qn('w:pPr')}/{qn('w:sectPr')}"


def drop_remarks(root: etree._Element) -> None:
    """Take out each ``{# … #}`` that ends in a later paragraph, with all between its ends."""
    if _OPEN not in "".join(root.itertext()):
        return
    for paragraph in list(root.iter(PARAGRAPH)):
        visible = streams(paragraph)[0]
        start = visible.text.rfind(_OPEN)
        if start < 0 or _CLOSE in visible.text[start:] or "raw" in visible.text:
            continue
        between = _until_closed(paragraph)
        if between:
            _drop(paragraph, visible, start, between)


def _until_closed(paragraph: etree._Element) -> list[etree._Element]:
    """What follows a paragraph up to the one with the end of the remark; empty without one."""
    between: list[etree._Element] = []
    for following in paragraph.itersiblings():
        between.append(following)
        if following.tag == PARAGRAPH and _CLOSE in streams(following)[0].text:
            return between
    return []


def _drop(
    paragraph: etree._Element, visible: Stream, start: int, between: list[etree._Element]
) -> None:
    *inner, last = between
    closing = streams(last)[0]
    end = closing.text.find(_CLOSE) + len(_CLOSE)
    rest = closing.text[end:].strip(BLANK)
    visible.cut(start, len(visible.text))
    closing.cut(0, end)
    gone = [*inner, *([] if rest else [last])]
    if not visible.text[:start].strip(BLANK):
        gone.append(paragraph)
    for element in gone:
        if element.find(_SECTION) is None:
            remove(element)
