"""Letters that are moved, parted, covered by a line, or set by a function that is not known."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bluf.evidence.formats.html.box import LEAST_LINE, LINE, NOTHING, STROKE, THIN, Box
from bluf.evidence.formats.html.colours import colour, colours_in
from bluf.evidence.formats.html.media import WIDTH
from bluf.evidence.formats.html.tags import DRAWN, names
from bluf.evidence.formats.html.transforms import far
from bluf.evidence.formats.html.values import extent, length, number
from octavo.ooxml import SIGN_FONTS
from octavo.shortening import quoted

_APART, _HIGH, _MOST_TAB = 5.0, 3.0, 40.0
_THICK, _RIM, _PALE = 0.4, 0.07, 230.0

_ODD = re.compile(r"\b(?:a?(?:sin|cos|tan)|atan2|pow|sqrt|hypot|log|exp|sign|progress|random)\(")
_COLOURS = frozenset({"color", "background-color", "-webkit-text-fill-color", "fill"})
_MEASURES = names(
    "font-size opacity width max-width height max-height line-height left top right bottom "
    "margin-left margin-top text-indent letter-spacing zoom scale padding-left fill-opacity"
)


def indented(box: Box) -> Iterator[tuple[bool, str]]:
    """Moved from the begin of their line, or set over one another."""
    yield from far("text-indent", box, box.pixels("text-indent", LINE))
    if box.get("text-indent").endswith("%") and abs(box.pixels("text-indent", 1.0) or 0) >= 1:
        yield False, f"“text-indent: {box.get('text-indent')}” moves it"
    spacing = box.pixels("letter-spacing")
    if spacing is not None and spacing < -0.3 * box.size:
        yield False, f"“letter-spacing: {box.get('letter-spacing')}” sets its letters over another"
    yield from _spaced(box)
    if box.get("-webkit-text-security") not in NOTHING:
        yield True, "its letters are shown as discs"
    if box.get("font-size-adjust") not in NOTHING:
        yield False, f"“font-size-adjust: {box.get('font-size-adjust')}” sets another size"
    yield from _lined(box)
    yield from _unknown(box)


def _spaced(box: Box) -> Iterator[tuple[bool, str]]:
    """Parted, set in a font of signs, or put between words of a style sheet."""
    for name in ("letter-spacing", "word-spacing"):
        apart = box.pixels(name) or 0.0
        if apart < -box.size / 2 or apart > _APART * box.size:
            yield False, f"“{name}: {box.get(name)}” parts its letters, or sets them together"
    lifted, tab = box.pixels("vertical-align", box.size), box.get("tab-size")
    if abs(lifted or 0.0) > _HIGH * box.size:
        yield False, f"“vertical-align: {box.get('vertical-align')}” moves it out of its line"
    if tab and max(number(tab) or 0.0, (box.pixels("tab-size") or 0.0) / box.size) > _MOST_TAB:
        yield False, f"“tab-size: {tab}” moves it"
    if box.get("text-combine-upright") not in NOTHING:
        yield False, "its letters are pressed into one"
    family = box.get("font-family").strip("\"' ").partition(",")[0].strip("\"' ")
    if family in SIGN_FONTS:
        yield False, f"its letters are the signs of “{family}”"
    if any(sign.isalpha() for sign in box.get("quotes") if box.get("quotes") not in NOTHING):
        yield False, f"its quotation marks are words: {box.get('quotes')}"


def _lined(box: Box) -> Iterator[tuple[bool, str]]:
    """Covered by a line that is as thick as its letters."""
    words = (*box.get("text-decoration-line").split(), box.get("text-decoration-thickness"))
    if any(extent(word, box.size, box.size) > _THICK * box.size for word in words if word):
        yield False, "the line at its letters is as thick as they are"
    drawn = (*box.get("-webkit-text-stroke").split(), box.get("-webkit-text-stroke-width"))
    given = colours_in(box.get("-webkit-text-stroke"))
    pale = bool(given) and min(given[0][:3]) > _PALE and given[0] != colour(box.get("color"))
    thick = _RIM if pale else STROKE
    if any(extent(word, box.size) > thick * box.size for word in drawn if word):
        yield False, "the line round its letters is as thick as they are"
    if (box.pixels("text-underline-offset", box.size) or 0.0) < -STROKE * box.size:
        yield False, "a line is drawn through it"
    high = box.pixels("height")
    lined = box.get("border-bottom") not in NOTHING and not box.inline
    if _is_line(box) or (lined and high is not None and high < box.size * LEAST_LINE):
        yield False, "a line may be drawn through it"
    offset = box.pixels("outline-offset")
    if offset is not None and offset < -THIN:
        yield False, f"“outline-offset: {box.get('outline-offset')}” lays a line over it"


def _is_line(box: Box) -> bool:
    """Whether a ground is a line at half its height, or clear above and below one."""
    image, place = box.get("background-image"), box.get("background-position")
    if "gradient(" not in image:
        return False
    sizes = [length(word, box.size) for word in box.get("background-size").split()]
    if any(size is not None and 0 < size <= THIN for size in sizes):
        return place.endswith(("50%", "center"))
    clear = [not stop[3] for stop in colours_in(image)]
    across = any(word in image.partition(",")[0] for word in ("deg", "left", "right"))
    return not (across or all(clear)) and len(clear) > 1 and clear[0] and clear[-1]


def _unknown(box: Box) -> Iterator[tuple[bool, str]]:
    """Set by a function that is not known here."""
    for name, value in box.values.items():
        if "(" not in value:
            continue
        if name in _COLOURS:
            known = colour(value) is not None or (name == "fill" and box.tag not in DRAWN)
        elif name in {"transform", "translate", "scale"}:
            known = not _ODD.search(value)
        elif name in _MEASURES:
            known = length(value, box.size, WIDTH) is not None or value.startswith("fit-content")
        else:
            continue
        if not known:
            yield False, f"{quoted(f'{name}: {value}')} cannot be worked out"
