"""Paragraphs and tables once styles, lists and fields are resolved."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

if TYPE_CHECKING:
    from lxml.etree import _Element

    from octavo.pages.formats import ParagraphFormat, RunFormat
    from octavo.pages.shaping import Box
    from octavo.pages.tables import TableShape


class Text(Struct, frozen=True):
    """Characters of one format; neighbours of one format are one Text.

    ``note`` is the footnote whose number this is.
    """

    text: str
    format: RunFormat
    note: str = ""


class Tab(Struct, frozen=True):
    """A tab character."""

    format: RunFormat


class Break(Struct, frozen=True):
    """A forced end of the line; ``page`` ends the page as well."""

    format: RunFormat
    page: bool = False


class InlinePicture(Struct, frozen=True):
    """A picture in the line, in twips."""

    width: int
    height: int


class Beside(Struct, frozen=True):
    """A drawing that text runs around: what it may push the text down by, in twips."""

    height: int


Piece = Text | Tab | Break | InlinePicture
Atom: TypeAlias = "Box | Tab | Break"
"""What lines are filled with; a picture is a Box."""


class Label(Struct, frozen=True):
    """The number or bullet before a list paragraph, and what follows it."""

    text: str
    format: RunFormat
    suffix: str


class Paragraph(Struct, frozen=True, eq=False):
    """A paragraph: ``atoms`` are what lines are filled with, ``mark`` formats its mark.

    ``plain`` is how its style formats text, ``pieces`` are what the atoms were made of.
    """

    element: _Element
    format: ParagraphFormat
    atoms: tuple[Atom, ...]
    mark: RunFormat
    plain: RunFormat
    label: Label | None = None
    pieces: tuple[Piece, ...] = ()


class Table(Struct, frozen=True, eq=False):
    """A table; ``contents`` are the blocks of each cell of each row."""

    shape: TableShape
    contents: tuple[tuple[tuple[Block, ...], ...], ...]


class SectionEnd(Struct, frozen=True):
    """Here a section ends (17.6.18)."""


Block = Paragraph | Table
