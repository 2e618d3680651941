"""The paragraphs of a file before or after its tracked changes, each with its anchors and hands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING, Final

from lxml import etree
from msgspec import Struct

from octavo.location import WordLocation
from octavo.ooxml import (
    PARAGRAPH,
    PlacedBlock,
    RunReader,
    fields_in,
    hiding_of,
    qn,
    qns,
    resolved,
    stories_of,
    style_sheet,
)

if TYPE_CHECKING:
    from octavo.ooxml import Package

Steps = tuple[tuple[str, int], ...]

_START: Final = qn("w:bookmarkStart")
_END: Final = qn("w:bookmarkEnd")
_ID: Final = qn("w:id")
_NAME: Final = qn("w:name")
_AUTHOR: Final = qn("w:author")
_DATE: Final = qn("w:date")
_MARKED: Final = qns("w:ins w:del w:moveTo w:moveFrom")
_COPY: Final = "_Copy_"
"""What LibreOffice appends, with a number, to the name of an anchor that was moved."""
_DAY: Final = re.compile(r"[1-9]\d{3}-\d\d-\d\d")
_STRESSES: Final = ("b", "i", "u", "strike", "dstrike", "highlight")
_OFF: Final = frozenset({"0", "false", "none", "off"})
_JOINER: Final = "\u200d"
"""LibreOffice sets one into each row that is tracked; nobody types it there."""
_MARK: Final = "octavo-paragraph"
_CALCULATED: Final = frozenset(
    {"PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION", "DATE", "TIME", "FILENAME", "FILESIZE"}
)
"""Kinds of fields (ECMA-376, 17.16.5)."""


class View(StrEnum):
    """Which text of a file with tracked changes is read."""

    BEFORE = "before"
    AFTER = "after"


class RevisionAuthor(Struct, frozen=True, order=True):
    """Who made a tracked change, and when, as the file says it."""

    author: str
    date: str

    def __str__(self) -> str:
        """``A. Petrov, 2026-03-02``; what the file does not say is left out."""
        day = self.date[:10] if _DAY.match(self.date) else ""
        return ", ".join(filter(None, [self.author, day]))


class Anchor(Struct, frozen=True):
    """A bookmark: its name, and what it covers of its paragraph's text."""

    name: str
    start: int
    end: int


class Emphasis(Struct, frozen=True):
    """Part of a paragraph that is set off: bold, struck, highlighted."""

    start: int
    end: int
    marks: frozenset[str]


class Passage(Struct, frozen=True):
    """One paragraph.

    Attributes:
        text: What it says, without what no reader sees.
        location: Where it stands in the view that was read.
        anchors: The bookmarks that begin in it, in order.
        stresses: What is set off in it, other than by the style of the paragraph.
        hands: Who made the tracked changes in it, or took part of it away; of BEFORE and AFTER.
        is_new: Whether all of it was typed under tracking.
    """

    text: str
    location: WordLocation
    anchors: tuple[Anchor, ...] = ()
    stresses: tuple[Emphasis, ...] = ()
    hands: tuple[RevisionAuthor, ...] = ()
    is_new: bool = False

    @property
    def cell(self) -> Steps:
        """The steps to the cell it stands in; none for one in no table."""
        steps = self.location.steps
        inner = [number for number, (kind, _) in enumerate(steps) if kind == "cell"]
        return steps[: inner[-1] + 1] if inner else ()


def passages(package: Package, view: View) -> tuple[Passage, ...]:
    """The paragraphs of every story of a file, in order; empty ones too."""
    hiding = hiding_of(package)
    styles = _character_styles(package)
    found = []
    for story in (each for each in stories_of(package) if not each.is_drawing):
        hands = _hands_by_paragraph(story.root)
        root = resolved(_numbered(story.root), accept=view is View.AFTER)
        without_results(root)
        reader = RunReader(hiding)
        for placed in PlacedBlock(root).paragraphs():
            place = story.place(package.path, placed.steps)
            found.append(_passage(placed, place, reader, hands, styles))
    return tuple(found)


def _numbered(story: etree._Element) -> etree._Element:
    """A copy whose paragraphs are numbered, so that they are known again when others are gone."""
    root = deepcopy(story)
    for number, paragraph in enumerate(root.iter(PARAGRAPH)):
        paragraph.set(_MARK, str(number))
    return root


