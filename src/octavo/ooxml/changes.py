"""Tracked changes taken or refused: a story as it would be then.

Source: ECMA-376, 17.13.5 (revisions). What a mark means is told by where it stands: in the
properties of a run at the end of a paragraph it is the paragraph's own mark, in those of a row the
row itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from itertools import islice
from typing import Final

from lxml import etree

from octavo.ooxml.block_content import CELL, PARAGRAPH, ROW, TABLE
from octavo.ooxml.elements import remove, unwrap
from octavo.ooxml.names import qn, qns

_ADDED: Final = qns("w:ins w:moveTo")
_TAKEN: Final = qns("w:del w:moveFrom")
_RUN_PROPERTIES: Final = qn("w:rPr")
_PARAGRAPH_PROPERTIES: Final = qn("w:pPr")
_ROW_PROPERTIES: Final = qn("w:trPr")
_OF_PROPERTIES: Final = frozenset({_RUN_PROPERTIES, _ROW_PROPERTIES})
_DELETED_WORDS: Final = {qn("w:delText"): qn("w:t"), qn("w:delInstrText"): qn("w:instrText")}
_CELLS: Final = qns("w:cellIns w:cellDel")
"""Marks of cells: those that go where changes are refused, and where they are taken."""
_CHANGES: Final = tuple(
    qn(f"w:{of}Change")
    for of in ("rPr", "pPr", "sectPr", "tblPr", "tcPr", "trPr", "tblPrEx", "tblGrid", "numbering")
)
_RANGES: Final = tuple(
    qn(f"w:{of}Range{end}")
    for of in (
        *("moveFrom", "moveTo", "customXmlIns", "customXmlDel"),
        *("customXmlMoveFrom", "customXmlMoveTo"),
    )
    for end in ("Start", "End")
)
_MARKS: Final = (*_ADDED, *_TAKEN, *_RANGES, *_CELLS, qn("w:cellMerge"))
CHANGES: Final = (*_MARKS, *_CHANGES)
"""Whatever records that something was changed."""


def resolved(story: etree._Element, *, accept: bool) -> etree._Element:
    """A copy of a story, or of a whole part, with every tracked change taken, or refused."""
    root = deepcopy(story)
    settle(root, accept=accept)
    return root


def settle(root: etree._Element, *, accept: bool) -> None:
    """Take every tracked change of a story or a part, or refuse it."""
    keep, drop = (_ADDED, _TAKEN) if accept else (_TAKEN, _ADDED)
    ends = [mark for tag in drop for mark in root.iter(tag) if _is_paragraph_mark(mark)]
    joined = [next(mark.iterancestors(PARAGRAPH)) for mark in ends]
    for element in list(taken_out(root, accept=accept)):
        table = element.getparent() if element.tag == ROW else None
        remove(element)
        if table is not None and table.find(ROW) is None:
            remove(table)
    for element in [one for one in root.iter(*keep) if not _is_of_properties(one)]:
        unwrap(element)
    _settle_properties(root, accept=accept)
    remove(*root.iter(*_MARKS))
    for element in root.iter(*_DELETED_WORDS):
        element.tag = _DELETED_WORDS[str(element.tag)]
    for paragraph in reversed(joined):
        _join_with_next(paragraph)


def taken_out(root: etree._Element, *, accept: bool) -> Iterator[etree._Element]:
    """The rows, cells and pieces of text that go where changes are taken, or refused."""
    drop = _TAKEN if accept else _ADDED
    for properties in root.iter(_ROW_PROPERTIES):
        if next(properties.iterchildren(*drop), None) is not None:
            yield from islice(properties.iterancestors(ROW), 1)
    for mark in root.iter(_CELLS[accept]):
        yield from islice(mark.iterancestors(CELL), 1)
    yield from (one for one in root.iter(*drop) if not _is_of_properties(one))


def _is_of_properties(element: etree._Element) -> bool:
    """Whether it marks a paragraph's end or a row, and holds nothing itself."""
    parent = element.getparent()
    return parent is not None and parent.tag in _OF_PROPERTIES


def _is_paragraph_mark(element: etree._Element) -> bool:
    holders = [holder.tag for holder in islice(element.iterancestors(), 2)]
    return holders == [_RUN_PROPERTIES, _PARAGRAPH_PROPERTIES]


def _settle_properties(root: etree._Element, *, accept: bool) -> None:
    """Keep the properties as they are, or put those before the change in their place."""
    for change in list(root.iter(*_CHANGES)):
        holder, before = change.getparent(), next(iter(change), None)
        if accept or holder is None or before is None or before.tag != holder.tag:
            remove(change)
            continue
        marks = [each for each in holder if each.tag in (*_ADDED, *_TAKEN, _RUN_PROPERTIES)]
        holder[:] = [*before, *marks]


def _join_with_next(paragraph: etree._Element) -> None:
    """Move what a paragraph holds to the front of the next, whose properties stay.

    Before a table, or at the end of a cell, a paragraph without content goes, unless it has to
    stay there (17.4.65: a cell ends with a paragraph).
    """
    content = [each for each in paragraph if each.tag != _PARAGRAPH_PROPERTIES]
    following = next(paragraph.itersiblings(PARAGRAPH, TABLE), None)
    if following is not None and following.tag == PARAGRAPH:
        properties = following.find(_PARAGRAPH_PROPERTIES)
        at = 0 if properties is None else 1
        following[at:at] = content
        remove(paragraph)
    elif not content and following is not None:
        remove(paragraph)
