"""Tags that stay within their text: values, and blocks of a few words."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Final

from lxml import etree

from octavo.expressions import Kind
from octavo.word.cells import cell_tag
from octavo.word.draft import CELL_TAGS, TEXTUAL, Draft, PlacedTag
from octavo.word.elements import RUN, RUN_PROPERTIES, TEXT
from octavo.word.lift import BLANK
from octavo.word.nodes import Where
from octavo.word.runs import run_slot
from octavo.word.slots import Slot, TextSlot, code_slot
from octavo.word.streams import Nature

if TYPE_CHECKING:
    from octavo.word.streams import Edit, Stream

_BLOCKS: Final = (Kind.OPEN, Kind.BRANCH, Kind.JUMP, Kind.CLOSE)
_START: Final = attrgetter("tag.start")
_WHITE: Final = BLANK.replace("\u00a0", "")
"""White space that a dash takes away; a no-break space is there to stay."""


def place(story: Draft, rest: list[PlacedTag], groups: dict[int, tuple[int, ...]]) -> None:
    """Put the marks of tags in their place within the text, and take the tags out."""
    by_stream: dict[int, list[PlacedTag]] = {}
    for placed in rest:
        by_stream.setdefault(id(placed.stream), []).append(placed)
    for found in by_stream.values():
        _join_texts(found, groups)
    starts = {one.mark: one.stream.piece_at(one.tag.start).element for one in rest}
    for found in by_stream.values():
        edits: list[Edit] = []
        done = 0
        for placed in sorted(found, key=_START):
            tag, (start, end) = placed.tag, _span(story, placed)
            if start < tag.start:
                edits.append((max(start, done), tag.start, ""))
            edits.append((tag.start, tag.end, _insert(story, placed, groups, starts)))
            if end > tag.end:
                edits.append((tag.end, end, ""))
            done = end
        found[0].stream.edit(edits)
        _prune(found[0].stream)


def _join_texts(found: list[PlacedTag], groups: dict[int, tuple[int, ...]]) -> None:
    """Join the runs of a block that becomes a text: Word splits them where it checks spelling."""
    blocks = [one for one in found if one.tag.word in TEXTUAL and one.mark in groups]
    ends = {one.mark: one.tag.end for one in found} if blocks else {}
    spans = sorted((one.tag.start, one.tag.end) for one in found) if blocks else []
    for first in blocks:
        end = ends.get(groups[first.mark][-1])
        if end is not None:
            first.stream.join(first.tag.start, end, spans)


def _is_apart(
    placed: PlacedTag, groups: dict[int, tuple[int, ...]], starts: dict[int, etree._Element]
) -> bool:
    """Whether the tags of a block begin in different elements of visible text."""
    first = {starts.get(mark) for mark in groups.get(placed.mark, ())}
    return len(first) != 1 and placed.stream.nature is Nature.TEXT


def _insert(
    story: Draft,
    placed: PlacedTag,
    groups: dict[int, tuple[int, ...]],
    starts: dict[int, etree._Element],
) -> str | etree._Element:
    """What stands in the text where a tag stood."""
    tag, mark = placed.tag, placed.mark
    if mark in story.anchors:
        return ""
    if tag.kind in _BLOCKS and _is_apart(placed, groups, starts):
        anchor = story.anchors[mark] = story.instruction(mark)
        return anchor
    if tag.kind is Kind.ESCAPE:
        return tag.body
    if tag.word in CELL_TAGS:
        cell_tag(story, placed)
    elif mark in story.steps:
        element = starts[mark]
        story.anchors[mark] = _stand(placed.stream, element)
        if tag.kind is Kind.VALUE or tag.word == "endfilter":
            story.slots[mark] = _slot(story, placed, element)
        return story.token(mark)
    return ""


def _span(story: Draft, placed: PlacedTag) -> tuple[int, int]:
    """The characters of a tag, with the white space that its dashes take away.

    That is the white space up to the next text, but no further than the line ends in it, or than
    where a dash has joined two paragraphs: as in docxtpl, what is typed beyond stays.
    """
    tag = placed.tag
    start, end = tag.start, tag.end
    if not (tag.joins_before or tag.joins_after):
        return start, end
    text = placed.stream.text
    borders = [] if placed.paragraph is None else story.joins.get(placed.paragraph, [])
    if tag.joins_before:
        left = max((border for border in borders if border <= start), default=0)
        white = text[left + len(text[left:start].rstrip(_WHITE)) : start]
        start -= len(white[max(white.find("\n"), 0) :])
    if tag.joins_after:
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


def _slot(story: Draft, placed: PlacedTag, element: etree._Element) -> Slot:
    tag, stream = placed.tag, placed.stream
    if stream.nature is Nature.CODE:
        return code_slot(stream.text[: tag.start], stream.text[tag.end :], Where.CODE)
    run = run_slot(story, element) if stream.nature is Nature.TEXT else None
    return TextSlot(Where.PLAIN) if run is None else run


def _prune(stream: Stream) -> None:
    """Remove the runs that held nothing but characters of tags."""
    if stream.nature is not Nature.TEXT:
        return
    for piece in stream.pieces:
        run = piece.element.getparent()
        if piece.element.tag != TEXT or piece.element.text or run is None:
            continue
        run.remove(piece.element)
        holder = run.getparent()
        is_bare = all(one.tag == RUN_PROPERTIES for one in run)
        if is_bare and holder is not None and run.tag == RUN:
            holder.remove(run)
