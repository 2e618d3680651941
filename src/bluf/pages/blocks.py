"""Paragraphs and tables once styles, lists and fields are resolved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from lxml.etree import _Element

    from bluf.pages.formats import ParagraphFormat, RunFormat
    from bluf.pages.shaping import Box
    from bluf.pages.tables import TableShape


@dataclass(frozen=True, slots=True)
class Text:
    """Characters of one format; neighbours of one format are one Text.

    ``note`` is the footnote whose number this is.
    """

    text: str
    format: RunFormat
    note: str = ""


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab character."""

    format: RunFormat


@dataclass(frozen=True, slots=True)
class Break:
    """A forced end of the line; ``page`` ends the page as well."""

    format: RunFormat
    page: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in the line, in twips."""

    width: int
    height: int


Piece = Text | Tab | Break | Picture
Atom: TypeAlias = "Box | Tab | Break"
"""What lines are filled with; a picture is a Box."""


@dataclass(frozen=True, slots=True)
class Label:
    """The number or bullet before a list paragraph, and what follows it."""

    text: str
    format: RunFormat
    suffix: str


@dataclass(frozen=True, slots=True, eq=False)
class Paragraph:
    """A paragraph: ``atoms`` are what lines are filled with, ``mark`` formats its mark."""

    element: _Element
    format: ParagraphFormat
    atoms: tuple[Atom, ...]
    mark: RunFormat
    label: Label | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """A table; ``contents`` are the blocks of each cell of each row."""

    shape: TableShape
    contents: tuple[tuple[tuple[Block, ...], ...], ...]


Block = Paragraph | Table
