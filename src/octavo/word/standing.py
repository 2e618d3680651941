"""Where a value stands: the slot of a tag within a run, or in the place of a paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from octavo.ooxml import qn
from octavo.word.compact import compact
from octavo.word.elements import child
from octavo.word.looks import run_look
from octavo.word.names import CELL, PARAGRAPH, PARAGRAPH_PROPERTIES
from octavo.word.runs import BlockSlot, RunSlot

if TYPE_CHECKING:
    from lxml import etree

    from octavo.word.draft import Draft, PlacedTag

_SECTIONS: Final = (qn("w:sectPr"),)
_LINKS: Final = (qn("w:hyperlink"), qn("w:fldSimple"))
_CELL_WIDTH: Final = f"{qn('w:tcPr')}/{qn('w:tcW')}"
_CELL_MARGINS: Final = 216
"""Twips that Word leaves at both sides of a cell, if a table says nothing else."""
EMU_A_TWIP: Final = 635


def run_slot(story: Draft, text: etree._Element) -> RunSlot | None:
    """The slot of a tag that begins in a text; None where that stands in no run."""
    run = text.getparent()
    if run is None:
        return None
    holder = run.getparent()
    if holder not in story.holders:
        in_link = next(run.iterancestors(*_LINKS), None) is not None
        cell = next(run.iterancestors(CELL), None)
        if cell not in story.rooms:
            story.rooms[cell] = _room(cell)
        story.holders[holder] = _properties_of(holder), in_link, story.rooms[cell]
    return RunSlot(story.part, run_look(run), *story.holders[holder])


def block_slot(story: Draft, placed: PlacedTag) -> BlockSlot | None:
    """The slot of a tag that stands for its whole paragraph."""
    run = run_slot(story, placed.stream.piece_at(placed.tag.start).element)
    whole = None if run is None else replace(run, is_first=True, is_last=True)
    return None if whole is None else BlockSlot(whole, _properties_of(placed.paragraph) or "")


def _room(cell: etree._Element | None) -> int:
    """The width of the text in a cell, in English metric units; 0 where it says none."""
    width = None if cell is None else cell.find(_CELL_WIDTH)
    value = "" if width is None or width.get(qn("w:type")) != "dxa" else width.get(qn("w:w")) or ""
    return max(int(value) - _CELL_MARGINS, 0) * EMU_A_TWIP if value.isdecimal() else 0


def _properties_of(holder: etree._Element | None) -> str | None:
    """The properties of a paragraph as XML, without a section break; None for another holder."""
    if holder is None or holder.tag != PARAGRAPH:
        return None
    properties = child(holder, PARAGRAPH_PROPERTIES)
    return "" if properties is None else compact(properties, _SECTIONS)
