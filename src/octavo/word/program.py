"""A compiled template: rendered as often as wanted, and from any thread."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Final, Unpack

from lxml import etree
from msgspec import Struct

from octavo.errors import RenderError
from octavo.expressions import (
    Code,
    Field,
    Filled,
    Frame,
    Manner,
    OnMissing,
    Options,
    RunError,
    Sandbox,
    Writer,
)
from octavo.finding import Finding, Level
from octavo.location import FileLocation, WordLocation
from octavo.ooxml import (
    NAMESPACES,
    RELATIONSHIPS_TYPE,
    STRUCTURE_INVALID,
    Package,
    Part,
    XmlError,
    edited,
    gated,
    parse_xml,
    qn,
    relationships_name,
    write_package,
)
from octavo.word.draft import DECLARATION
from octavo.word.marks import Flaw, Locator
from octavo.word.nodes import Where, text_node
from octavo.word.rendering import Pointer, Rendering, Scaffold
from octavo.word.shape import ShapeError, Shapes

if TYPE_CHECKING:
    from octavo.word.slots import Keeper, Slot

    Parts = tuple[dict[str, bytes], list[Part]]

_END: Final = "</Relationships>"
_EMPTY: Final = f'<Relationships xmlns="{NAMESPACES["rel"]}">{_END}'


class Program(Struct, frozen=True):
    """A template that is ready to be filled.

    Attributes:
        warnings: What the author of the template should know, such as what was left out.
        missing: What becomes of names that the data lacks, where the template says so.
    """

    warnings: tuple[Finding, ...]
    package: Package
    missing: OnMissing | None
    sandbox: Sandbox
    codes: Mapping[str, Code]
    slots: Mapping[int, Slot]
    keepers: Mapping[int, Keeper]
    locator: Locator
    scaffold: Scaffold
    shapes: Mapping[str, Shapes]
    plain: frozenset[int]

    @property
    def fields(self) -> tuple[Field, ...]:
        """Every name the template asks for, in order, with its place."""
        asks = [ask for code in self.codes.values() for ask in code.asks]
        places = self.locator.locate(ask.mark for ask in asks)
        marks = self.locator.marks
        return tuple(
            Field(ask.path, ask.use, places[ask.mark], marks[ask.mark].source) for ask in asks
        )

    def render(self, data: Mapping[str, object], **manner: Unpack[Options]) -> bytes:
        """The file for a record, as `fill` makes it.

        Raises:
            RenderError: The record does not fit the template; carries all faults found.
        """
        return self.fill(data, **manner).content

    def fill(self, data: Mapping[str, object], **manner: Unpack[Options]) -> Filled:
        """The file for a record, and what is to be said about it.

        Raises:
            RenderError: The record does not fit the template; carries all faults found.
        """
        (changed, added), frame = self._filled(data, manner)
        missed = [Flaw(mark, fault, level=Level.NOTE) for mark, fault in frame.missed.items()]
        content = write_package(self.package, changed, added=added)
        return Filled(content, self.locator.findings(missed))

    def package_of(self, data: Mapping[str, object], **manner: Unpack[Options]) -> Package:
        """The file for a record in memory, for whoever goes on working with it.

        Raises:
            RenderError: The record does not fit the template; carries all faults found.
            PackageError: What came of it does not pass the gate that every file has to pass.
        """
        changed, added = self._filled(data, manner)[0]
        return gated(edited(self.package, changed, added=added))

    def _filled(self, data: Mapping[str, object], options: Options) -> tuple[Parts, Frame]:
        if self.missing is not None:
            options.setdefault("missing", self.missing)
        rendering = Rendering(self.scaffold, self.package)
        frame = self._frame(data, Manner(**options), rendering)
        return self._parts(self._pieces(frame), rendering), frame

    def _parts(self, pieces: dict[str, list[str]], rendering: Rendering) -> Parts:
        """The parts that rendering changes, and those it adds."""
        pieces |= self._notes(rendering)
        pieces |= self._numbering(rendering)
        changed = {part: "".join(found).encode() for part, found in pieces.items()}
        self._verify(pieces, changed, rendering)
        added = [*rendering.media.values()]
        if rendering.has_grafts:
            numbering = "" if self.scaffold.numbering is None else self.scaffold.numbering[0]
            others, new = rendering.grafts.parts(numbering)
            changed |= others
            added += new
        for name, part in self._relationships(rendering):
            if name in self.package.parts:
                changed[name] = part
            else:
                added.append(Part(name, RELATIONSHIPS_TYPE, data=part))
        return changed, added

    def _verify(
        self, pieces: dict[str, list[str]], changed: dict[str, bytes], rendering: Rendering
    ) -> None:
        """The structural check that is always on.

        Raises:
            RenderError: A part is not what Word demands.
        """
        try:
            for part, found in pieces.items():
                self.shapes[part].check(found)
        except ShapeError as error:
            pointing = {  # the ids of the relationships that each part has now
                part: ids | {one.id for one in rendering.pointers_of(part)}
                for part, ids in self.scaffold.pointer_ids.items()
            }
            verify(self.package, changed, pointing)
            place = FileLocation(self.package.path)
            raise RenderError(
                [Finding(STRUCTURE_INVALID, Level.ERROR, str(error), place)]
            ) from None

    def _frame(self, data: Mapping[str, object], manner: Manner, rendering: Rendering) -> Frame:
        slots, keepers, marks = self.slots, self.keepers, self.locator.marks

        def write(value: object, mark: int) -> str:
            return slots[mark].write(value, rendering)

        def keep(held: list[str], mark: int) -> list[str]:
            return keepers[mark].keep(held, rendering)

        def source(mark: int) -> str:
            return marks[mark].source

        writer = Writer(write, keep, source, self.plain)
        return Frame(self.sandbox, data, writer, manner)

    def _pieces(self, frame: Frame) -> dict[str, list[str]]:
        """The pieces of each story.

        Raises:
            RenderError: The record does not fit the template.
        """
        pieces: dict[str, list[str]] = {}
        with suppress(RunError):  # the frame knows the faults
            for part, code in self.codes.items():
                pieces[part] = code.pieces(frame)
        if frame.faults:
            flaws = (Flaw(mark, fault) for mark, fault in frame.found)
            raise RenderError(self.locator.findings(flaws))
        return pieces

    def _notes(self, rendering: Rendering) -> dict[str, list[str]]:
        return {
            part.name: [part.head, *rendering.notes[kind], part.tail]
            for kind, part in self.scaffold.notes.items()
        }

    def _numbering(self, rendering: Rendering) -> dict[str, list[str]]:
        if self.scaffold.numbering is None:
            return {}
        name, own = self.scaffold.numbering
        grafted = rendering.grafts.numbering(name) if rendering.has_grafts else None
        if grafted is None and not rendering.lists:
            return {}
        head, tail = grafted or own
        return {name: [DECLARATION, head, *rendering.lists, tail]}

    def _relationships(self, rendering: Rendering) -> list[tuple[str, bytes]]:
        begun = self.scaffold.relationships
        return [
            (relationships_name(part), with_pointers(begun[part], rendering.pointers_of(part)))
            for part in begun
            if rendering.points_from(part)
        ]


def without(part: etree._Element | None, gone: Collection[str]) -> str:
    """A relationship part, or an empty one, without the relationships of some ids."""
    if part is None:
        return DECLARATION + _EMPTY
    root = etree.Element(qn("rel:Relationships"), nsmap={None: NAMESPACES["rel"]})
    for element in part.iter(qn("rel:Relationship")):
        if element.get("Id") not in gone:
            etree.SubElement(root, qn("rel:Relationship"), dict(element.attrib))
    text = etree.tostring(root, encoding="unicode")
    return DECLARATION + (text if text.endswith(_END) else _EMPTY)


def with_pointers(text: str, pointers: Iterable[Pointer]) -> bytes:
    """A relationship part with more relationships at its end."""
    added = "".join(map(_relationship, pointers))
    return (text.removesuffix(_END) + added + _END).encode()


def _relationship(pointer: Pointer) -> str:
    mode = ' TargetMode="External"' if pointer.external else ""
    target = text_node(pointer.target, Where.ATTRIBUTE)
    return f'<Relationship Id="{pointer.id}" Type="{pointer.type}" Target="{target}"{mode}/>'


def verify(
    package: Package, texts: Mapping[str, bytes], relationships: Mapping[str, Collection[str]]
) -> None:
    """Hold rendered parts against what Word demands.

    Raises:
        RenderError: A part is not right; this is a fault of the engine, not of the template.
    """
    from octavo.ooxml import check_structure  # seldom is something wrong

    trees: dict[str, etree._Element] = {}
    findings: list[Finding] = []
    for part, data in texts.items():
        try:
            trees[part] = parse_xml(data)
        except XmlError as error:
            place = WordLocation(package.path, part, (), part)
            findings.append(Finding(error.rule, Level.ERROR, error.message, place))
    flaws = check_structure(package, trees, relationships=relationships)
    findings += [flaw for flaw in flaws if flaw.level is Level.ERROR]
    if findings:
        raise RenderError(findings)
