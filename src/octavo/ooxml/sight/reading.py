"""The text of a Word file, run by run, with what may keep a reader from seeing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from octavo.ooxml.names import qn
from octavo.ooxml.sight.formatting import styles_of
from octavo.ooxml.sight.holders import fields_of, too_small, unseen_in
from octavo.ooxml.sight.run import unseen
from octavo.ooxml.sight.shapes import pictures_in
from octavo.ooxml.stories import stories_of
from octavo.ooxml.styles import hiding_of, is_on
from octavo.ooxml.text import pieces_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree

    from octavo.location import WordLocation
    from octavo.ooxml.package import Package
    from octavo.ooxml.sight.formatting import Styles
    from octavo.ooxml.text import Piece


_TEXT_LEVEL = 9
"""The outline level of what is no heading."""


class SeenBlock(Struct, frozen=True):
    """A paragraph: its runs that are seen or may be, each with why it may not be.

    Attributes:
        location: Where it stands.
        runs: The text of each run, and why it may not be seen.
        is_item: Whether it is an item of a list.
    """

    location: WordLocation
    runs: tuple[tuple[str, tuple[str, ...]], ...]
    is_item: bool = False


def read_seen(package: Package) -> Iterator[SeenBlock]:
    """The paragraphs of every story, without the runs that nobody sees."""
    hiding, styles = hiding_of(package), styles_of(package)
    for story in stories_of(package):
        fields = fields_of(story.root)
        paper = too_small(story.root)
        outline = HeadingOutline(styles)
        for location, pieces in pieces_of(package.path, story, hiding):
            first = next((run for run, _ in pieces if run is not None), None)
            paragraph = None if first is None else next(first.iterancestors(qn("w:p")), None)
            doubts = (*outline.doubts(paragraph), *paper)
            runs = tuple(_seen(pieces, package, styles, fields))
            yield SeenBlock(
                location,
                tuple((text, (*causes, *doubts)) for text, causes in runs),
                _setting(paragraph, styles, "w:numPr") is not None,
            )


def _seen(
    pieces: list[Piece],
    package: Package,
    styles: Styles,
    fields: Mapping[etree._Element, str],
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for run, text in pieces:
        if run is None:
            yield text, ()
            continue
        if not text:
            yield from (("\u200b", ("a picture stands in it",)) for _ in pictures_in(run))
            continue
        verdicts = [*unseen(run, styles), *unseen_in(run, package, fields)]
        if not any(certain for certain, _ in verdicts):
            yield text, tuple(cause for _, cause in verdicts)


class HeadingOutline:
    """Follows the headings of a story: what stands under a collapsed one is hidden by Word."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._collapsed: int | None = None

    def doubts(self, paragraph: etree._Element | None) -> tuple[str, ...]:
        """Why the next paragraph may not be seen."""
        level = _level(paragraph, self._styles)
        if level is not None and self._collapsed is not None and level <= self._collapsed:
            self._collapsed = None
        hidden = self._collapsed is not None
        mark = None if paragraph is None else paragraph.find(f"{qn('w:pPr')}/{qn('w15:collapsed')}")
        if level is not None and mark is not None and is_on(mark) and not hidden:
            self._collapsed = level
        return ("it stands under a heading that is collapsed",) if hidden else ()


def _level(paragraph: etree._Element | None, styles: Styles) -> int | None:
    """The level of a heading; None for text."""
    found = _setting(paragraph, styles, "w:outlineLvl")
    value = "" if found is None else found.get(qn("w:val"), "")
    return int(value) if value.isdecimal() and int(value) < _TEXT_LEVEL else None


def _setting(paragraph: etree._Element | None, styles: Styles, name: str) -> etree._Element | None:
    """A property of a paragraph, from itself or from its style."""
    if paragraph is None:
        return None
    own = paragraph.find(f"{qn('w:pPr')}/{qn(name)}")
    if own is not None:
        return own
    named = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    for style in styles.chain(None if named is None else named.get(qn("w:val"))):
        found = style.find(f"{qn('w:pPr')}/{qn(name)}")
        if found is not None:
            return found
    return None
