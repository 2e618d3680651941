"""A paragraph as text: which character stands in which run, and cutting text without loss.

Tags are found in the text, never in the markup: however Word has split them over runs, spelling
marks, hyperlinks and bookmarks, the characters of a tag are taken out one element at a time and
the elements stay.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from copy import copy
from enum import Enum
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, Any, Final

from lxml import etree
from msgspec import Struct, field

from octavo.ooxml import qn, qns, remove
from octavo.word.elements import FIELD_CHARACTER, FIELD_CODE, RUN_PROPERTIES, TEXT, TYPE
from octavo.word.looks import run_look

if TYPE_CHECKING:
    Insert = str | etree._Element  # noqa: SLF001 — lxml's own name of the type
    Edit = tuple[int, int, Insert]
    """From where to where characters go, and what takes their place: others, or an anchor."""

OBJECT: Final = "\ufffc"
"""Stands in the text for whatever is no text: a picture, a note, the border of a field."""


class Nature(Enum):
    """What kind of text a stream is."""

    TEXT = "visible text"
    CODE = "the code of a field"
    MATH = "a formula"
    DRAWING = "text within a drawing"


class Piece(Struct):
    """An element and the characters it holds: ``start`` to ``end`` of its stream."""

    element: etree._Element
    start: int
    end: int


class Stream(Struct):
    """Text that reads as one, though many elements hold it."""

    nature: Nature
    pieces: list[Piece] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text as it was read."""
        if len(self.parts) > 1:
            self.parts = ["".join(self.parts)]
        return self.parts[0] if self.parts else ""

    def add(self, element: etree._Element, characters: str) -> None:
        """Go on with the characters of an element."""
        start = self.pieces[-1].end if self.pieces else 0
        self.pieces.append(Piece(element, start, start + len(characters)))
        self.parts.append(characters)

    def piece_at(self, position: int) -> Piece:
        """The piece that holds the character at a position."""
        return self.pieces[self._index(position)]

    def edit(self, edits: Sequence[Edit]) -> None:
        """Take out characters and put others in their place, by edits in order and apart.

        What is put in stands in the element that the edit begins in.
        """
        text, first, count = self.text, 0, len(edits)
        for piece in self.pieces:
            while first < count and edits[first][1] <= piece.start:
                first += 1
            if first == count:
                return
            content: list[Insert] = []
            at = piece.start
            for start, end, insert in edits[first:]:
                if start >= piece.end:
                    break
                if start >= piece.start:
                    content += (text[at:start], insert)
                at = min(end, piece.end)
            if content or at > piece.start:
                _write(piece.element, [*content, text[at : piece.end]])

    def join(self, start: int, end: int, spans: Sequence[tuple[int, int]]) -> None:
        """Let the first element hold what others hold up to ``end``, if they look the same.

        How one looks that lies within one of the spans, which are in order, is never seen.
        """
        first, *others = self.pieces[self._index(start) : self._index(end - 1) + 1]
        looks = set()
        for one in (first, *others):
            run = one.element.getparent()
            if one.element.tag != TEXT or run is None:
                return
            at = bisect_right(spans, one.start, key=_FIRST) - 1
            if one is first or at < 0 or one.end > spans[at][1]:
                looks.add((run_look(run), run.getparent()))
        if others and len(looks) == 1:
            first.end = others[-1].end
            first.element.text = self.text[first.start : first.end]
            for one in others:
                one.element.text, one.start, one.end = "", first.end, first.end

    def _index(self, position: int) -> int:
        pieces = self.pieces
        return bisect_right(pieces, position, key=_START) - 1 if len(pieces) > 1 else 0


def _write(element: etree._Element, content: Iterable[Insert]) -> None:
    """Give an element its characters, and split its run at anchors among them."""
    if element.tag in _CHARACTERS:
        remove(element)
        return
    texts, anchors = [""], []
    for one in content:
        if isinstance(one, str):
            texts[-1] += one
        else:
            anchors.append(one)
            texts.append("")
    element.text = texts[0]
    if element.tag in _SPACED:
        element.set(_SPACE, "preserve")
    if anchors:
        _split(element, anchors, texts[1:])


