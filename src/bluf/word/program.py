"""A compiled template: rendered as often as wanted, from any thread."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from bluf.expressions import RunError
from bluf.ooxml import NewPart, write_package
from bluf.word.errors import RenderError
from bluf.word.marks import Flaw
from bluf.word.rendering import Rendering
from bluf.word.verify import verify

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bluf.expressions import Code, Use
    from bluf.finding import Finding
    from bluf.location import WordLocation
    from bluf.ooxml import Package
    from bluf.word.marks import Locator
    from bluf.word.slots import Slot


@dataclass(frozen=True, slots=True)
class Field:
    """A name that a template asks for.

    Attributes:
        path: The name from the root of the data: ``brief.requests[].ask``.
        use: What the template does with it.
        location: Where.
        source: The tag.
    """

    path: str
    use: Use
    location: WordLocation
    source: str


@dataclass(frozen=True)
class Program:
    """A template that is ready to be filled.

    Attributes:
        warnings: What the author of the template should know, such as what was left out.
    """

    warnings: tuple[Finding, ...]
    _package: Package
    _codes: Mapping[str, Code]
    _slots: Mapping[int, Slot]
    _locator: Locator
    _static: Mapping[str, bytes]
    _removed: frozenset[str]
    _first_id: int = 0

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """Every name the template asks for, in order, with its place."""
        asks = [ask for code in self._codes.values() for ask in code.asks]
        places = self._locator.locate(ask.mark for ask in asks)
        marks = self._locator.marks
        return tuple(
            Field(ask.path, ask.use, places[ask.mark], marks[ask.mark].source) for ask in asks
        )

    def render(self, data: Mapping[str, object], *, language: str = "en") -> bytes:
        """The file for a record; ``language`` is that of dates and numbers, as BCP 47 names it.

        Raises:
            RenderError: The record does not fit the template; carries all faults found.
        """
        rendering = Rendering(self._first_id)
        texts = self._texts(data, language, rendering)
        changed = {**self._static, **texts}
        verify(self._package.path, texts)
        added = {m.name: NewPart(m.content_type, m.data) for m in rendering.media.values()}
        return write_package(self._package, changed, removed=self._removed, added=added)

    def _texts(
        self, data: Mapping[str, object], language: str, rendering: Rendering
    ) -> dict[str, bytes]:
        slots = self._slots
        flaws: list[Flaw] = []
        texts: dict[str, bytes] = {}

        def write(value: object, mark: int) -> str:
            return slots[mark].write(value, rendering)

        for part, code in self._codes.items():
            try:
                text = code.run(data, write, rendering.keep, language)
            except RunError as error:
                flaws += [Flaw(mark, fault) for mark, fault in error.faults]
            else:
                texts[part] = text.encode()
        if flaws:
            raise RenderError(self._locator.findings(flaws))
        return texts
