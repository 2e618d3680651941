"""Paragraphs of an OpenDocument text in a style for quotations, its tables, and its notes."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from bluf.verification.structure.block import Note, QuotedBlock, before, quoted_cells
from octavo.ooxml import parse_xml, read_members

_SPACE = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0"
_TEXT, _TABLE, _STYLE = (f"{{{_SPACE.format(name)}}}" for name in ("text", "table", "style"))
_QUOTATIONS = "Quotations"
"""The name of the built-in style, whatever the language of the menus."""
_NOTE = f"{_TEXT}note"


def read(data: bytes, name: str) -> Iterator[QuotedBlock]:
    """Each paragraph in a style for quotations, and each cell of a column of quotations."""
    members = read_members(data, name)
    content = parse_xml(members["content.xml"])
    roots = [content, *(parse_xml(members[part]) for part in ["styles.xml"] if part in members)]
    parents = {
        style.get(f"{_STYLE}name", ""): style.get(f"{_STYLE}parent-style-name", "")
        for root in roots
        for style in root.iter(f"{_STYLE}style")
    }
    for paragraph in content.iter(f"{_TEXT}p"):
        if _quotes(paragraph.get(f"{_TEXT}style-name", ""), parents):
            yield QuotedBlock(_words(paragraph))
    for table in content.iter(f"{_TABLE}table"):
        yield from quoted_cells(
            [_words(cell) for cell in row.iter(f"{_TABLE}table-cell")]
            for row in table.iter(f"{_TABLE}table-row")
        )


def notes(data: bytes, name: str) -> Iterator[Note]:
    """Each footnote and endnote, behind the words its mark stands behind."""
    content = parse_xml(read_members(data, name)["content.xml"])
    for note in content.iter(_NOTE):
        body = note.find(f"{_TEXT}note-body")
        if body is not None:
            yield Note(before(note), "".join(map(str, body.itertext())))


def _quotes(style: str, parents: dict[str, str]) -> bool:
    """Whether a style is the one for quotations, or made from it."""
    seen: set[str] = set()
    while style and style not in seen:
        if style == _QUOTATIONS:
            return True
        seen.add(style)
        style = parents.get(style, "")
    return False


def _words(element: _Element) -> str:
    """The words of a paragraph or cell, its notes left out."""
    pieces = element.xpath("descendant::text()[not(ancestor::*[local-name() = 'note'])]")
    return "".join(map(str, pieces))
