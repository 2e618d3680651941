"""A template as readable text: what is written where, in which style, with its tags."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from octavo.inputs import Input
from octavo.ooxml import (
    COMMENTS,
    ENDNOTES,
    FOOTER,
    FOOTNOTES,
    HEADER,
    TABLE,
    Package,
    PlacedBlock,
    StyleSheet,
    open_package,
    places_of,
    qn,
    qns,
    style_sheet,
)
from octavo.word.streams import OBJECT, streams

_NOTES: Final = qns("w:footnote w:endnote w:comment")
_STYLE: Final = f"{qn('w:pPr')}/{qn('w:pStyle')}"
_LEVEL: Final = f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:ilvl')}"
_SHOWN: Final = {OBJECT: "▣", "\n": "⏎", "\t": "⇥"}


def outline(given: Input) -> str:
    """A Word file as text, one line a paragraph, ``[style]`` before it.

    A table's row is a line, its cells between ``|``; a picture, field or note is ``▣``. The same
    file always gives the same text, so that two versions can be compared line by line.

    Raises:
        PackageError: It cannot be read, is no Word file, or not a safe one.
    """
    package = open_package(given)
    return "\n".join(_stories(package))


def _stories(package: Package) -> Iterator[str]:
    main = package.parts[package.main].root
    places = places_of(package, main)
    styles = style_sheet(package)
    kinds = (HEADER, FOOTER, FOOTNOTES, ENDNOTES, COMMENTS)
    others = [name for kind in kinds for name in package.related(package.main, kind)]
    for part in dict.fromkeys([package.main, *others]):
        yield f"== {places.labels.get(part, part)} =="
        root = package.parts[part].root
        body = root.find(qn("w:body"))
        holders = list(root.iter(*_NOTES)) or [root if body is None else body]
        for holder in holders:
            yield from _blocks(PlacedBlock(holder), styles, "")


def _blocks(holder: PlacedBlock, styles: StyleSheet, indent: str) -> Iterator[str]:
    for block in holder.blocks():
        if block.element.tag == TABLE:
            yield f"{indent}table {block.steps[-1][1]}:"
            yield from _rows(block, styles, indent + "  ")
            continue
        yield indent + _paragraph(block.element, styles)
        for box in block.boxes():
            yield from _blocks(box, styles, indent + "  □ ")


def _rows(table: PlacedBlock, styles: StyleSheet, indent: str) -> Iterator[str]:
    for row in table.rows():
        found = [" / ".join(_blocks(cell, styles, "")) for cell in row.cells()]
        yield f"{indent}| {' | '.join(found)} |"


def _paragraph(paragraph: etree._Element, styles: StyleSheet) -> str:
    style, level = paragraph.find(_STYLE), paragraph.find(_LEVEL)
    name = "" if style is None else style.get(qn("w:val")) or ""
    number = "" if level is None else f" #{int(level.get(qn('w:val')) or 0) + 1}"
    label = (styles.name(name) or name) + number
    text = "".join(stream.text for stream in streams(paragraph))
    for character, shown in _SHOWN.items():
        text = text.replace(character, shown)
    return f"[{label}] {text}" if label else text
