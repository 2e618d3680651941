"""docxtpl's cell tags: background, merging across and down."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from typing import TYPE_CHECKING, Final

from lxml import etree

from octavo.expressions import SYNTAX, Fault, Kind, Tag, read, read_expression, text_of, unfit
from octavo.ooxml import in_place, qn
from octavo.word.elements import CELL, CELL_PROPERTIES, around
from octavo.word.grid import MOST_COLUMNS, piece
from octavo.word.looks import is_color
from octavo.word.nodes import Where
from octavo.word.rendering import Rendering
from octavo.word.slots import TextSlot

if TYPE_CHECKING:
    from octavo.word.draft import BlockScope, Draft, PlacedTag


class ColorSlot:
    """A colour in six hexadecimal digits; nothing is Word's ``auto``."""

    def write(self, value: object, _rendering: Rendering) -> str:
        """The digits; a value that is no colour is a fault."""
        text = text_of(value).removeprefix("#")
        if text in {"", "auto"}:
            return "auto"
        if not is_color(text):
            raise unfit(f"“{value}” is not a colour", "give six hexadecimal digits: FF0000")
        return text.upper()


class SpanSlot:
    """A number of columns."""

    def write(self, value: object, _rendering: Rendering) -> str:
        """The number; a value that is none is a fault."""
        number = str(value)
        if not number.isdecimal() or not 0 < int(number) <= MOST_COLUMNS:
            raise unfit(f"“{value}” is not a number of columns")
        return piece("span", str(int(number)))


def cell_tag(story: Draft, placed: PlacedTag) -> None:
    """Do what a cell tag says to the properties of its cell."""
    cell = _cell_of(placed)
    if cell is None:
        message = f"“{placed.tag.word}” stands in no table cell"
        story.register.refuse(placed.mark, Fault(SYNTAX, message))
        return
    _DOERS[placed.tag.word](story, placed, cell)


def check_cell_tags(story: Draft, scope: BlockScope, groups: Iterable[tuple[int, ...]]) -> None:
    """Note each cell tag in a block of its own cell: it is for all of the cell, or in no loop."""
    placed = {one.mark: one for one in scope.tags}
    for tag in (one for one in scope.tags if one.tag.word in _DOERS):
        around = [placed[group[0]] for group in groups if group[0] < tag.mark < group[-1]]
        word, cell = tag.tag.word, _cell_of(tag)
        if cell is None:
            continue
        if word in _LOOPED and all(one.tag.word != "for" for one in around):
            message = f"“{word}” joins the cells of a loop, and stands in none"
            story.register.refuse(tag.mark, Fault(SYNTAX, message))
        elif any(_cell_of(one) is cell and one.tag.prefix not in _OUTER for one in around):
            message = f"“{word}” is for the whole cell, and stands in a block within it"
            hint = "let its value decide: {% cellbg 'FF0000' if late else '' %}"
            story.register.refuse(tag.mark, Fault(SYNTAX, message, hint))


def _cell_of(placed: PlacedTag) -> etree._Element | None:
    return None if placed.paragraph is None else around(placed.paragraph, CELL)


def _background(story: Draft, placed: PlacedTag, cell: etree._Element) -> None:
    shading = _property(cell, "shd")
    shading.attrib.clear()
    shading.set(qn("w:val"), "clear")
    shading.set(qn("w:color"), "auto")
    shading.set(qn("w:fill"), story.token(placed.mark))
    story.slots[placed.mark] = ColorSlot()


def _span(story: Draft, placed: PlacedTag, cell: etree._Element) -> None:
    _property(cell, "gridSpan").set(qn("w:val"), story.token(placed.mark))
    story.slots[placed.mark] = SpanSlot()


def _merge_down(story: Draft, placed: PlacedTag, cell: etree._Element) -> None:
    """In a row loop: the first cell keeps its content, the others go on with it."""
    expression = "'restart' if loop.first else 'continue'"
    story.steps[placed.mark] = read_expression(expression, placed.mark)
    story.slots[placed.mark] = TextSlot(Where.ATTRIBUTE)
    _property(cell, "vMerge").set(qn("w:val"), story.token(placed.mark))
    content = [child for child in cell if child.tag != CELL_PROPERTIES]
    first, last = content[0], content[-1]
    first.addprevious(_step(story, placed, "if loop.first"))
    last.addnext(_step(story, placed, "endif"))
    last.addnext(_empty_paragraph(cell))
    last.addnext(_step(story, placed, "else"))


def _merge_across(story: Draft, placed: PlacedTag, cell: etree._Element) -> None:
    """In a column loop: one cell instead of many, as wide as all of them."""
    span = _property(cell, "gridSpan")
    columns = span.get(qn("w:val")) or "1"
    if not columns.isdecimal():
        fault = Fault(SYNTAX, "another tag says already how many columns the cell takes")
        story.register.refuse(placed.mark, fault)
        return
    story.steps[placed.mark] = read_expression(f"loop.length * {int(columns)}", placed.mark)
    story.slots[placed.mark] = SpanSlot()
    span.set(qn("w:val"), story.token(placed.mark))
    cell.addprevious(_step(story, placed, "if loop.first"))
    cell.addnext(_step(story, placed, "endif"))


def _step(story: Draft, placed: PlacedTag, statement: str) -> etree._Element:
    """A block tag of our own, on behalf of the author's."""
    mark = story.register.add(story.register.marks[placed.mark].place, placed.tag.source)
    word = statement.partition(" ")[0]
    kind = {"if": Kind.OPEN, "else": Kind.BRANCH, "endif": Kind.CLOSE}[word]
    tag = Tag(kind, 0, 0, placed.tag.source, word, statement)
    story.steps[mark] = read(tag, mark)
    anchor = story.instruction(mark)
    story.anchors[mark] = anchor
    return anchor


def _empty_paragraph(cell: etree._Element) -> etree._Element:
    """An empty paragraph that looks like the first one of the cell."""
    paragraph = etree.Element(qn("w:p"))
    paragraph.extend(map(deepcopy, cell.findall(f"{qn('w:p')}[1]/{qn('w:pPr')}")))
    return paragraph


def _property(cell: etree._Element, name: str) -> etree._Element:
    return in_place(in_place(cell, "tcPr"), name)


_LOOPED: Final = frozenset({"vm", "hm"})
_OUTER: Final = frozenset({"tr", "tc"})
_DOERS: Final = {"cellbg": _background, "colspan": _span, "vm": _merge_down, "hm": _merge_across}
