"""Where a value stands: in a run, as text, runs, pictures and links, or for a paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from octavo.expressions import Anchored, Bare, Marked, Markup, text_of
from octavo.ooxml import qn
from octavo.word.elements import CELL, PARAGRAPH, PARAGRAPH_PROPERTIES, around, child, compact
from octavo.word.ids import BookmarkNameSlot
from octavo.word.looks import RunLook, run_look
from octavo.word.marked import marked
from octavo.word.nodes import Where, text_node
from octavo.word.values import Look, Picture, RichText, Subdocument

if TYPE_CHECKING:
    from octavo.word.draft import Draft, PlacedTag
    from octavo.word.rendering import Rendering

_NEW_PARAGRAPH: Final = "\a"
_OPEN: Final = '<w:t xml:space="preserve">'
_CELL_MARGINS: Final = 216
"""Twips that Word leaves at both sides of a cell, if a table says nothing else."""
EMU_A_TWIP: Final = 635


class RunSlot(Struct, frozen=True):
    """A place within the text of a run.

    Attributes:
        part: The part it is in; links and pictures are related to it.
        look: The look of its run.
        paragraph: The properties of its paragraph as XML, or None where the run is within a link,
            a control or another holder, so that no paragraph can end here.
        in_link: A link can't stand here, since there is one around it.
        room: The width of the cell around, in English metric units; 0 where there is none.
        is_first: Nothing stands before the value in its run, which need not begin before it.
        is_last: Nothing stands behind the value in its run, which need not end behind it.
    """

    part: str
    look: RunLook
    paragraph: str | None = None
    in_link: bool = False
    room: int = 0
    is_first: bool = False
    is_last: bool = False

    def write(self, value: object, rendering: Rendering) -> str:
        """The value as text of the run, or as runs and pictures between its two halves."""
        if type(value) is str and _NEW_PARAGRAPH not in value:
            return text_node(value, Where.RUN)
        if isinstance(value, Anchored):
            return self._known(value, rendering)
        if isinstance(value, RichText):
            return self._between(self._rich(value, rendering))
        if isinstance(value, Picture):
            drawing = rendering.picture(value, self.part, self.room)
            if self.is_first or self.is_last:
                return self._between(f"<w:r>{self.look.xml}{drawing}</w:r>")
            return f"</w:t>{drawing}{_OPEN}"
        return self._text(text_of(value))

    def _between(self, runs: str) -> str:
        """Runs between the halves of the run, so far as there are any."""
        before = "" if self.is_first else "</w:t></w:r>"
        behind = "" if self.is_last else f"<w:r>{self.look.xml}{_OPEN}"
        whole = f"{before}{runs}{behind}"
        return Bare(whole) if self.is_first or self.is_last else whole

    def _known(self, value: Anchored, rendering: Rendering) -> str:
        """A value between a bookmark's two ends, where it has an anchor: Word does not show it."""
        is_marked = isinstance(value, Marked)
        inner = self._rich(marked(value), rendering) if is_marked else self._text(str(value))
        if not value.anchor:
            return self._between(inner) if is_marked else inner
        if inner and not is_marked:
            inner = f"<w:r>{self.look.xml}{_OPEN}{inner}</w:t></w:r>"
        number = rendering.next_id()
        name = BookmarkNameSlot(f"_{value.anchor}").write(None, rendering)
        start = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
        return self._between(f'{start}{inner}<w:bookmarkEnd w:id="{number}"/>')

    def _text(self, text: str) -> str:
        return self._nodes(text, self.look.xml)

    def _nodes(self, text: str, properties: str, *, in_link: bool = False) -> str:
        """A text as it stands within ``w:t``, in as many paragraphs as it says."""
        if _NEW_PARAGRAPH not in text:
            return text_node(text, Where.RUN)
        if in_link or self.paragraph is None:
            return text_node(text.replace(_NEW_PARAGRAPH, "\n"), Where.RUN)
        between = f"</w:t></w:r></w:p><w:p>{self.paragraph}<w:r>{properties}{_OPEN}"
        return between.join(text_node(part, Where.RUN) for part in text.split(_NEW_PARAGRAPH))

    def _rich(self, rich: RichText, rendering: Rendering) -> str:
        return "".join(self._run(text, look, rendering) for text, look in rich if text)

    def _run(self, text: str, look: Look, rendering: Rendering) -> str:
        is_link = bool(look.link) and not self.in_link
        properties = self.look.with_look(rendering.linked(look) if is_link else look)
        nodes = self._nodes(text, properties, in_link=is_link)
        run = f"<w:r>{properties}{_OPEN}{nodes}</w:t></w:r>"
        return rendering.link(look.link or "", self.part, run) if is_link else run


class BlockSlot(Struct, frozen=True):
    """Where a value takes the place of a whole paragraph, be it that of a macro or a file.

    Attributes:
        run: The run that the tag stood in; any other value stands there.
        paragraph: The properties of the paragraph as XML.
        key: Where it is noted that no table came last; None if none could stand beside another.
    """

    run: RunSlot
    paragraph: str
    key: int | None = None

    def write(self, value: object, rendering: Rendering) -> str:
        """Whole paragraphs, one that holds the value, or none where the value is empty."""
        if isinstance(value, Markup):
            return "".join(value.pieces)
        if isinstance(value, Subdocument):
            blocks = rendering.grafts.blocks(value, self.run.part)
        else:
            blocks = self._paragraph(self.run.write(value, rendering))
        if blocks and self.key is not None:
            rendering.tables[self.key] = False
        return blocks

    def _paragraph(self, written: str) -> str:
        if written and not isinstance(written, Bare):
            written = f"<w:r>{self.run.look.xml}{_OPEN}{written}</w:t></w:r>"
        return f"<w:p>{self.paragraph}{written}</w:p>" if written else ""


def run_slot(story: Draft, text: etree._Element) -> RunSlot | None:
    """The slot of a tag that begins in a text; None where that stands in no run."""
    run = text.getparent()
    if run is None:
        return None
    holder = run.getparent()
    if holder not in story.holders:
        in_link = next(run.iterancestors(qn("w:hyperlink"), qn("w:fldSimple")), None) is not None
        cell = around(run, CELL)
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
    width = None if cell is None else cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}")
    value = "" if width is None or width.get(qn("w:type")) != "dxa" else width.get(qn("w:w")) or ""
    return max(int(value) - _CELL_MARGINS, 0) * EMU_A_TWIP if value.isdecimal() else 0


def _properties_of(holder: etree._Element | None) -> str | None:
    """The properties of a paragraph as XML, without a section break; None for another holder."""
    if holder is None or holder.tag != PARAGRAPH:
        return None
    properties = child(holder, PARAGRAPH_PROPERTIES)
    return "" if properties is None else compact(properties, (qn("w:sectPr"),))
