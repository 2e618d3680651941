"""Paragraphs of a Word file in a style for quotations, and its tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.verification.structure.block import QuotedBlock, quoted_cells
from bluf.verification.structure.note import REACH, Note
from octavo.ooxml import qn, read_package, style_sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from octavo.ooxml import Package

_STYLES = frozenset({"quote", "intense quote", "block text", "quotation", "quotations"})
"""Word's built-in names, whatever the language of its menus, and LibreOffice's."""
_VAL = qn("w:val")


def read(data: bytes, name: str) -> Iterator[QuotedBlock]:
    """Each paragraph in a style for quotations, and each cell of a column of quotations."""
    package = read_package(data, name)
    body = package.parts[package.main].root
    quoting = _quoting(package)
    for paragraph in body.iter(qn("w:p")):
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        if style is not None and style.get(_VAL) in quoting:
            yield QuotedBlock(_text(paragraph))
    for table in body.iter(qn("w:tbl")):
        rows = ([_text(cell) for cell in row.iter(qn("w:tc"))] for row in table.iter(qn("w:tr")))
        yield from quoted_cells(rows)


def notes(data: bytes, name: str) -> Iterator[Note]:
    """Each footnote and endnote, behind the words its mark stands behind."""
    package = read_package(data, name)
    said = {
        kind: _notes_of(package, f"word/{kind}s.xml", qn(f"w:{kind}"))
        for kind in ("footnote", "endnote")
    }
    for paragraph in package.parts[package.main].root.iter(qn("w:p")):
        before = ""
        for each in paragraph.iter(qn("w:t"), *_REFERENCES):
            if each.tag == qn("w:t"):
                before += each.text or ""
            elif note := said[_REFERENCES[str(each.tag)]].get(each.get(qn("w:id"), "")):
                yield Note(before[-REACH:], note)


_REFERENCES = {qn("w:footnoteReference"): "footnote", qn("w:endnoteReference"): "endnote"}


def _notes_of(package: Package, part: str, tag: str) -> dict[str, str]:
    """What each note of a part says, by its id."""
    if part not in package.parts:
        return {}
    root = package.parts[part].root
    return {note.get(qn("w:id"), ""): _text(note) for note in root.iter(tag)}


def _quoting(package: Package) -> set[str]:
    """Ids of the styles for quotations, and of those made from one of them."""
    sheet = style_sheet(package)
    named = sheet.named(*_STYLES)
    return {
        style
        for style in sheet.by_id
        if any(one.get(qn("w:styleId"), "") in named for one in sheet.chain(style))
    }


def _text(element: _Element) -> str:
    """The words of a paragraph or cell, deletions left out."""
    tab, line = qn("w:tab"), qn("w:br")
    return "".join(
        (each.text or "") if each.tag == qn("w:t") else " "
        for each in element.iter(qn("w:t"), tab, line)
    )
