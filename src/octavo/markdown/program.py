"""A compiled Markdown template."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from octavo.errors import RenderError
from octavo.expressions import Field, Marked, RunError, text_of
from octavo.finding import Finding, Level
from octavo.markdown.escape import escape, escape_marked, escape_picture, escape_target

if TYPE_CHECKING:
    from collections.abc import Mapping

    from octavo.expressions import Code, Fault
    from octavo.location import TextLocation


class Mark(Struct, frozen=True):
    """A tag of the template and where it stands.

    ``line`` is its whole line; ``is_target`` says that it is where a link leads, and
    ``is_picture`` that it is where a picture lies.
    """

    source: str
    location: TextLocation
    line: str
    is_target: bool = False
    is_picture: bool = False

    @property
    def place(self) -> str:
        """``line 12``, for a message about another tag."""
        return f"line {self.location.line}"

    def finding(self, fault: Fault, other: str = "") -> Finding:
        """The fault at this tag; ``other`` names the place of the tag it collides with."""
        message = f"“{self.source}”: {fault.message}{other}"
        return Finding(fault.rule, Level.ERROR, message, self.location, fault.hint, self.line)


class Program(Struct, frozen=True):
    """A template, compiled once; it may be rendered from many threads."""

    path: str
    _code: Code
    _marks: tuple[Mark, ...]

    @property
    def fields(self) -> tuple[Field, ...]:
        """Every name the template asks for, in order, with its place."""
        asked = ((ask, self._marks[ask.mark]) for ask in self._code.asks)
        return tuple(Field(ask.path, ask.use, mark.location, mark.source) for ask, mark in asked)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """Nothing of a Markdown template is left out."""
        return ()

    def render(self, data: Mapping[str, object], *, language: str = "en") -> bytes:
        """The filled template, in UTF-8; ``language`` writes dates and numbers in filters.

        Raises:
            RenderError: The data lacks a name, or a value does not fit; each at its tag.
        """
        try:
            text = self._code.run(data, self._write, language=language)
        except RunError as error:
            findings = [self._marks[mark].finding(fault) for mark, fault in error.faults]
            raise RenderError(findings) from None
        return (text.rstrip("\n") + "\n").encode()

    def _write(self, value: object, mark: int) -> str:
        if self._marks[mark].is_picture:
            return escape_picture(text_of(value))
        if self._marks[mark].is_target:
            return escape_target(text_of(value))
        return escape_marked(value) if isinstance(value, Marked) else escape(text_of(value))
