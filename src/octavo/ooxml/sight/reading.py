"""The text of a Word file, run by run, with what may keep a reader from seeing it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lxml import etree
from msgspec import Struct

from octavo.location import WordLocation
from octavo.ooxml.names import qn
from octavo.ooxml.sight.covering import covered_in, covers_band
from octavo.ooxml.sight.extents import Extents, paper_of
from octavo.ooxml.sight.holders import Holders, too_small
from octavo.ooxml.sight.layers import Resolver, attribute, first
from octavo.ooxml.sight.run import OF_GROUND, OF_PAGE, unseen
from octavo.ooxml.sight.shapes import lettered, pictures_in
from octavo.ooxml.sight.unknown import unknown_settings
from octavo.ooxml.stories import pieces_of, stories_of
from octavo.ooxml.styles import is_on
from octavo.ooxml.visible import hiding_in

if TYPE_CHECKING:
    from octavo.ooxml.package import Package
    from octavo.ooxml.sight.layers import Verdict
    from octavo.ooxml.stories import Piece, Story


_OF_PAPER = frozenset({OF_GROUND, OF_PAGE})
_TEXT_LEVEL = 9
"""The outline level of what is no heading."""


class SeenBlock(Struct, frozen=True):
    """A paragraph: its runs that are seen or may be, each with why it may not be.

    Attributes:
        runs: The text of each run, and why it may not be seen.
        is_item: Whether it is an item of a list.
        raised: Which of the runs are raised, such as powers and the marks of notes.
    """

    location: WordLocation
    runs: tuple[tuple[str, tuple[str, ...]], ...]
    is_item: bool = False
    raised: frozenset[int] = frozenset()


def read_seen(package: Package) -> Iterator[SeenBlock]:
    """The paragraphs of every story, without the runs that nobody sees."""
    resolver = Resolver(package)
    hiding = hiding_in(resolver.sheet)
    deep = ("its style may be based on too many others to follow",) * resolver.is_deep
    main = package.parts[package.main].root
    odd = tuple(unknown_settings(resolver.settings))
    whole = Holders(package, resolver, main)
    for story in stories_of(package):
        holders = Holders(package, resolver, story.root)
        covered = covered_in(story.root, resolver)
        outside = list(_from_body(story, main, whole, resolver))
        if any(certain for certain, _ in outside):
            continue
        paper = (*too_small(main), *deep, *odd, *(cause for _, cause in outside))
        outline = HeadingOutline(resolver)
        for placed, pieces in pieces_of(story, hiding):
            paragraph = placed.element
            doubts = (*outline.doubts(paragraph), *paper, *covered.doubts.get(paragraph, ()))
            without = _OF_PAPER if paragraph in covered.pictured else frozenset()
            seen = list(_seen(pieces, resolver, holders, without))
            runs = tuple((text, causes) for text, causes, _ in seen)
            yield SeenBlock(
                story.place(package.path, placed.steps),
                tuple((text, (*causes, *doubts)) for text, causes in runs),
                first(resolver.paragraph(paragraph), "w:numPr") is not None,
                frozenset(at for at, (*_, raised) in enumerate(seen) if raised),
            )


def _seen(
    pieces: list[Piece], resolver: Resolver, holders: Holders, without: frozenset[str] = frozenset()
) -> Iterator[tuple[str, tuple[str, ...], bool]]:
    """The texts that show or may, why they may not, and whether they are raised.

    Causes ``without`` do not count: what lies over a picture is seen whatever its colour.
    """
    for run, text in pieces:
        if run is None:
            yield text, (), False
            continue
        if not text:
            yield from (("\u200b", ("a picture stands in it",), False) for _ in pictures_in(run))
            continue
        verdicts = [*unseen(run, resolver), *holders.unseen(run)]
        verdicts += lettered(run) if run.find(qn("w:pict")) is not None else ()
        verdicts = [each for each in verdicts if each[1] not in without]
        if not any(certain for certain, _ in verdicts):
            place = attribute(resolver.run(run), "w:vertAlign", "w:val")
            yield text, tuple(cause for _, cause in verdicts), place == "superscript"


def _from_body(
    story: Story, main: etree._Element, whole: Holders, resolver: Resolver
) -> Iterator[Verdict]:
    """What the body of a file does to another story: it hides its mark, lies over it, is short."""
    kind = str(story.root.tag).rpartition("}")[2]
    if kind not in {"footnote", "endnote", "hdr", "ftr"}:
        return
    for mark in main.iter(qn(f"w:{kind}Reference")) if kind.endswith("note") else ():
        if mark.get(qn("w:id")) == story.root.get(qn("w:id")):
            yield from whole.unseen(mark)
    yield from ((False, cause) for cause in covers_band(main, kind))
    body = main.find(qn("w:body"))
    if story.is_later and body is not None and Extents(body, resolver, paper_of(main)).pages == 1:
        yield False, "the file may have no page that shows it"


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