def _split(text: etree._Element, anchors: list[etree._Element], contents: list[str]) -> None:
    """Set anchors behind a run, each followed by a run like it that holds a text."""
    run: Any = text.getparent()  # where else would a text stand
    properties, following = run.find(RUN_PROPERTIES), list(text.itersiblings())
    at = run
    for anchor, content in zip(anchors, contents, strict=True):
        at.addnext(anchor)
        at = anchor
        behind = following if anchor is anchors[-1] else []
        if content or behind:
            half = etree.Element(run.tag)
            half.extend([] if properties is None else [copy(properties)])
            inner = etree.SubElement(half, TEXT, {_SPACE: "preserve"})
            inner.text = content
            half.extend(behind)
            at.addnext(half)
            at = half


_START: Final = attrgetter("start")
_FIRST: Final = itemgetter(0)
_SPACE: Final = qn("xml:space")
_SPACED: Final = frozenset(qns("w:t w:instrText m:t"))
_CHARACTERS: Final = {
    qn("w:tab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "\u2011",
    qn("w:softHyphen"): "\u00ad",
}
_SILENT: Final = frozenset(
    qns(
        "w:pPr w:rPr w:proofErr w:bookmarkStart w:bookmarkEnd w:permStart w:permEnd "
        "w:commentRangeStart w:commentRangeEnd w:sdtPr w:sdtEndPr w:lastRenderedPageBreak "
        "w:delText w:fldData w:ffData m:rPr w:smartTagPr w:customXmlPr w:moveToRangeStart "
        "w:moveToRangeEnd"
    )
)
_HOLDERS: Final = frozenset(
    qns(
        "w:r w:hyperlink w:ins w:sdt w:sdtContent w:smartTag w:moveTo w:fldSimple "
        "w:customXml w:dir w:bdo w:ruby w:rubyBase w:rt"
    )
)


def streams(paragraph: etree._Element) -> list[Stream]:
    """The texts of a paragraph: what is visible first, then field codes and formulas."""
    reader = _StreamReader()
    reader.read(paragraph)
    others = [stream for stream in reader.others if stream.text] if reader.others else []
    return [reader.visible, *others]


class _StreamReader:
    def __init__(self) -> None:
        self.visible = Stream(Nature.TEXT)
        self.others: list[Stream] = []
        self._code: Stream | None = None

    def read(self, holder: etree._Element) -> None:
        for element in holder:
            tag = element.tag
            if tag == TEXT:
                self.visible.add(element, element.text or "")
            elif tag in _HOLDERS:
                self.read(element)
            elif tag in _CHARACTERS:
                is_plain = element.get(TYPE) in {None, "textWrapping"}
                self.visible.add(element, _CHARACTERS[str(tag)] if is_plain else OBJECT)
            elif tag not in _SILENT:
                self._other(element)

    def _other(self, element: etree._Element) -> None:
        if element.tag == FIELD_CODE:
            if self._code is None:
                self._code = Stream(Nature.CODE)
                self.others.append(self._code)
            self._code.add(element, element.text or "")
            return
        if element.tag == FIELD_CHARACTER:
            self._code = None
        elif element.tag in {qn("m:oMath"), qn("m:oMathPara")}:
            self.others += math_streams(element)
        self.visible.add(element, OBJECT)


def math_streams(formula: etree._Element) -> list[Stream]:
    """The text of a formula: runs that follow one another read as one."""
    found: list[Stream] = []
    before: etree._Element | None = None
    for run in formula.iter(qn("m:r")):
        if before is None or run.getprevious() is not before:
            found.append(Stream(Nature.MATH))
        for text in run.iter(qn("m:t"), qn("w:t")):
            found[-1].add(text, text.text or "")
        before = run
    return found


def drawing_stream(paragraph: etree._Element) -> Stream:
    """The text of a paragraph of DrawingML: a shape's, a chart's, a diagram's."""
    stream = Stream(Nature.DRAWING)
    for text in paragraph.iter(qn("a:t")):
        stream.add(text, text.text or "")
    return stream
