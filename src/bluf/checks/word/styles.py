"""What a paragraph or run looks like: its own properties, then its styles', then the defaults'."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct, field

from octavo.ooxml import qn

if TYPE_CHECKING:
    from lxml import etree

    from bluf.checks.word.content import Paragraph
    from octavo.ooxml import StyleSheet

_VAL = qn("w:val")
_OF_PARAGRAPH, _OF_RUN = qn("w:pPr"), qn("w:rPr")
_PARAGRAPH_STYLE, _CHARACTER_STYLE = qn("w:pStyle"), qn("w:rStyle")
_OUTLINE_LEVEL = qn("w:outlineLvl")
_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)
_LEVELS = 9


class Styles(Struct, frozen=True):
    """The styles of a Word file.

    Table styles are left out of account: which of their conditions hold depends on the layout.
    """

    sheet: StyleSheet
    _inherited: dict[tuple[str, str, str], etree._Element | None] = field(default_factory=dict)
    """What was looked up along a chain before: files have many paragraphs and few styles."""
    _headings: dict[str, int | None] = field(default_factory=dict)
    """The level that each style was found to have."""

    def of_paragraph(self, paragraph: etree._Element) -> str:
        """The id of a paragraph's style."""
        name = value(_property(paragraph, _OF_PARAGRAPH, _PARAGRAPH_STYLE))
        return name if name in self.sheet.by_id else self.sheet.default.get("paragraph", "")

    def paragraph_property(self, paragraph: Paragraph, tag: str) -> etree._Element | None:
        """A property such as ``w:numPr`` of a paragraph."""
        own = _property(paragraph.element, _OF_PARAGRAPH, qn(tag))
        return self._in_chain(paragraph.style, "w:pPr", tag) if own is None else own

    def run_property(
        self, run: etree._Element, paragraph: Paragraph, tag: str
    ) -> etree._Element | None:
        """A property such as ``w:color`` of a run."""
        name = qn(tag)
        own = _property(run, _OF_RUN, name)
        if own is not None:
            return own
        character = value(_property(run, _OF_RUN, _CHARACTER_STYLE))
        for style in (character, paragraph.style):
            found = self._in_chain(style, "w:rPr", tag)
            if found is not None:
                return found
        everywhere = (one.find(name) for one in self.sheet.defaults if one.tag == _OF_RUN)
        return next(everywhere, None)

    def heading(self, paragraph: etree._Element, style: str) -> int | None:
        """The level of a heading of a style, from 1; None for any other paragraph."""
        own = _property(paragraph, _OF_PARAGRAPH, _OUTLINE_LEVEL)
        if own is not None:
            return self._level(own, style)
        if style not in self._headings:
            inherited = self._in_chain(style, "w:pPr", "w:outlineLvl")
            self._headings[style] = self._level(inherited, style)
        return self._headings[style]

    def _level(self, outline: etree._Element | None, style: str) -> int | None:
        """The level that a property says, else the one in the name of the style."""
        level = value(outline)
        if level.isdecimal() and int(level) < _LEVELS:
            return int(level) + 1
        names = (value(each.find(qn("w:name"))) for each in self.sheet.chain(style))
        return next((int(match[1]) for match in map(_HEADING.fullmatch, names) if match), None)

    def _in_chain(self, style: str, properties: str, tag: str) -> etree._Element | None:
        key = style, properties, tag
        if key not in self._inherited:
            path = f"{qn(properties)}/{qn(tag)}"
            found = (element.find(path) for element in self.sheet.chain(style))
            self._inherited[key] = next((one for one in found if one is not None), None)
        return self._inherited[key]


def _property(element: etree._Element, properties: str, name: str) -> etree._Element | None:
    holder = next(element.iterchildren(properties), None)
    return None if holder is None else next(holder.iterchildren(name), None)


def value(element: etree._Element | None) -> str:
    """The ``w:val`` of an element; empty where there is none."""
    return "" if element is None else element.get(_VAL, "")