def _hands_by_paragraph(root: etree._Element) -> list[tuple[tuple[RevisionAuthor, ...], bool]]:
    """For each paragraph, who changed it, and whether all of it is an insertion.

    A paragraph whose end was taken out is read as part of the next one: its hands go along.
    """
    found = []
    carried: set[RevisionAuthor] = set()
    for paragraph in root.iter(PARAGRAPH):
        marks = [*paragraph.iter(*_MARKED), *paragraph.iterancestors(*_MARKED)]
        for row in paragraph.iterancestors(qn("w:tr")):
            marks += row.iterfind(f"{qn('w:trPr')}/*")
        hands = {
            RevisionAuthor(mark.get(_AUTHOR, ""), mark.get(_DATE, ""))
            for mark in marks
            if mark.tag in _MARKED
        }
        found.append((tuple(sorted(hands | carried)), _is_new(paragraph)))
        ends = (paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{tag}") for tag in _MARKED)
        carried = hands if any(end is not None for end in ends) else set()
    return found


def _is_new(paragraph: etree._Element) -> bool:
    """Whether every run was added, and none was there before."""
    runs = list(paragraph.iter(qn("w:r")))
    return bool(runs) and all(_is_added(run) for run in runs)


def _is_added(run: etree._Element) -> bool:
    holders = {holder.tag for holder in run.iterancestors(*_MARKED)}
    return bool(holders) and not holders & {qn("w:del"), qn("w:moveFrom")}


def _passage(
    placed: PlacedBlock,
    place: WordLocation,
    reader: RunReader,
    hands: list[tuple[tuple[RevisionAuthor, ...], bool]],
    styles: Mapping[str, frozenset[str]],
) -> Passage:
    paragraph = placed.element
    read = reader.pieces(paragraph, placed.table_style)
    pieces = [(run, text.replace(_JOINER, "")) for run, text in read]
    by, is_new = hands[int(paragraph.get(_MARK, "0"))]
    return Passage(
        "".join(text for _, text in pieces),
        place,
        _anchors(paragraph, pieces),
        tuple(_stresses(pieces, styles)),
        by,
        is_new,
    )


def _stresses(
    pieces: list[tuple[etree._Element, str]], styles: Mapping[str, frozenset[str]]
) -> Iterator[Emphasis]:
    """What is set off, neighbours that are set off alike as one."""
    at = 0
    marked = []
    for run, text in pieces:
        marked.append((_marks(run.find(qn("w:rPr")), styles), at, at + len(text)))
        at += len(text)
    for marks, same in groupby(marked, key=lambda each: each[0]):
        parts = list(same)
        if marks and parts[0][1] < parts[-1][2]:
            yield Emphasis(parts[0][1], parts[-1][2], marks)


def _marks(
    properties: etree._Element | None, styles: Mapping[str, frozenset[str]]
) -> frozenset[str]:
    """What a run is set off by: its own marks, and those of its character style."""
    if properties is None:
        return frozenset()
    style = properties.find(qn("w:rStyle"))
    marks = set() if style is None else set(styles.get(style.get(qn("w:val"), ""), ()))
    for name in _STRESSES:
        for mark in properties.findall(qn(f"w:{name}")):
            is_off = mark.get(qn("w:val"), "true") in _OFF
            (marks.discard if is_off else marks.add)(name)
    return frozenset(marks)


def _character_styles(package: Package) -> dict[str, frozenset[str]]:
    """What the text of each style is set off by, of its own."""
    styles = style_sheet(package).by_id
    return {name: _marks(style.find(qn("w:rPr")), {}) for name, style in styles.items()}


def _anchors(
    paragraph: etree._Element, pieces: list[tuple[etree._Element, str]]
) -> tuple[Anchor, ...]:
    """What the bookmarks of a paragraph cover of its text."""
    order = {element: number for number, element in enumerate(paragraph.iter())}
    ends = {end.get(_ID): end for end in paragraph.iter(_END)}

    def offset(element: etree._Element | None) -> int:
        last = len(order) if element is None else order[element]
        return sum(len(text) for run, text in pieces if order[run] < last)

    return tuple(
        Anchor(start.get(_NAME, "").partition(_COPY)[0], offset(start), offset(end))
        for start in paragraph.iter(_START)
        for end in (ends.get(start.get(_ID)),)
    )


def without_results(root: etree._Element) -> None:
    """Take the results of such fields out of a story."""
    for field in fields_in(root):
        if field.code.partition("\\")[0].strip().partition(" ")[0].upper() in _CALCULATED:
            for text in field.texts:
                text.text = ""
