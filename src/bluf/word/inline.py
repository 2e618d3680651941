"""Tags that stay within their text: values, and blocks of a few words."""

from __future__ import annotations

from copy import deepcopy
from itertools import groupby
from typing import TYPE_CHECKING, Final

from lxml import etree

from bluf.expressions import Kind
from bluf.ooxml import qn
from bluf.word.cells import cell_tag
from bluf.word.codes import code_slot
from bluf.word.compact import compact
from bluf.word.lift import BLANK
from bluf.word.looks import run_look
from bluf.word.runs import RunSlot
from bluf.word.slots import TextSlot, Where
from bluf.word.streams import Nature

if TYPE_CHECKING:
    from bluf.word.draft import Draft, Placed
    from bluf.word.slots import Slot
    from bluf.word.streams import Stream

_RUN: Final = qn("w:r")
_TEXT: Final = qn("w:t")
_PARAGRAPH: Final = qn("w:p")
_PROPERTIES: Final = qn("w:rPr")
_BLOCKS: Final = frozenset({Kind.OPEN, Kind.BRANCH, Kind.CLOSE})
_LINKS: Final = frozenset(map(qn, ("w:hyperlink", "w:fldSimple")))
_ASIDE: Final = frozenset({"vm", "hm", "cellbg", "colspan"})
_WHITE: Final = BLANK.replace("\u00a0", "")
"""White space that a dash takes away; a no-break space is there to stay."""


def place(story: Draft, rest: list[Placed], groups: dict[int, tuple[int, ...]]) -> None:
    """Put the marks of tags in their place within the text, and take the tags out."""
    starts = {one.mark: one.stream.piece_at(one.tag.start).element for one in rest}
    ordered = sorted(rest, key=lambda one: (id(one.stream), one.tag.start))
    for _, of_stream in groupby(ordered, lambda one: id(one.stream)):
        found = list(of_stream)
        untouched = len(found[0].stream.text)
        for placed in reversed(found):
            group = [starts.get(mark) for mark in groups.get(placed.mark, ())]
            is_together = len(set(group)) == 1 or placed.stream.nature is not Nature.TEXT
            start, end = _span(story, placed)
            placed.stream.cut(placed.tag.end, min(end, untouched))
            _place(story, placed, is_together=is_together)
            placed.stream.cut(start, placed.tag.start)
            untouched = start
        _prune(found[0].stream)


def _place(story: Draft, placed: Placed, *, is_together: bool) -> None:
    tag, stream = placed.tag, placed.stream
    element = stream.piece_at(tag.start).element
    if placed.mark in story.anchors:
        stream.cut(tag.start, tag.end)
    elif tag.kind in _BLOCKS and not is_together:
        offset = tag.start - stream.piece_at(tag.start).start
        stream.cut(tag.start, tag.end)
        anchor = story.instruction(placed.mark)
        story.anchors[placed.mark] = anchor
        _split(element, offset, anchor)
    else:
        stream.cut(tag.start, tag.end, _insert(story, placed, element))


def _insert(story: Draft, placed: Placed, element: etree._Element) -> str:
    """What stands in the text where a tag stood."""
    tag = placed.tag
    if tag.kind is Kind.ESCAPE:
        return tag.body
    if tag.word in _ASIDE:
        cell_tag(story, placed)
    elif placed.mark in story.steps:
        story.anchors[placed.mark] = _stand(placed.stream, element)
        if tag.kind is Kind.VALUE:
            story.slots[placed.mark] = _slot(story, placed, element)
        return story.token(placed.mark)
    return ""


def _span(story: Draft, placed: Placed) -> tuple[int, int]:
    """The characters of a tag, with the white space that its dashes take away.

    That is the white space up to the next text, but no further than the line ends in it, or than
    where a dash has joined two paragraphs: as in docxtpl, what is typed beyond stays.
    """
    text, start, end = placed.stream.text, placed.tag.start, placed.tag.end
    borders = [] if placed.paragraph is None else story.joins.get(placed.paragraph, [])
    if placed.tag.joins_before:
        left = max((border for border in borders if border <= start), default=0)
        white = text[left + len(text[left:start].rstrip(_WHITE)) : start]
        start -= len(white[max(white.find("\n"), 0) :])
    if placed.tag.joins_after:
        right = min((border for border in borders if border >= end), default=len(text))
        white = text[end : right - len(text[end:right].lstrip(_WHITE))]
        end += white.rfind("\n") + 1 or len(white)
    return start, end


def _stand(stream: Stream, element: etree._Element) -> etree._Element:
    """What a tag stands in: for the runs of one code or formula, which repeat as one, the first."""
    if stream.nature is Nature.TEXT:
        return element
    first = stream.pieces[0].element
    return first if _frame(first) == _frame(element) else element


def _frame(text: etree._Element) -> tuple[object, etree._Element | None]:
    """What kind of run a text stands in, and where that stands."""
    run = text.getparent()
    return (None, None) if run is None else (run.tag, run.getparent())


def _slot(story: Draft, placed: Placed, element: etree._Element) -> Slot:
    tag, stream = placed.tag, placed.stream
    if stream.nature is Nature.CODE:
        return code_slot(stream.text[: tag.start], stream.text[tag.end :], Where.CODE)
    run = element.getparent()
    if stream.nature is not Nature.TEXT or run is None:
        return TextSlot(Where.PLAIN)
    paragraph = run.getparent()
    return RunSlot(
        story.part,
        run_look(run),
        _paragraph_properties(story, paragraph),
        in_link=any(one.tag in _LINKS for one in run.iterancestors()),
    )


def _paragraph_properties(story: Draft, paragraph: etree._Element | None) -> str | None:
    """The properties of a paragraph as XML, without a section break; None for another holder."""
    if paragraph is None or paragraph.tag != _PARAGRAPH:
        return None
    if paragraph not in story.properties:
        story.properties[paragraph] = _properties_of(paragraph)
    return story.properties[paragraph]


def _properties_of(paragraph: etree._Element) -> str:
    properties = paragraph.find(qn("w:pPr"))
    if properties is None:
        return ""
    own = deepcopy(properties)
    for section in own.findall(qn("w:sectPr")):
        own.remove(section)
    return compact(own)


def _split(text: etree._Element, offset: int, anchor: etree._Element) -> None:
    """Split a run within its text, and set an anchor between its halves."""
    run = text.getparent()
    if run is None:  # pragma: no cover - a text stands in a run
        return
    right = etree.Element(run.tag)
    properties = run.find(_PROPERTIES)
    content = (text.text or "")[offset:]
    following = list(text.itersiblings())
    if content or following:
        if properties is not None:
            right.append(deepcopy(properties))
        half = etree.SubElement(right, _TEXT)
        half.text = content
        half.set(qn("xml:space"), "preserve")
        right.extend(following)
        run.addnext(right)
    text.text = (text.text or "")[:offset]
    run.addnext(anchor)


def _prune(stream: Stream) -> None:
    """Remove the runs that held nothing but characters of tags."""
    if stream.nature is not Nature.TEXT:
        return
    for piece in stream.pieces:
        run = piece.element.getparent()
        if piece.element.tag != _TEXT or piece.element.text or run is None:
            continue
        run.remove(piece.element)
        holder = run.getparent()
        is_bare = all(child.tag == _PROPERTIES for child in run)
        if is_bare and holder is not None and run.tag == _RUN:
            holder.remove(run)
