"""The fields of a part: the code of each, its marks, and the texts that it shows (17.16)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree
from msgspec import Struct, field

from octavo.ooxml.names import qn

_MARK: Final = qn("w:fldChar")
_KIND: Final = qn("w:fldCharType")
_TEXT: Final = qn("w:t")
_CODES: Final = frozenset({qn("w:instrText"), qn("w:delInstrText")})
_LETTERS: Final = frozenset({_TEXT, qn("w:delText")})
_SIMPLE: Final = qn("w:fldSimple")
NESTED: Final = "\ufffc"
"""Stands in a code for a field within it."""


class WordField(Struct, eq=False):
    """A field.

    Attributes:
        begin: Where it begins: a ``w:fldSimple``, a ``w:fldChar``, or a code that is in no field.
        marks: What it is made of beside what it shows.
        shown: The texts that it shows, and the fields among them, in order.
        is_closed: Whether it ends in the story in which it begins.
    """

    begin: etree._Element
    marks: list[etree._Element] = field(default_factory=list)
    shown: list[etree._Element | WordField] = field(default_factory=list)
    is_closed: bool = False
    _code: list[str] = field(default_factory=list)
    _in_code: bool = True

    @property
    def code(self) -> str:
        """Its code; a field within it stands as U+FFFC."""
        return "".join(self._code)

    @property
    def name(self) -> str:
        """Its kind in capitals: ``TOC``, ``REF``."""
        return next(iter(self.code.split()), "").upper()

    @property
    def texts(self) -> list[etree._Element]:
        """The texts that it shows, those of fields within it among them."""
        if self.begin.tag == _SIMPLE:
            return list(self.begin.iter(_TEXT))
        found: list[etree._Element] = []
        waiting = [iter(self.shown)]
        while waiting:
            one = next(waiting[-1], None)
            if one is None:
                waiting.pop()
            elif isinstance(one, WordField):
                waiting.append(iter(one.shown))
            else:
                found.append(one)
        return found

    @property
    def text(self) -> str:
        """What it shows."""
        return "".join(one.text or "" for one in self.texts)

    def take(self, element: etree._Element) -> None:
        """Go on with a mark or a text that stands in the field."""
        if element.tag not in _LETTERS:
            self.marks.append(element)
        if element.tag == _MARK:
            self._in_code = self._in_code and element.get(_KIND) != "separate"
            self.is_closed = element.get(_KIND) == "end"
        elif self._in_code:
            self._code.append(element.text or "")
        elif element.tag == _TEXT:
            self.shown.append(element)

    def hold(self, inner: WordField) -> None:
        """Take in a field that begins within it."""
        if self._in_code:
            self._code.append(NESTED)
        else:
            self.shown.append(inner)


def fields_in(root: etree._Element) -> Iterator[WordField]:
    """Every field of a part, one within another before it; those that do not end come last."""
    for simple in root.iter(_SIMPLE):
        yield WordField(simple, is_closed=True, _code=[simple.get(qn("w:instr"), "")])
    if next(root.iter(_MARK, *_CODES), None) is not None:
        is_notes = root.tag in {qn("w:footnotes"), qn("w:endnotes"), qn("w:comments")}
        for story in root if is_notes else (root,):
            yield from _complex_fields(story)


def _complex_fields(story: etree._Element) -> Iterator[WordField]:
    around: list[WordField] = []
    for element in story.iter(_MARK, *_CODES, *_LETTERS):
        if element.get(_KIND) == "begin":
            found = WordField(element)
            if around:
                around[-1].hold(found)
            around.append(found)
        if around:
            around[-1].take(element)
            if around[-1].is_closed:
                yield around.pop()
        elif element.tag in _CODES:
            yield WordField(element, [element], _code=[element.text or ""])
    yield from around
