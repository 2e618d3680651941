"""Paragraphs of a Word file in a style for quotations, and its tables."""

from __future__ import annotations

from collections.abc import Container, Iterator

from bluf.verification.structure.block import REACH, Note, QuotedBlock, quoted_cells
from octavo.ooxml import (
    ENDNOTES,
    FOOTNOTES,
    Hiding,
    Package,
    PlacedBlock,
    RunReader,
    hiding_of,
    qn,
    read_package,
    stories_of,
    style_sheet,
)

_STYLES = frozenset({"quote", "intense quote", "block text", "quotation", "quotations"})
"""Word's built-in names, whatever the language of its menus, and LibreOffice's."""
_VAL = qn("w:val")


def read(data: bytes, name: str) -> Iterator[QuotedBlock]:
    """Each paragraph in a style for quotations, and each cell of a column of quotations."""
    package = read_package(data, name)
    quoting, hiding = _quoting(package), hiding_of(package)
    for story in stories_of(package):
        if story.label == "body":
            yield from _quoted(PlacedBlock(story.root), quoting, hiding)


def _quoted(body: PlacedBlock, quoting: Container[object], hiding: Hiding) -> Iterator[QuotedBlock]:
    runs = RunReader(hiding)
    for paragraph in body.paragraphs():
        style = paragraph.element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        if style is not None and style.get(_VAL) in quoting:
            yield QuotedBlock(runs.read(paragraph.element, paragraph.table_style))
    for table in body.element.iter(qn("w:tbl")):
        rows = (row for row in PlacedBlock(table).rows() if not row.is_gone)
        yield from quoted_cells([_text(cell, runs) for cell in row.cells()] for row in rows)


def notes(data: bytes, name: str) -> Iterator[Note]:
    """Each footnote and endnote, behind the words its mark stands behind."""
    package = read_package(data, name)
    hiding = hiding_of(package)
    said = {
        (kind, note.get(qn("w:id"), "")): _text(PlacedBlock(note), RunReader(hiding))
        for kind, relationship in _KINDS.items()
        for part in package.related(package.main, relationship)
        for note in package.parts[part].root
    }
    for paragraph in package.parts[package.main].root.iter(qn("w:p")):
        before = ""
        for each in paragraph.iter(qn("w:t"), *_REFERENCES):
            if each.tag == qn("w:t"):
                before += each.text or ""
            elif note := said.get((_REFERENCES[str(each.tag)], each.get(qn("w:id"), ""))):
                yield Note(before[-REACH:], note)


_KINDS = {"footnote": FOOTNOTES, "endnote": ENDNOTES}
_REFERENCES = {qn("w:footnoteReference"): "footnote", qn("w:endnoteReference"): "endnote"}


def _quoting(package: Package) -> set[str]:
    """Ids of the styles for quotations, and of those made from one of them."""
    sheet = style_sheet(package)
    named = sheet.named(*_STYLES)
    return {
        style
        for style in sheet.by_id
        if any(one.get(qn("w:styleId"), "") in named for one in sheet.chain(style))
    }


def _text(holder: PlacedBlock, runs: RunReader) -> str:
    """The words of a cell or a note."""
    return " ".join(runs.read(each.element, each.table_style) for each in holder.paragraphs())
