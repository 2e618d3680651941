"""Where shapes and cells stand on a slide, and which lies over which."""

from __future__ import annotations

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from bluf.evidence.formats.html.colours import WHITE
from bluf.evidence.formats.pptx.deck import Slide
from bluf.evidence.formats.pptx.fills import Fill, colour_of, fill_in, is_opaque, laid, of_style
from bluf.evidence.formats.pptx.names import (
    CELL,
    GROUP,
    INK,
    LINE,
    ON,
    P14,
    SHAPES,
    TABLE,
    A,
    P,
    above,
    whole,
)
from bluf.evidence.formats.pptx.tables import styled

_EIGHTH, _UPRIGHT = 45 * 60_000, frozenset({1, 2, 5, 6})
"""An eighth of a turn; a shape that is turned by so many stands on its side."""
UPSIDE = range(90 * 60_000 + 1, 270 * 60_000)


class Frame(Struct, frozen=True):
    """Where something stands on a slide, in EMU."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, across: float, down: float) -> bool:
        """Whether a point lies within."""
        return self.left <= across <= self.right and self.top <= down <= self.bottom

    def is_off(self, slide: Slide) -> bool:
        """Whether nothing of it stands on the slide."""
        beside = self.right < 0 or self.left >= slide.width
        return beside or self.bottom < 0 or self.top >= slide.height


def frame_of(shape: etree._Element, slide: Slide) -> Frame | None:
    """Where a shape stands, moved by its groups; None where nobody says."""
    for each in slide.like(shape):
        outside = [each.find(f"{space}xfrm") for space in (P, P14)]
        own = next((one for one in outside if one is not None), None)
        given = next(each.iterfind(f"*/{A}xfrm"), own)
        sides = None if given is None else _sides(given, "off", "ext")
        if sides is not None:
            break
    else:
        return None
    left, top, wide, high = sides
    if given is not None and whole(given.get("rot")) // _EIGHTH % 8 in _UPRIGHT:
        left, top, wide, high = left + (wide - high) / 2, top + (high - wide) / 2, high, wide
    for group in shape.iterancestors(GROUP):
        given = group.find(f"{P}grpSpPr/{A}xfrm")
        outer = None if given is None else _sides(given, "off", "ext")
        inner = None if given is None else _sides(given, "chOff", "chExt")
        if outer and inner and inner[2] and inner[3]:
            across, down = outer[2] / inner[2], outer[3] / inner[3]
            left, top = outer[0] + (left - inner[0]) * across, outer[1] + (top - inner[1]) * down
            wide, high = wide * across, high * down
    return Frame(left, top, left + wide, top + high)


def _sides(
    given: etree._Element, place: str, size: str
) -> tuple[float, float, float, float] | None:
    at, extent = given.find(A + place), given.find(A + size)
    if at is None or extent is None:
        return None
    return whole(at.get("x")), whole(at.get("y")), whole(extent.get("cx")), whole(extent.get("cy"))


def cell_frame(cell: etree._Element, table: Frame) -> Frame:
    """Where a cell of a table stands."""
    grid = [whole(each.get("w")) for each in next(cell.iterancestors(TABLE)).iter(f"{A}gridCol")]
    row = cell.getparent()
    at = 0 if row is None else row.index(cell)
    rows = [] if row is None else list(row.itersiblings(f"{A}tr", preceding=True))
    left = table.left + sum(grid[:at])
    top = table.top + sum(whole(each.get("h")) for each in rows)
    high = 0 if row is None else whole(row.get("h"))
    return Frame(left, top, left + sum(grid[at : at + 1]), top + high)


def is_turned(shape: etree._Element) -> bool:
    """Whether its words stand on their heads, or are turned in space."""
    given = next(shape.iterfind(f"*/{A}xfrm"), None)
    turned = given is not None and whole(given.get("rot")) % (360 * 60_000) in UPSIDE
    flipped = given is not None and given.get("flipV", "0") in {"1", "true"}
    spun = any(whole(each.get(way)) for each in shape.iter(f"{A}rot") for way in ("lat", "lon"))
    return turned != flipped or spun


_HARMLESS = frozenset({"style.fontWeight", "style.fontStyle", "style.textDecorationUnderline"})
"""What an effect of emphasis may set that hides nothing."""


def _takes_off(effect: etree._Element) -> bool:
    """Whether an animation takes a shape off, moves it, or may leave nothing of it to see."""
    kind = effect.get("presetClass")
    names = {name.text for name in effect.iter(f"{P}attrName")}
    changes = next(effect.iter(f"{P}animScale", f"{P}animMotion"), None) is not None
    return kind in {"exit", "path"} or (kind == "emph" and (changes or not names <= _HARMLESS))


def _is_line(shape: etree._Element) -> bool:
    geometry = shape.find(f"{P}spPr/{A}prstGeom")
    return shape.tag == LINE or (geometry is not None and geometry.get("prst") == "line")


def _on_rim(frame: Frame, rim: float, across: float, down: float) -> bool:
    """Whether a point lies on the line round a shape, so many EMU to each side of its edge."""
    outer = Frame(frame.left - rim, frame.top - rim, frame.right + rim, frame.bottom + rim)
    inner = Frame(frame.left + rim, frame.top + rim, frame.right - rim, frame.bottom - rim)
    return outer.holds(across, down) and not inner.holds(across, down)


class Drawn:
    """What is drawn on a slide, in its order."""

    def __init__(self, slide: Slide) -> None:
        self._slide = slide
        self._things = [
            (shape, frame, self.fill(shape))
            for part in slide.drawn
            for shape in part.iter(*SHAPES)
            if (part is slide.parts[0] or shape.find(f"*/{P}nvPr/{P}ph") is None)
            and (frame := frame_of(shape, slide)) is not None
        ]
        timing = [
            each for each in slide.parts[0].iterfind(f"{P}timing//{P}cTn") if _takes_off(each)
        ]
        after = [*slide.parts[0].iterfind(f"{P}timing//{P}subTnLst")]
        self.leaving = {
            one.get("spid") for each in (*timing, *after) for one in each.iter(f"{P}spTgt")
        }

    def fill(self, shape: etree._Element) -> Fill | None:
        """What a shape is filled with; None where it is clear."""
        if shape.tag in {f"{P}pic", f"{P}graphicFrame", INK}:
            return ()
        if shape.get("useBgFill", "0") in ON:
            return self._page()
        like = [each.find(f"{P}spPr") for each in self._slide.like(shape)]
        if any(each is not None and each.find(f"{A}grpFill") is not None for each in like[:1]):
            like = [each.find(f"{P}grpSpPr") for each in shape.iterancestors(GROUP)]
        theme = self._slide.theme
        found = fill_in(like[:1], theme)
        found = of_style(shape, "fillRef", theme) if found is None else found
        found = fill_in(like[1:], theme) if found is None else found
        return None if found and all(each[3] == 0 for each in found) else found

    def covers(self, shape: etree._Element, points: list[tuple[float, float]], near: float) -> bool:
        """Whether another shape lies over a point of a shape, or a line within ``near`` of it."""
        later = False
        for each, frame, fill in self._things:
            thick = near if _is_line(each) and frame.bottom - frame.top < near else 0.0
            opaque = bool(thick) or (later and is_opaque(fill))
            around = replace(frame, top=frame.top - thick, bottom=frame.bottom + thick)
            if opaque and any(around.holds(*point) for point in points):
                return True
            rim = max([0, *(whole(one.get("w")) for one in each.iterfind(f"{P}spPr/{A}ln"))]) / 2
            if later and rim > near and any(_on_rim(frame, rim, *point) for point in points):
                return True
            later = later or each is shape
        return False

    def ground(self, paragraph: etree._Element, shape: etree._Element | None) -> Fill:
        """What lies behind the words of a paragraph; none where it cannot be told."""
        ground = self._page()
        if shape is None:
            return ground
        place = frame_of(shape, self._slide)
        middle = place and ((place.left + place.right) / 2, (place.top + place.bottom) / 2)
        for each, frame, fill in self._things:
            if each is shape:
                break
            ground = laid(fill, ground) if middle and frame.holds(*middle) else ground
        cell = above(paragraph, CELL)
        if cell is None:
            return laid(self.fill(shape), ground)
        own = fill_in([cell.find(f"{A}tcPr")], self._slide.theme)
        return laid(styled(cell, self._slide)[0] if own is None else own, ground)

    def _page(self) -> Fill:
        theme = self._slide.theme
        for given in (one for each in self._slide.parts[:3] for one in each.iter(f"{P}bg")):
            named = [colour_of(each, theme) for each in given.iterfind(f"{P}bgRef/*")]
            found = [(each,) if each else () for each in named]
            return laid(found[0] if found else fill_in(given, theme), (WHITE,))
        return (WHITE,)
