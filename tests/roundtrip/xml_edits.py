"""Edits of fields on a Word file's own XML, tracked or not, as fast as many of them need."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from bluf.roundtrip.origins import Origins
from octavo.ooxml import qn, read_package, write_package
from octavo.revisions import View, passages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bluf.roundtrip import Base

TEXT, RUN = qn("w:t"), qn("w:r")
PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"


class Typing(NamedTuple):
    """What somebody types: over part of a field.

    Attributes:
        field: Which of the fields.
        start: Where the part begins, in hundredths of the field's text.
        end: Where it ends.
        words: What is typed instead.
        tracked: Whether under tracking.
    """

    field: int
    start: int
    end: int
    words: str
    tracked: bool


class Field(NamedTuple):
    """A field of the record, as it stands in the file."""

    path: tuple[str, ...]
    paragraph: int
    piece: int


class Sheet:
    """A Word file in which fields are edited, with what each paragraph says by now."""

    def __init__(self, base: Base) -> None:
        self._package = read_package(base.document, "base.docx")
        self._root = deepcopy(self._package.parts[self._package.main].root)
        self._paragraphs = list(self._root.iter(qn("w:p")))
        self.pieces: dict[int, list[str]] = {}
        self.fields: list[Field] = []
        origins = Origins(base.origins)
        body = [
            each for each in passages(self._package, View.AFTER) if each.location.story == "body"
        ]
        for number, passage in enumerate(body):
            spans = [span for span in origins.spans(passage) if not span.origin.vocabulary]
            at, pieces = 0, []
            for span in spans:
                if span.origin.path and span.origin.path not in {each.path for each in self.fields}:
                    pieces += [passage.text[at : span.start], passage.text[span.start : span.end]]
                    self.fields.append(Field(span.origin.path, number, len(pieces) - 1))
                    at = span.end
            self.pieces[number] = [*pieces, passage.text[at:]]

    def said(self, field: Field) -> str:
        """What a field says by now."""
        return self.pieces[field.paragraph][field.piece]

    def type(self, typing: Typing) -> None:
        """Carry one edit out."""
        field = self.fields[typing.field % len(self.fields)]
        pieces = self.pieces[field.paragraph]
        old = pieces[field.piece]
        start, end = sorted(len(old) * each // 100 for each in (typing.start, typing.end))
        before = sum(map(len, pieces[: field.piece]))
        self._replace(self._paragraphs[field.paragraph], before + start, before + end, typing)
        pieces[field.piece] = old[:start] + typing.words + old[end:]

    def document(self) -> bytes:
        """The file as it is by now."""
        data = etree.tostring(self._root, encoding="UTF-8", xml_declaration=True, standalone=True)
        return write_package(self._package, {self._package.main: data})

    def _replace(self, paragraph: etree._Element, start: int, end: int, typing: Typing) -> None:
        for offset in (start, end):
            _cut(paragraph, offset)
        runs = _runs(paragraph)
        gone = [run for at, run in runs if start <= at < end and _said(run)]
        before = [run for at, run in runs if at + len(_said(run)) <= start and _said(run)]
        behind = [run for at, run in runs if at >= end and _said(run)]
        new = _typed((gone + before[-1:] + behind)[:1], typing)
        if gone or before:
            _outer((gone or before)[-1]).addnext(new)
        elif behind:
            _outer(behind[0]).addprevious(new)
        else:
            paragraph.append(new)
        for run in gone:
            _take(run, tracked=typing.tracked)


def _said(run: etree._Element) -> str:
    return "".join(text.text or "" for text in run.iter(TEXT))


def _runs(paragraph: etree._Element) -> list[tuple[int, etree._Element]]:
    """The runs that are read, each with the offset of its text."""
    found, at = [], 0
    for run in paragraph.iter(RUN):
        found.append((at, run))
        at += len(_said(run))
    return found


def _cut(paragraph: etree._Element, offset: int) -> None:
    """Part the run that an offset lies within."""
    for at, run in _runs(paragraph):
        inner = offset - at
        if 0 < inner < len(_said(run)):
            outer, said = _outer(run), _said(run)
            rest = deepcopy(outer)
            _say(run, said[:inner])
            _say(next(rest.iter(RUN)), said[inner:])
            outer.addnext(rest)
            return


def _say(run: etree._Element, words: str) -> None:
    (text,) = run.iter(TEXT)
    text.text = words
    text.set(PRESERVE, "preserve")


def _outer(run: etree._Element) -> etree._Element:
    """The insertion that a run is the whole of, or the run."""
    parent = run.getparent()
    return parent if parent is not None and parent.tag == qn("w:ins") else run


def _typed(beside: list[etree._Element], typing: Typing) -> etree._Element:
    """A new run that looks like the one beside it, if there is one."""
    run = deepcopy(beside[0]) if beside else etree.Element(RUN)
    if not beside:
        etree.SubElement(run, TEXT)
    _say(run, typing.words)
    return _marked("w:ins", run) if typing.tracked else run


def _take(run: etree._Element, *, tracked: bool) -> None:
    """Take a run out: for good, unless it stood there before the tracking."""
    outer = _outer(run)
    parent = outer.getparent()
    assert parent is not None
    if tracked and outer is run:
        place = parent.index(run)
        for text in run.iter(TEXT):
            text.tag = qn("w:delText")
        parent.insert(place, _marked("w:del", run))
    else:
        parent.remove(outer)


def _marked(tag: str, run: etree._Element) -> etree._Element:
    mark = etree.Element(
        qn(tag),
        {qn("w:id"): "9000", qn("w:author"): "B. Boss", qn("w:date"): "2026-03-02T08:00:00Z"},
    )
    mark.append(run)
    return mark


def carried_out(base: Base, typings: Sequence[Typing]) -> Sheet:
    """A file in which all of it was typed, one after the other."""
    sheet = Sheet(base)
    for typing in typings:
        sheet.type(typing)
    return sheet
