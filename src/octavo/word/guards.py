"""Guards: what Word demands of a cell, row, table, control or story, whatever is left out.

A guard holds back the output of a container while it is rendered, and sets right what a condition
or an empty loop took from it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree
from msgspec import Struct

from octavo.expressions import Close, Open
from octavo.ooxml import qn, qns
from octavo.word.elements import CELL, CONTROL, CONTROL_CONTENT, PARAGRAPH, ROW, TABLE, empty_like
from octavo.word.shape import SILENT, begins, ends_well

if TYPE_CHECKING:
    from octavo.word.draft import Draft
    from octavo.word.rendering import Rendering

_STORIES: Final = qns("w:txbxContent w:hdr w:ftr w:footnote w:endnote w:comment")
_PROPERTIES: Final = frozenset(qns("w:tcPr w:trPr w:tblPr w:tblGrid w:tblPrEx"))
_NOT_EMPTY: Final = (qn("w:numPr"), qn("w:sectPr"))
_SILENT: Final = frozenset(map(qn, SILENT))
_CONTENTS: Final = (
    *("w:p", "w:tbl", "w:tr", "w:tc", "w:sdt", "w:customXml", "w:r", "w:hyperlink"),
    *("w:fldSimple", "m:oMath", "m:oMathPara", "w:ins", "w:moveTo", "w:dir", "w:bdo"),
)


class EndGuard(Struct, frozen=True):
    """The content ends in a paragraph; ``empty`` is added where it does not."""

    empty: str

    def keep(self, pieces: list[str], _rendering: Rendering) -> list[str]:
        """The content, with a paragraph at its end."""
        return pieces if ends_well(pieces) else [*pieces, self.empty]


class ChildGuard(Struct, frozen=True):
    """What has no child of a kind is left out."""

    child: str

    def keep(self, pieces: list[str], _rendering: Rendering) -> list[str]:
        """The element, or nothing."""
        return pieces if begins(pieces, self.child) else []


class FillGuard(Struct, frozen=True):
    """The content holds more than bookmarks; ``empty`` is added where it would not."""

    empty: str

    def keep(self, pieces: list[str], _rendering: Rendering) -> list[str]:
        """The content, or what there is of it and what stands in for the rest."""
        return pieces if begins(pieces, *_CONTENTS) else [*pieces, self.empty]


def guard(story: Draft) -> None:
    """Set the guards of a story where a tag could empty something."""
    for cell in list(story.root.iter(CELL)):
        _guard_end(story, cell)
    for row in list(story.root.iter(ROW)):
        if any(_is_mark(child) for child in row):
            _capture(story, row, ChildGuard("w:tc"))
    for table in list(story.root.iter(TABLE)):
        if ROW not in _certain(story, table):
            _capture(story, table, ChildGuard("w:tr"))
    for control in list(story.root.iter(CONTROL)):
        _guard_control(story, control)
    for holder in list(story.root.iter(*_STORIES)):
        _guard_end(story, holder)


def _guard_end(story: Draft, holder: etree._Element) -> None:
    content = [child for child in holder if child.tag not in _PROPERTIES | _SILENT]
    if not content:
        holder.append(etree.Element(PARAGRAPH))
    elif content[-1].tag not in {PARAGRAPH, CONTROL}:
        _capture_inside(story, holder, EndGuard(empty_like(holder.find(PARAGRAPH), _NOT_EMPTY)))


def _guard_control(story: Draft, control: etree._Element) -> None:
    content = control.find(CONTROL_CONTENT)
    if content is None or _certain(story, content):
        return
    parent = control.getparent()
    kind = None if parent is None else parent.tag
    if kind == TABLE:
        _capture(story, control, ChildGuard("w:tr"))
    elif kind == ROW:
        _capture_inside(story, content, FillGuard("<w:tc><w:p/></w:tc>"))
    elif any(one.tag == PARAGRAPH for one in control.iterancestors()):
        _capture_inside(story, content, FillGuard("<w:r><w:t></w:t></w:r>"))
    else:
        _capture_inside(story, content, FillGuard("<w:p/>"))


def _certain(story: Draft, holder: etree._Element) -> set[object]:
    """The kinds of content that are there whatever the data: those outside every block."""
    found: set[object] = set()
    depth = 0
    for child in holder:
        if _is_mark(child):
            step = story.steps.get(story.mark_of(child))
            depth += isinstance(step, Open) - isinstance(step, Close)
            depth += story.captures.get(story.mark_of(child), 0)
        elif depth == 0:
            found.add(child.tag)
    return found - _SILENT


def _is_mark(element: etree._Element) -> bool:
    return not isinstance(element.tag, str)


def _capture(story: Draft, element: etree._Element, keeper: EndGuard | ChildGuard) -> None:
    before, after = story.capture(keeper)
    element.addprevious(before)
    element.addnext(after)


def _capture_inside(story: Draft, holder: etree._Element, keeper: EndGuard | FillGuard) -> None:
    before, after = story.capture(keeper)
    properties = [child for child in holder if child.tag in _PROPERTIES]
    holder.insert(len(properties), before)
    holder.append(after)
