"""The stories of a Word file, and their text: as a reader sees it, and every word of it.

Visible are insertions, moved text where it came to rest, tables, content controls, text boxes,
headers and footers that are shown, and notes that are referred to; not deletions, hidden text,
field codes and comments. Every text, for what must stand nowhere, is that of notes, comments,
charts, properties, stores of controls, field codes and attributes too.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from lxml import etree
from msgspec import Struct

from octavo.location import WordLocation
from octavo.ooxml.block_content import PARAGRAPH, PlacedBlock
from octavo.ooxml.fields import fields_in
from octavo.ooxml.names import ENDNOTES, FOOTNOTES, RELATIONSHIP_BASE, SETTINGS, qn
from octavo.ooxml.places import Places, places_of
from octavo.ooxml.runs import RunReader, mark_is_gone
from octavo.ooxml.styles import is_on
from octavo.ooxml.visible import Hiding, hiding_of

if TYPE_CHECKING:
    from octavo.ooxml.package import Package

    Piece = tuple[etree._Element | None, str]  # noqa: SLF001 - its only name
    Read = tuple[PlacedBlock, list[Piece]]


_NOTES: Final = (("footnote", FOOTNOTES), ("endnote", ENDNOTES))
_DRAWINGS: Final = (RELATIONSHIP_BASE + "chart", RELATIONSHIP_BASE + "diagramData")
_TAKEN_OUT: Final = (qn("w:del"), qn("w:moveFrom"))
_ID: Final = qn("w:id")


class Story(Struct, frozen=True):
    """A run of text of its own: body, one note, one header.

    ``root`` is the element that holds its blocks; in a chart or diagram these are drawn.
    ``is_later`` says that only a second page shows it.
    """

    label: str
    part: str
    root: etree._Element
    is_drawing: bool = False
    is_later: bool = False

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
    for part, is_later in _shown_headers(package, main):
        yield Story(places.labels[part], part, package.parts[part].root, is_later=is_later)
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
        if note is not None and next(reference.iterancestors(*_TAKEN_OUT), None) is None:
            yield Story(places.note(kind, note), part, note)


def _shown_headers(package: Package, main: etree._Element) -> Iterator[tuple[str, bool]]:
    """Headers and footers of the sections; first and even ones where the file asks for them.

    Each comes with whether a file of one section shows it from its second page on only.
    """
    alone = sum(1 for _ in main.iter(qn("w:sectPr"))) == 1
    targets = {pointer.id: pointer.target for pointer in package.relationships(package.main)}
    even = _asks_for_even(package)
    for kind in ("header", "footer"):
        seen: set[str] = set()
        for section in main.iter(qn("w:sectPr")):
            shown = _shown_types(section, even=even)
            for reference in section.findall(qn(f"w:{kind}Reference")):
                part = targets.get(reference.get(qn("r:id"), ""), "")
                wanted = reference.get(qn("w:type"), "default")
                if wanted in shown and part in package.parts and part not in seen:
                    seen.add(part)
                    later = wanted == "even" or (wanted == "default" and "first" in shown)
                    yield part, alone and later


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


Text = tuple["WordLocation", str]
_PARAGRAPHS: Final = (qn("w:p"), qn("a:p"))
_TEXTS: Final = (qn("w:t"), qn("a:t"), qn("m:t"), qn("w:instrText"))
_LETTERS: Final = etree.XPath("//text()[normalize-space(.)]")
_VALUES: Final = etree.XPath("//@*[string-length(.) > 4]")


def every_text(package: Package, sign: bytes) -> Iterator[Text]:
    """Each paragraph, each text that is in none, and each value of an attribute, with its place.

    Parts without a sign are passed over.
    """
    places = places_of(package, package.parts[package.main].root)
    for part, root in package.trees().items():
        if not package.parts[part].may_mention(sign, b"&#"):
            continue
        for paragraph in root.iter(*_PARAGRAPHS):
            own = (
                one
                for one in paragraph.iter(*_TEXTS)
                if next(one.iterancestors(*_PARAGRAPHS)) is paragraph
            )
            yield places.of(paragraph, part), "".join(one.text or "" for one in own)
        for text in _LETTERS(root):
            holder = text.getparent()
            if holder.tag not in _TEXTS:
                yield places.of(holder, part), str(text)
        for value in _VALUES(root):
            yield places.of(value.getparent(), part), str(value)


def every_field(package: Package) -> Iterator[Text]:
    """The code of each field of every part, with its place."""
    places = places_of(package, package.parts[package.main].root)
    for part, root in package.trees().items():
        if not package.parts[part].may_mention(b"instr"):
            continue
        for field in fields_in(root):
            yield places.of(field.begin, part), field.code


class Block(Struct, frozen=True):
    """The visible text of one paragraph; lines within it end with U+000A."""

    text: str
    location: WordLocation


def read_text(package: Package) -> Iterator[Block]:
    """The visible paragraphs of every story, in the order: body, notes, headers, footers, charts.

    A paragraph without visible text is there with an empty text.
    """
    hiding = hiding_of(package)
    return (
        Block("".join(text for _, text in pieces), story.place(package.path, placed.steps))
        for story in stories_of(package)
        for placed, pieces in pieces_of(story, hiding)
    )


def pieces_of(story: Story, hiding: Hiding) -> Iterator[Read]:
    """The paragraphs of a story, each text with the run that it stands in; a drawing has none.

    A paragraph whose end is deleted or hidden is read with the next one.
    """
    if story.is_drawing:
        return _drawn(story.root)
    return _seen(PlacedBlock(story.root), hiding, RunReader(hiding))


def _is_initial(paragraph: etree._Element) -> bool:
    """Whether a paragraph is the large first letter of the next one (17.3.1.11)."""
    frame = paragraph.find(f"{qn('w:pPr')}/{qn('w:framePr')}")
    return frame is not None and frame.get(qn("w:dropCap"), "none") != "none"


def _drawn(root: etree._Element) -> Iterator[Read]:
    """Paragraphs of a chart or diagram."""
    for number, paragraph in enumerate(root.iter(qn("a:p")), 1):
        texts = [text.text or "" for text in paragraph.iter(qn("a:t"))]
        yield PlacedBlock(paragraph, (("paragraph", number),)), [(None, text) for text in texts]


def _seen(holder: PlacedBlock, hiding: Hiding, runs: RunReader) -> Iterator[Read]:
    """The paragraphs that a reader sees of what holds them, in order."""
    begun: Read | None = None
    for block in holder.blocks():
        if block.element.tag != PARAGRAPH:
            yield from () if begun is None else (begun,)
            begun = None
            for cell in block.seen_cells():
                yield from _seen(cell, hiding, runs)
            continue
        pieces: list[Piece] = [*runs.pieces(block.element, block.table_style)]
        begun = (block, pieces) if begun is None else (begun[0], begun[1] + pieces)
        if not (mark_is_gone(block.element) or _is_initial(block.element)):
            yield begun
            begun = None
        for box in block.boxes():
            if runs.coded.isdisjoint(box.element.iterancestors()):
                yield from _seen(box, hiding, RunReader(hiding))
    if begun is not None:
        yield begun
