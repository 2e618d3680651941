"""The text of a Word file, run by run, with what may keep a reader from seeing it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lxml import etree
from msgspec import Struct

from octavo.location import WordLocation
from octavo.ooxml.names import qn
from octavo.ooxml.sight.covering import covered_in
from octavo.ooxml.sight.holders import Holders, too_small
from octavo.ooxml.sight.layers import Resolver, first
from octavo.ooxml.sight.run import unseen
from octavo.ooxml.sight.shapes import pictures_in
from octavo.ooxml.stories import pieces_of, stories_of
from octavo.ooxml.styles import is_on
from octavo.ooxml.visible import hiding_in

if TYPE_CHECKING:
    from octavo.ooxml.package import Package
    from octavo.ooxml.stories import Piece


_TEXT_LEVEL = 9
"""The outline level of what is no heading."""


class SeenBlock(Struct, frozen=True):
    """A paragraph: its runs that are seen or may be, each with why it may not be.

    Attributes:
        runs: The text of each run, and why it may not be seen.
        is_item: Whether it is an item of a list.
    """

    location: WordLocation
    runs: tuple[tuple[str, tuple[str, ...]], ...]
    is_item: bool = False


def read_seen(package: Package) -> Iterator[SeenBlock]:
    """The paragraphs of every story, without the runs that nobody sees."""
    resolver = Resolver(package)
    hiding = hiding_in(resolver.sheet)
    deep = ("its style may be based on too many others to follow",) * resolver.is_deep
    for story in stories_of(package):
        holders = Holders(package, resolver, story.root)
        covered = covered_in(story.root, resolver)
        paper = (*too_small(story.root), *deep)
        outline = HeadingOutline(resolver)
        for placed, pieces in pieces_of(story, hiding):
            paragraph = placed.element
            doubts = (*outline.doubts(paragraph), *paper, *covered.get(paragraph, ()))
            runs = tuple(_seen(pieces, resolver, holders))
            yield SeenBlock(
                story.place(package.path, placed.steps),
                tuple((text, (*causes, *doubts)) for text, causes in runs),
                first(resolver.paragraph(paragraph), "w:numPr") is not None,
            )


def _seen(
    pieces: list[Piece], resolver: Resolver, holders: Holders
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for run, text in pieces:
        if run is None:
            yield text, ()
            continue
        if not text:
            yield from (("\u200b", ("a picture stands in it",)) for _ in pictures_in(run))
            continue
        verdicts = [*unseen(run, resolver), *holders.unseen(run)]
        if not any(certain for certain, _ in verdicts):
            yield text, tuple(cause for _, cause in verdicts)


class HeadingOutline:
    """Follows the headings of a story: what stands under a collapsed one is hidden by Word."""

    def __init__(self, resolver: Resolver) -> None:
        self._resolver = resolver
        self._collapsed: int | None = None

    def doubts(self, paragraph: etree._Element) -> tuple[str, ...]:
        """Why the next paragraph may not be seen."""
        level = _level(paragraph, self._resolver)
        if level is not None and self._collapsed is not None and level <= self._collapsed:
            self._collapsed = None
        hidden = self._collapsed is not None
        mark = paragraph.find(f"{qn('w:pPr')}/{qn('w15:collapsed')}")
        if level is not None and mark is not None and is_on(mark) and not hidden:
            self._collapsed = level
        return ("it stands under a heading that is collapsed",) if hidden else ()


def _level(paragraph: etree._Element, resolver: Resolver) -> int | None:
    """The level of a heading; None for text."""
    found = first(resolver.paragraph(paragraph), "w:outlineLvl")
    value = "" if found is None else found.get(qn("w:val"), "")
    return int(value) if value.isdecimal() and int(value) < _TEXT_LEVEL else None
