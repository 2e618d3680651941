"""The stories of a Word file that a reader gets to see, in the order in which they are read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from octavo.location import WordLocation
from octavo.ooxml.names import ENDNOTES, FOOTNOTES, RELATIONSHIP_BASE, SETTINGS, qn
from octavo.ooxml.places import places_of
from octavo.ooxml.styles import is_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from octavo.ooxml.package import Package
    from octavo.ooxml.places import Places

_NOTES: Final = (("footnote", FOOTNOTES), ("endnote", ENDNOTES))
_DRAWINGS: Final = (RELATIONSHIP_BASE + "chart", RELATIONSHIP_BASE + "diagramData")
_TAKEN_OUT: Final = frozenset({qn("w:del"), qn("w:moveFrom")})
_ID: Final = qn("w:id")


class Story(Struct, frozen=True):
    """A run of text of its own: body, one note, one header.

    ``root`` is the element that holds its blocks; in a chart or diagram these are drawn.
    """

    label: str
    part: str
    root: etree._Element
    is_drawing: bool = False

    def place(self, path: str, steps: tuple[tuple[str, int], ...]) -> WordLocation:
        """The place of something in it."""
        return WordLocation(path, self.label, steps, self.part)


def stories_of(package: Package) -> Iterator[Story]:
    """Body, footnotes and endnotes referred to, headers and footers shown, charts and diagrams."""
    main = package.parts[package.main].root
    places = places_of(package, main)
    body = main.find(qn("w:body"))
    if body is not None:
        yield Story("body", package.main, body)
    for kind, relationship in _NOTES:
        for part in package.related(package.main, relationship):
            yield from _notes(package, part, kind, places, main)
    for part in _shown_headers(package, main):
        yield Story(places.labels[part], part, package.parts[part].root)
    for relationship in _DRAWINGS:
        for part in package.related(package.main, relationship):
            root = package.parts[part].root
            yield Story(places.labels[part], part, root, is_drawing=True)


def _notes(
    package: Package, part: str, kind: str, places: Places, main: etree._Element
) -> Iterator[Story]:
    """Notes in the order of their references; one whose reference is deleted is not read."""
    notes = {
        note.get(_ID, ""): note
        for note in package.parts[part].root.iter(qn(f"w:{kind}"))
        if note.get(qn("w:type"), "normal") == "normal"
    }
    for reference in main.iter(qn(f"w:{kind}Reference")):
        note = notes.pop(reference.get(_ID, ""), None)
        if note is not None and not _is_taken_out(reference):
            yield Story(places.note(kind, note), part, note)


def _is_taken_out(element: etree._Element) -> bool:
    return any(ancestor.tag in _TAKEN_OUT for ancestor in element.iterancestors())


def _shown_headers(package: Package, main: etree._Element) -> Iterator[str]:
    """Headers and footers of the sections; first and even ones where the file asks for them."""
    targets = {pointer.id: pointer.target for pointer in package.relationships(package.main)}
    even = _asks_for_even(package)
    for kind in ("header", "footer"):
        seen: set[str] = set()
        for section in main.iter(qn("w:sectPr")):
            shown = _shown_types(section, even=even)
            for reference in section.findall(qn(f"w:{kind}Reference")):
                part = targets.get(reference.get(qn("r:id"), ""), "")
                wanted = reference.get(qn("w:type"), "default") in shown
                if wanted and part in package.parts and part not in seen:
                    seen.add(part)
                    yield part


def _shown_types(section: etree._Element, *, even: bool) -> frozenset[str]:
    title = section.find(qn("w:titlePg"))
    first = title is not None and is_on(title)
    return frozenset({"default", *(["first"] if first else []), *(["even"] if even else [])})


def _asks_for_even(package: Package) -> bool:
    for name in package.related(package.main, SETTINGS):
        setting = package.parts[name].root.find(qn("w:evenAndOddHeaders"))
        if setting is not None and is_on(setting):
            return True
    return False
