"""Where an element stands, in the words of a person who looks at the page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from lxml import etree
from msgspec import Struct

from octavo.location import WordLocation
from octavo.ooxml.block_content import (
    CELL,
    PARAGRAPH,
    ROW,
    TABLE,
    TEXT_BOX,
    blocks,
    cells,
    rows,
    text_boxes,
)
from octavo.ooxml.names import FOOTER, HEADER, qn, qns

if TYPE_CHECKING:
    from octavo.ooxml.package import Package

_KINDS: Final[Mapping[object, str]] = {
    PARAGRAPH: "paragraph",
    TABLE: "table",
    ROW: "row",
    CELL: "cell",
    TEXT_BOX: "text box",
}
_NOTES: Final[Mapping[object, str]] = {
    qn("w:footnote"): "footnote",
    qn("w:endnote"): "endnote",
    qn("w:comment"): "comment",
}
_HOLDERS: Final = frozenset(
    (CELL, TEXT_BOX, *map(str, _NOTES), *qns("w:body w:hdr w:ftr w:docPartBody"))
)
_HOLDER_OF: Final[Mapping[object, frozenset[str]]] = {
    PARAGRAPH: _HOLDERS,
    TABLE: _HOLDERS,
    ROW: frozenset({TABLE}),
    CELL: frozenset({ROW}),
    TEXT_BOX: frozenset({PARAGRAPH}),
}
_CHILDREN_OF: Final[Mapping[object, Callable[[etree._Element], Iterator[etree._Element]]]] = {
    PARAGRAPH: blocks,
    TABLE: blocks,
    ROW: rows,
    CELL: cells,
    TEXT_BOX: text_boxes,
}
_REFERENCES: Final[Mapping[object, str]] = {f"{tag}Reference": kind for tag, kind in _NOTES.items()}
_ID: Final = qn("w:id")
_LABELS: Final = {
    "document.main+xml": "body",
    "template.main+xml": "body",
    "footnotes+xml": "footnotes",
    "endnotes+xml": "endnotes",
    "comments+xml": "comments",
    "styles+xml": "styles",
    "numbering+xml": "numbering",
    "settings+xml": "settings",
    "websettings+xml": "web settings",
    "fonttable+xml": "font table",
    "document.glossary+xml": "building blocks",
    "core-properties+xml": "core properties",
    "extended-properties+xml": "extended properties",
    "custom-properties+xml": "custom properties",
    "drawingml.chart+xml": "chart",
}
"""What a part is called, by the end of its content type."""


class Places(Struct, frozen=True):
    """Names of the stories of one file, and the place of any element in them.

    Attributes:
        path: The file, for messages.
        labels: What each part is called: ``body``, ``header 1``, ``settings``.
        notes: The number people see, by kind and ``w:id`` of a footnote, endnote or comment.
    """

    path: str
    labels: Mapping[str, str]
    notes: Mapping[tuple[str, str], int]

    def of(self, element: etree._Element, part: str) -> WordLocation:
        """The place of an element of ``part``."""
        return WordLocation(self.path, self._story(element, part), steps_to(element), part)

    def of_part(self, part: str) -> WordLocation:
        """The place of a part as a whole."""
        return WordLocation(self.path, self.labels.get(part, part), (), part)

    def _story(self, element: etree._Element, part: str) -> str:
        for holder in (element, *element.iterancestors()):
            kind = _NOTES.get(holder.tag)
            if kind is not None:
                return self.note(kind, holder)
        return self.labels.get(part, part)

    def note(self, kind: str, note: etree._Element) -> str:
        """``footnote 3``: by the order of references, else by the order in the part."""
        number = self.notes.get((kind, note.get(_ID, "")))
        if number is None:
            before = (one for one in note.itersiblings(preceding=True) if one.tag == note.tag)
            number = 1 + len(list(before))
        return f"{kind} {number}"


def places_of(package: Package, main: etree._Element | None) -> Places:
    """The places of a file whose main part has the root element ``main``, if it can be read."""
    labels = {name: _label(part.content_type, name) for name, part in package.parts.items()}
    main = etree.Element("none") if main is None else main
    labels.update(_numbered(package, main, HEADER, "header"))
    labels.update(_numbered(package, main, FOOTER, "footer"))
    charts = [name for name, label in labels.items() if label == "chart"]
    labels.update((name, f"chart {number}") for number, name in enumerate(charts, 1))
    return Places(package.path, labels, _note_numbers(main))


def steps_to(element: etree._Element) -> tuple[tuple[str, int], ...]:
    """The steps from the story down to the element: table, row, cell, paragraph."""
    steps = [
        (_KINDS[holder.tag], _number(holder))
        for holder in (element, *element.iterancestors())
        if holder.tag in _KINDS
    ]
    return tuple(reversed(steps))


def _number(element: etree._Element) -> int:
    """Its number among its like in what holds it; 1 where nothing holds it that should."""
    tag = element.tag
    wanted = _HOLDER_OF[tag]
    holder = next((one for one in element.iterancestors() if one.tag in wanted), None)
    if holder is None:
        return 1
    alike = (child for child in _CHILDREN_OF[tag](holder) if child.tag == tag)
    return next((number for number, child in enumerate(alike, 1) if child is element), 1)


def _label(content_type: str, name: str) -> str:
    ends = (label for end, label in _LABELS.items() if content_type.endswith(f".{end}"))
    return next(ends, name)


def _numbered(
    package: Package, main: etree._Element, kind: str, word: str
) -> Iterator[tuple[str, str]]:
    """Headers or footers, numbered by the order in which sections refer to them."""
    targets = {pointer.id: pointer.target for pointer in package.relationships(package.main)}
    referred = [
        targets.get(reference.get(qn("r:id"), ""), "")
        for reference in main.iter(qn(f"w:{word}Reference"))
    ]
    names = dict.fromkeys([*referred, *package.related(package.main, kind)])
    names.pop("", None)
    return ((name, f"{word} {number}") for number, name in enumerate(names, 1))


def _note_numbers(main: etree._Element) -> dict[tuple[str, str], int]:
    numbers: dict[tuple[str, str], int] = {}
    counts = dict.fromkeys(_REFERENCES.values(), 0)
    for reference in main.iter(*map(str, _REFERENCES)):
        kind = _REFERENCES[reference.tag]
        key = kind, reference.get(_ID, "")
        if key not in numbers:
            counts[kind] += 1
            numbers[key] = counts[kind]
    return numbers
