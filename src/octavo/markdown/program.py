"""A compiled Markdown template."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Unpack

from msgspec import Struct
from msgspec.structs import replace

from octavo.errors import RenderError
from octavo.expressions import (
    Code,
    Fault,
    Field,
    Filled,
    Frame,
    Manner,
    Marked,
    Options,
    RunError,
    Sandbox,
    Writer,
    no_keep,
    text_of,
)
from octavo.finding import Finding, Level
from octavo.markdown.escape import escape, escape_marked, escape_picture, escape_target

if TYPE_CHECKING:
    from octavo.location import TextLocation


def _joined(pieces: Iterable[str]) -> str:
    """The pieces as one text; a “!” at the end of one makes no picture of the link in the next."""
    text: list[str] = []
    for piece in filter(None, pieces):
        if piece.startswith("[") and text and _CALL.search(text[-1]):
            text[-1] = f"{text[-1][:-1]}\\!"
        text.append(piece)
    return "".join(text)


_CALL = re.compile(r"(?<!\\)(?:\\\\)*!\Z")


class TagMark(Struct, frozen=True):
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


class MarkdownProgram(Struct, frozen=True):
    """A template, compiled once; it may be rendered from many threads."""

    path: str
    _sandbox: Sandbox
    _code: Code
    _marks: tuple[TagMark, ...]

    @property
    def fields(self) -> tuple[Field, ...]:
        """Every name the template asks for, in order, with its place."""
        asked = ((ask, self._marks[ask.mark]) for ask in self._code.asks)
        return tuple(Field(ask.path, ask.use, mark.location, mark.source) for ask, mark in asked)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """Nothing of a Markdown template is left out."""
        return ()

    def render(self, data: Mapping[str, object], **manner: Unpack[Options]) -> bytes:
        """The filled template in UTF-8, as `fill` makes it.

        Raises:
            RenderError: The data lacks a name, or a value does not fit; each at its tag.
        """
        return self.fill(data, **manner).content

    def fill(self, data: Mapping[str, object], **manner: Unpack[Options]) -> Filled:
        """The filled template in UTF-8, and what is to be said about it.

        Raises:
            RenderError: The data lacks a name, or a value does not fit; each at its tag.
        """
        writer = Writer(self._write, no_keep, self._source)
        frame = Frame(self._sandbox, data, writer, Manner(**manner))
        pieces: list[str] = []
        with suppress(RunError):  # the frame knows the faults
            pieces = self._code.pieces(frame)
        if frame.faults:
            raise RenderError(self._findings(frame.found, Level.ERROR))
        notes = self._findings(frame.missed.items(), Level.NOTE)
        return Filled((_joined(pieces).rstrip("\n") + "\n").encode(), notes)

    def _findings(self, faults: Iterable[tuple[int, Fault]], level: Level) -> tuple[Finding, ...]:
        found = (self._marks[mark].finding(fault) for mark, fault in faults)
        return tuple(replace(one, level=level) for one in found)

    def _source(self, mark: int) -> str:
        return self._marks[mark].source

    def _write(self, value: object, mark: int) -> str:
        if self._marks[mark].is_picture:
            return escape_picture(text_of(value))
        if self._marks[mark].is_target:
            return escape_target(text_of(value))
        return escape_marked(value) if isinstance(value, Marked) else escape(text_of(value))
