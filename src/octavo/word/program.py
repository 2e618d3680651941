"""A compiled template: rendered as often as wanted, from any thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from octavo.errors import RenderError
from octavo.expressions import Field, RunError
from octavo.finding import Finding, Level
from octavo.location import FileLocation
from octavo.ooxml import NewPart, write_package
from octavo.ooxml.names import RELATIONSHIPS_TYPE
from octavo.ooxml.relationships import relationships_name
from octavo.ooxml.structure import RULE
from octavo.word.chunks import DECLARATION
from octavo.word.marks import Flaw
from octavo.word.relationships import with_pointers
from octavo.word.rendering import Rendering
from octavo.word.shape import ShapeError
from octavo.word.verify import verify

if TYPE_CHECKING:
    from collections.abc import Mapping

    from octavo.expressions import Code
    from octavo.ooxml import Package
    from octavo.word.frame import Frame
    from octavo.word.marks import Locator
    from octavo.word.shape import Shapes
    from octavo.word.slots import Keeper, Slot


class Program(Struct, frozen=True):
    """A template that is ready to be filled.

    Attributes:
        warnings: What the author of the template should know, such as what was left out.
    """

    warnings: tuple[Finding, ...]
    package: Package
    codes: Mapping[str, Code]
    slots: Mapping[int, Slot]
    keepers: Mapping[int, Keeper]
    locator: Locator
    frame: Frame
    shapes: Mapping[str, Shapes]

    @property
    def fields(self) -> tuple[Field, ...]:
        """Every name the template asks for, in order, with its place."""
        asks = [ask for code in self.codes.values() for ask in code.asks]
        places = self.locator.locate(ask.mark for ask in asks)
        marks = self.locator.marks
        return tuple(
            Field(ask.path, ask.use, places[ask.mark], marks[ask.mark].source) for ask in asks
        )

    def render(self, data: Mapping[str, object], *, language: str = "en") -> bytes:
        """The file for a record; ``language`` is that of dates and numbers, as BCP 47 names it.

        Raises:
            RenderError: The record does not fit the template; carries all faults found.
        """
        rendering = Rendering(self.frame)
        pieces = self._pieces(data, language, rendering)
        pieces |= self._notes(rendering)
        pieces |= self._numbering(rendering)
        changed = {part: "".join(found).encode() for part, found in pieces.items()}
        self._verify(pieces, changed, rendering)
        added = {m.name: NewPart(m.content_type, m.data) for m in rendering.media.values()}
        for name, part in self._relationships(rendering):
            if name in self.package.parts:
                changed[name] = part
            else:
                added[name] = NewPart(RELATIONSHIPS_TYPE, part)
        return write_package(self.package, changed, removed=self.frame.removed, added=added)

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
            verify(self.package, changed, self._pointer_ids(rendering))
            place = FileLocation(self.package.path)
            raise RenderError([Finding(RULE, Level.ERROR, str(error), place)]) from None

    def _pieces(
        self, data: Mapping[str, object], language: str, rendering: Rendering
    ) -> dict[str, list[str]]:
        slots, keepers = self.slots, self.keepers
        flaws: list[Flaw] = []
        pieces: dict[str, list[str]] = {}

        def write(value: object, mark: int) -> str:
            return slots[mark].write(value, rendering)

        def keep(held: list[str], mark: int) -> list[str]:
            return keepers[mark].keep(held, rendering)

        for part, code in self.codes.items():
            try:
                pieces[part] = code.pieces(data, write, keep, language)
            except RunError as error:
                flaws += [Flaw(mark, fault) for mark, fault in error.faults]
        if flaws:
            raise RenderError(self.locator.findings(flaws))
        return pieces

    def _notes(self, rendering: Rendering) -> dict[str, list[str]]:
        return {
            part.name: [part.head, *rendering.notes[kind], part.tail]
            for kind, part in self.frame.notes.items()
        }

    def _numbering(self, rendering: Rendering) -> dict[str, list[str]]:
        if self.frame.numbering is None or not rendering.lists:
            return {}
        name, (head, tail) = self.frame.numbering
        return {name: [DECLARATION, head, *rendering.lists, tail]}

    def _pointer_ids(self, rendering: Rendering) -> dict[str, frozenset[str]]:
        """The ids of the relationships of each part that points somewhere now."""
        return {
            part: ids | {one.id for one in rendering.pointers_of(part)}
            for part, ids in self.frame.pointer_ids.items()
        }

    def _relationships(self, rendering: Rendering) -> list[tuple[str, bytes]]:
        begun = self.frame.relationships
        return [
            (relationships_name(part), with_pointers(begun[part], rendering.pointers_of(part)))
            for part in begun
            if rendering.points_from(part) or relationships_name(part) in self.package.parts
        ]
