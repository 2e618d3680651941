"""One story while it is compiled: its tree, its tags, and the steps they stand for."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from typing import TYPE_CHECKING, Final

from lxml import etree
from msgspec import Struct, field

from octavo.expressions import (
    LIMITS,
    Capture,
    Close,
    Item,
    Kind,
    Misread,
    Open,
    Print,
    Release,
    Step,
    Tag,
    TagError,
    called_name,
    read,
    read_expression,
    stand_in,
)
from octavo.ooxml import NAMESPACES, drop_unused
from octavo.word.elements import PARAGRAPH, whole_text
from octavo.word.marks import Register, TagPlace

if TYPE_CHECKING:
    from octavo.ooxml import Part
    from octavo.word.slots import Keeper, Slot
    from octavo.word.streams import Stream

TEXTUAL: Final = frozenset({"set", "filter", "macro"})
"""Blocks whose content becomes a text; that of a macro may be whole paragraphs."""
ORIGIN: Final = "{urn:octavo}origin"
"""Of a paragraph of another file: its number among the files taken in, and there; its part."""
PI_NAME: Final = "bluf"
_BRACES: Final = "{}"
_STEPLESS: Final = (Kind.COMMENT, Kind.RAW, Kind.ESCAPE)
CELL_TAGS: Final = frozenset({"vm", "hm", "cellbg", "colspan"})
"""Tags of docxtpl that are for a whole cell."""
TAG_MARKS: Final = ("{{", "{%", "{#", "{_")
"""What a text with a tag or an escape holds."""
DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

Chunk = str | int


class PlacedTag(Struct, eq=False):
    """A tag at its place.

    Attributes:
        tag: The tag.
        mark: Its mark.
        stream: The text it stands in.
        paragraph: The paragraph of that text, or None for text that is in none.
    """

    tag: Tag
    mark: int
    stream: Stream
    paragraph: etree._Element | None


class BlockScope(Struct):
    """Tags whose blocks match among themselves: a body, a note, a text box, an attribute.

    Attributes:
        tags: Its tags in order.
        marks: The marks of its tags, those that cannot be read among them.
        raw: The mark of the tag that opened a raw block, while one is open.
    """

    tags: list[PlacedTag] = field(default_factory=list)
    marks: list[int] = field(default_factory=list)
    raw: int | None = None


class MergedLabel(Struct, frozen=True, eq=False):
    """A merged label on its way: its content, and the cells below that it is merged over."""

    content: tuple[etree._Element, ...]
    cells: tuple[etree._Element, ...]


class Draft(Struct):
    """A story on its way to a program.

    Attributes:
        part: The name of its part.
        root: Its tree, which compiling takes apart.
        register: The marks and faults of the template.
        sigil: A character that the part does not hold; marks are written between two of them.
        steps: The step of each mark that has one.
        slots: What is written at each mark that prints.
        places: The place of each paragraph of the part.
        is_braced: Whether a brace stands in an attribute.
        beside: What paragraphs say beside their tags.
        keepers: What takes the captured output, by the mark where it begins.
        captures: 1 for a mark that begins a capture, -1 for one that ends it.
        splices: What is written at a mark, where that is more than one step.
        holders: Of what holds runs with values the properties as XML, where it is a paragraph, and
            whether it is in a link, and how wide its cell is.
        joins: Where paragraphs were joined, as positions in the text of the first.
        anchors: Where each mark of a block stands: a processing instruction, or the text around.
        labels: Merged labels whose row went with a tag.
        clauses: The names of macros of whole paragraphs.
        replaced: The ids of the relationships that rendering replaces.
        is_stale: Whether Word has to make anew what a field shows.
        is_uncommented: Whether comments were left out of it.
        vanished: The properties of paragraphs that went with their tags, by the mark of one.
        rooms: The width of the text in each cell, in English metric units.
    """

    part: str
    root: etree._Element
    register: Register
    sigil: str
    steps: dict[int, Step] = field(default_factory=dict)
    slots: dict[int, Slot] = field(default_factory=dict)
    anchors: dict[int, etree._Element] = field(default_factory=dict)
    keepers: dict[int, Keeper] = field(default_factory=dict)
    captures: dict[int, int] = field(default_factory=dict)
    splices: dict[int, list[Item]] = field(default_factory=dict)
    places: dict[etree._Element | None, TagPlace] = field(default_factory=dict)
    is_braced: bool = False
    beside: dict[etree._Element, str] = field(default_factory=dict)
    holders: dict[etree._Element | None, tuple[str | None, bool, int]] = field(default_factory=dict)
    joins: dict[etree._Element, list[int]] = field(default_factory=dict)
    vanished: dict[int, etree._Element] = field(default_factory=dict)
    rooms: dict[etree._Element | None, int] = field(default_factory=dict)
    labels: list[MergedLabel] = field(default_factory=list)
    clauses: set[str] = field(default_factory=set)
    replaced: set[str] = field(default_factory=set)
    is_stale: bool = False
    is_uncommented: bool = False

    def place_of(self, paragraph: etree._Element | None) -> TagPlace:
        """The place of a paragraph of the story as it was read."""
        return self.places.get(paragraph) or TagPlace(self.part)

    def token(self, mark: int) -> str:
        """What stands for a mark within text and attributes."""
        return f"{self.sigil}{mark}{self.sigil}"

    def instruction(self, mark: int) -> etree._ProcessingInstruction:
        """What stands for a mark between elements."""
        return etree.ProcessingInstruction(PI_NAME, self.token(mark))

    def mark_of(self, anchor: etree._Element) -> int:
        """The mark that an instruction stands for."""
        return int((anchor.text or "").strip(self.sigil))

    def prints(self, slot: Slot) -> int:
        """A mark of our own where a slot writes, whatever the data."""
        mark = self.register.add(self.place_of(None), "")
        self.steps[mark] = read_expression("none", mark)
        self.slots[mark] = slot
        return mark

    def capture(
        self, keeper: Keeper, tag: int | None = None
    ) -> tuple[etree._Element, etree._Element]:
        """Instructions around a piece of the output that a keeper takes; ``tag`` made it do so."""
        mark = None if tag is None else self.register.marks[tag]
        place, source = (self.place_of(None), "") if mark is None else (mark.place, mark.source)
        first = self.register.add(place, source)
        last = self.register.add(self.place_of(None), "")
        self.steps[first], self.steps[last] = Capture(first), Release(first)
        self.captures[first], self.captures[last] = 1, -1
        self.keepers[first] = keeper
        return self.instruction(first), self.instruction(last)

    def items(self, chunks: Iterable[str | int]) -> list[Item]:
        """Text and steps of a piece of the story, in order."""
        found: list[Item] = []
        textual: list[bool] = []
        for chunk in chunks:
            if isinstance(chunk, str):
                if True in textual:
                    from html import unescape  # few templates have such blocks

                    chunk = unescape(chunk)  # noqa: PLW2901 — as it is printed
                found.append(chunk)
            elif chunk in self.splices:
                found += self.splices[chunk]
            else:
                step = self.steps[chunk]
                found.append(step)
                if type(step) is Open and step.word in TEXTUAL:
                    textual.append(not step.is_markup)
                elif type(step) is Close and step.word.removeprefix("end") in TEXTUAL:
                    textual.pop()
        return found

    def calls_clause(self, mark: int) -> bool:
        """Whether a tag calls a macro of whole paragraphs, and nothing else."""
        step = self.steps.get(mark) if self.clauses else None
        return isinstance(step, Print) and called_name(step.expression) in self.clauses

    def add(self, placed: Tag | Misread, paragraph: etree._Element | None) -> int:
        """A mark for a tag.

        Raises:
            EnoughError: The template has too many.
        """
        mark = self.register.add(self.place_of(paragraph), placed.source)
        self.register.tags += 1
        if self.register.tags > LIMITS.tags:
            self.register.end(mark, f"the template has more than {LIMITS.tags:,} tags")
        return mark

    def take(self, tag: Tag, paragraph: etree._Element | None) -> int:
        """Find the step that a tag stands for, or note its faults; return its mark."""
        mark = self.add(tag, paragraph)
        if tag.kind in _STEPLESS or tag.word in {"vm", "hm"}:
            return mark
        try:
            step: Step | None = read(tag, mark, self.register.sandbox)
        except TagError as error:
            for fault in self.register.not_taken.get(tag.source, error.faults):
                self.register.refuse(mark, fault)
            step = stand_in(tag.word, tag.source, mark)
        if step is not None:
            self.steps[mark] = step
            if "(" in tag.body:
                self.register.calling.append(step)
        return mark

    def misread(self, broken: Misread, paragraph: etree._Element | None) -> int:
        """Note a tag that cannot be read; return its mark."""
        mark = self.register.add(self.place_of(paragraph), broken.source)
        self.register.refuse(mark, broken.fault)
        step = stand_in(broken.word, broken.source, mark)
        if step is not None:
            self.steps[mark] = step
        return mark


def draft(part: Part, register: Register) -> Draft:
    """A story as it was read."""
    root = deepcopy(part.root)
    text = etree.tostring(root, encoding="unicode")
    drop_unused(root, text)
    is_made = "urn:octavo" in text
    named = root if _has_prefix(root, text) else _with_prefix(root)
    places: dict[etree._Element | None, TagPlace] = {}
    for number, paragraph in enumerate(named.iter(PARAGRAPH)):
        origin = paragraph.attrib.pop(ORIGIN, "") if is_made else ""
        places[paragraph] = TagPlace(part.name, number, origin)
    visible = whole_text(root)
    is_braced = any(text.count(brace) > visible.count(brace) for brace in _BRACES)
    sigil = next((chr(code) for code in _PRIVATE if chr(code) not in text), "")
    if not sigil:
        mark = register.add(TagPlace(part.name), "")
        register.end(mark, "the part holds every character that Unicode leaves to private use")
    return Draft(part.name, named, register, sigil, places=places, is_braced=is_braced)


def _has_prefix(root: etree._Element, text: str) -> bool:
    """Whether ``w`` and nothing else stands for the main namespace wherever it is used."""
    if not str(root.tag).startswith(f"{{{NAMESPACES['w']}}}"):
        return True
    is_named = root.nsmap.get("w") == NAMESPACES["w"]
    return is_named and (text.count(NAMESPACES["w"]) == 1 or not _OTHER_PREFIX(root))


_OTHER_PREFIX: Final = etree.XPath(
    f"//*[namespace-uri() = '{NAMESPACES['w']}' and not(starts-with(name(), 'w:'))][1]"
)


def _with_prefix(root: etree._Element) -> etree._Element:
    """The tree with ``w`` for its main namespace, which is how values are written."""
    spaces = {prefix: uri for prefix, uri in root.nsmap.items() if uri != NAMESPACES["w"]}
    named = etree.Element(root.tag, dict(root.attrib), {**spaces, "w": NAMESPACES["w"]})
    _copy_children(root, named)
    return named


def _copy_children(element: etree._Element, copied: etree._Element) -> None:
    copied.text = element.text
    for child in element:
        _copy_children(child, etree.SubElement(copied, child.tag, dict(child.attrib)))


_PRIVATE: Final = range(0xE000, 0xF900)


def chunks(story: Draft) -> list[Chunk]:
    """The XML of a story, text and marks in turn."""
    text = etree.tostring(story.root, encoding="unicode", with_tail=False)
    return _split(text, story.sigil)


def inner_chunks(story: Draft, holder: etree._Element) -> list[Chunk]:
    """The XML of what an element holds, text and marks in turn; its namespaces are in scope."""
    border = f"{story.sigil}{story.sigil}"
    holder.insert(0, etree.ProcessingInstruction(PI_NAME, border))
    holder.append(etree.ProcessingInstruction(PI_NAME, border))
    text = etree.tostring(holder, encoding="unicode", with_tail=False)
    del holder[0], holder[-1]
    return _split(text.split(f"<?{PI_NAME} {border}?>")[1], story.sigil)


def _split(text: str, sigil: str) -> list[Chunk]:
    """Text and marks; an instruction around a mark falls away."""
    text = text.replace(f"<?{PI_NAME} {sigil}", sigil).replace(f"{sigil}?>", sigil)
    pieces: list[Chunk] = [*text.split(sigil)]
    pieces[1::2] = map(int, pieces[1::2])
    return pieces
