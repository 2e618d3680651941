"""Presentations (ISO/IEC 29500, PresentationML): what is shown on the slides, and the notes.

Left out are hidden slides and shapes, shapes off the slide, struck text, and text of no size or
without a fill. Whether letters have the colour of the slide behind them cannot be told here where
their colour is a light one, set by hand: such a passage is in doubt.
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from bluf.evidence.archive import members, no_text, root
from bluf.evidence.gathering import Piece, gathered
from bluf.evidence.text import Edge
from octavo.location import PageLocation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from bluf.evidence.text import SourceText

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MAIN = "ppt/presentation.xml"
_SMALLEST = 300
"""Hundredths of a point."""
_LIGHT = 200
_FAR = 20_000_000
_HIDDEN = frozenset({"1", "true"})


def read(data: bytes, path: str) -> SourceText:
    """The visible text of a presentation, slide by slide.

    Raises:
        SourceError: What the gate found, or ``source-unreadable`` for a file without text.
    """
    found = members(data, path)
    pieces = [
        piece
        for number, name in enumerate(_slides(found, path), 1)
        for piece in _shown(root(found, name, path), path, number)
    ]
    text = gathered(path, pieces)
    if not text.text.strip():
        raise no_text(path)
    return text


def _slides(found: dict[str, bytes], path: str) -> list[str]:
    """The parts of the slides, in the order in which they are shown."""
    relations = root(found, "ppt/_rels/presentation.xml.rels", path)
    targets = {each.get("Id"): str(each.get("Target", "")) for each in relations}
    listed = root(found, _MAIN, path).iter(f"{_P}sldId")
    names = (targets.get(each.get(f"{_R}id", ""), "") for each in listed)
    return [posixpath.normpath(posixpath.join("ppt", name)).lstrip("/") for name in names if name]


def _shown(slide: etree._Element, path: str, number: int) -> Iterator[Piece]:
    """The paragraphs of a slide, each with its number on it."""
    if slide.get("show", "1") == "0":
        return
    count = 0
    for paragraph in slide.iter(f"{_A}p"):
        if _is_hidden(paragraph):
            continue
        runs = [run for run in paragraph if run.tag in {f"{_A}r", f"{_A}fld", f"{_A}br"}]
        said = [(_words(run), _doubts(run)) for run in runs if not _is_unseen(run)]
        if any(words.strip() for words, _ in said):
            count += 1
            place = PageLocation(path, number, count)
            yield from (Piece(words, place, doubts) for words, doubts in said)
            in_cell = next(paragraph.iterancestors(f"{_A}tc"), None) is not None
            yield Piece("\n", place, edge=Edge.CELL if in_cell else Edge.PARAGRAPH)


def _words(run: etree._Element) -> str:
    return "\n" if run.tag == f"{_A}br" else run.findtext(f"{_A}t", "")


def _is_hidden(paragraph: etree._Element) -> bool:
    """Whether the shape of a paragraph is hidden, or stands off the slide."""
    for holder in paragraph.iterancestors(f"{_P}sp", f"{_P}grpSp", f"{_P}graphicFrame"):
        named = next(holder.iter(f"{_P}cNvPr"), None)
        if named is not None and named.get("hidden", "0") in _HIDDEN:
            return True
        in_group = next(holder.iterancestors(f"{_P}grpSp"), None) is not None
        if not in_group and _is_off(holder):
            return True
    return False


def _is_off(shape: etree._Element) -> bool:
    """Whether a shape, which no group moves, stands beyond the slide."""
    frame = shape.find(f"{_P}spPr/{_A}xfrm")
    place = None if frame is None else frame.find(f"{_A}off")
    size = None if frame is None else frame.find(f"{_A}ext")
    if place is None or size is None:
        return False
    starts = [int(place.get(name, "0")) for name in ("x", "y")]
    ends = [
        start + int(size.get(name, "0")) for start, name in zip(starts, ("cx", "cy"), strict=True)
    ]
    return min(ends) < 0 or max(starts) > _FAR


def _is_unseen(run: etree._Element) -> bool:
    properties = run.find(f"{_A}rPr")
    if properties is None:
        return False
    size = properties.get("sz", "")
    struck = properties.get("strike", "noStrike") != "noStrike"
    tiny = size.isdecimal() and int(size) < _SMALLEST
    return struck or tiny or properties.find(f"{_A}noFill") is not None


def _doubts(run: etree._Element) -> tuple[str, ...]:
    """A light colour set by hand, which may be that of the slide."""
    colour = run.find(f"{_A}rPr/{_A}solidFill/{_A}srgbClr")
    value = "" if colour is None else colour.get("val", "")
    light = len(value) == len("ffffff") and min(bytes.fromhex(value)) >= _LIGHT
    return (f"its letters are of a light colour, #{value}",) if light else ()
