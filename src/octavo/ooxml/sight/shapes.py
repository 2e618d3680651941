"""Boxes and pictures of a Word file: of no size, off the page, hidden, painted, among the words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from lxml import etree

from octavo.ooxml.names import qn, qns
from octavo.ooxml.sight.colours import NAMED, Rgb, drawn_colour, rgb
from octavo.ooxml.sight.layers import Resolver, Verdict
from octavo.ooxml.vml import vml_points, vml_style

SHAPES: Final = qns("v:shape v:rect v:oval v:roundrect v:group")
_EMU: Final = 12_700
_INSETS: Final = (("l", "cx"), ("t", "cy"), ("r", "cx"))
_FAR_EMU: Final = 20_000_000
_BESIDE_EMU: Final = 4_500_000
"""What ends so far before the left edge of a column is off the page, wherever the column is."""
_THIN_EMU: Final = 38_100
_SIGN_EMU: Final = 305_000
"""A picture up to this width is a sign beside the words, not one among them."""
_SIGN_POINTS: Final = 24.0
_LAST: Final = frozenset({"rightMargin", "bottomMargin", "outsideMargin"})
_LAST_EMU: Final = 1_270_000
"""No margin after the text is wider than this, as a rule."""
_SIDES: Final = ("width", "height")
_PLACES: Final = ("left", "margin-left", "top", "margin-top")
_FAR_POINTS: Final = 600.0
_OFF: Final = frozenset({"f", "false", "0"})
_RELATIVE: Final = "{http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing}"
_LEAST_SHARE: Final = 3_000
"""Thousandths of a percent of the page."""
_BOX: Final = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"


def integer(value: str | None) -> int:
    """A whole number; 0 for anything else."""
    text = (value or "0").partition(".")[0]
    return int(text) if text.lstrip("-").isdecimal() else 0


def pictures_in(run: etree._Element) -> Iterator[etree._Element]:
    """The pictures of a run that stand in the line and are wider than a sign."""
    for place in run.iterfind(f"{qn('w:drawing')}/{qn('wp:inline')}"):
        extent = place.find(qn("wp:extent"))
        if extent is not None and integer(extent.get("cx")) > _SIGN_EMU:
            yield place
    for thing in run.iterchildren(qn("w:object"), qn("w:pict")):
        styles = [vml_style(each) for each in thing.iter(qn("v:shape"))]
        wide = [width for style in styles for width in _lengths(style, ("width",))]
        placed = any(style.get("position") == "absolute" for style in styles)
        written = next(thing.iter(qn("w:txbxContent")), None) is not None
        if not placed and not written and max(wide, default=_SIGN_POINTS + 1) > _SIGN_POINTS:
            yield thing


def drawing(holder: etree._Element, page: tuple[float, float]) -> Iterator[Verdict]:
    """A box of no size, off the page of this width and height in points, or hidden."""
    for extent in holder.iter(qn("wp:extent")):
        if min(integer(extent.get("cx")), integer(extent.get("cy"))) <= _THIN_EMU:
            yield True, "its box has no size"
        for body in holder.iter(f"{_BOX}bodyPr"):
            pairs = [(body.get(f"{side}Ins"), extent.get(name)) for side, name in _INSETS]
            if any(integer(inset) >= integer(size) for inset, size in pairs):
                yield False, "its box leaves it no room"
    yield from _placed(holder, page)
    for thing in holder.iter(*qns("wp:docPr wp:anchor"), f"{_BOX}cNvPr"):
        if thing.get("hidden", "0") in {"1", "true"}:
            yield True, "its box is hidden"
    yield from _by_point(holder, page)
    yield from _shrunk(holder)


def _shrunk(holder: etree._Element) -> Iterator[Verdict]:
    """A box that is turned, bent, or a share of its page."""
    warps = (each.get("prst") for each in holder.iter(qn("a:prstTxWarp")))
    if any(warp != "textNoShape" for warp in warps):
        yield False, "its letters are bent"
    shares = (
        integer(each.text) for each in holder.iter(f"{_RELATIVE}pctWidth", f"{_RELATIVE}pctHeight")
    )
    if any(0 < share < _LEAST_SHARE for share in shares):
        yield False, "its box may have no size"
    turns = [integer(turn.get(way)) for turn in holder.iter(qn("a:rot")) for way in ("lat", "lon")]
    cameras = (each.get("prst") for each in holder.iter(qn("a:camera")))
    if any(turns) or any(each not in {None, "orthographicFront"} for each in cameras):
        yield False, "its box is turned in space"


def _by_point(holder: etree._Element, page: tuple[float, float]) -> Iterator[Verdict]:
    """A drawing at a point of its page, in place of an offset from something (20.4.2.13)."""
    for anchor in holder.iterchildren(qn("wp:anchor")):
        point = anchor.find(qn("wp:simplePos"))
        if point is None or anchor.get("simplePos", "0") not in {"1", "true"}:
            continue
        ways = zip(("x", "y"), ("cx", "cy"), page, strict=True)
        extent = anchor.find(qn("wp:extent"))
        for way, size, whole in ways:
            place = integer(point.get(way))
            wide = 0 if extent is None else integer(extent.get(size))
            if place + wide < 0 or place > (whole - _SIGN_POINTS) * _EMU:
                yield False, "its box may stand off the page"


def shape(holder: etree._Element) -> Iterator[Verdict]:
    """A shape of VML of no size, off the page, or hidden."""
    style = vml_style(holder)
    if style.get("visibility") == "hidden" or style.get("display") == "none":
        yield True, "its box is hidden"
    if any(size <= 1 for size in _lengths(style, _SIDES)):
        yield True, "its box has no size"
    yield from _inset(holder, style)
    if holder.get("print", "t").lower() in _OFF:
        yield False, "its box is not printed"
    places = _lengths(style, _PLACES)
    if any(abs(place) > _FAR_POINTS * 2 for place in places):
        yield True, "its box stands off the page"
    elif any(place < -_FAR_POINTS for place in places):
        yield False, "its box may stand off the page"


def _inset(holder: etree._Element, style: Mapping[str, str]) -> Iterator[Verdict]:
    """A text box of VML whose margins leave it no room."""
    for box in holder.iterchildren(qn("v:textbox")):
        insets = [vml_points(each.strip()) or 0.0 for each in box.get("inset", "").split(",")]
        for way, at in (("width", 0), ("height", 1)):
            if any(size <= sum(insets[at::2]) for size in _lengths(style, (way,))):
                yield False, "its box leaves it no room"


def lettered(run: etree._Element) -> Iterator[Verdict]:
    """Words that are drawn as a shape of VML: like a box, and by its fill."""
    for each in run.iter(*SHAPES):
        path = each.find(qn("v:textpath"))
        if path is None:
            continue
        yield from shape(each)
        filled, stroked = each.get("fillcolor", "white"), each.get("stroked", "t")
        clear = each.get("filled", "t") in _OFF or filled.lower() in {"white", "#fff", "#ffffff"}
        if path.get("on", "t") in _OFF or (clear and stroked in _OFF):
            yield False, "its letters may not be drawn"


def _lengths(style: Mapping[str, str], names: Iterable[str]) -> list[float]:
    """Those of some properties of a shape that are lengths, in points."""
    return [points for name in names if (points := vml_points(style.get(name))) is not None]


def _placed(holder: etree._Element, page: tuple[float, float]) -> Iterator[Verdict]:
    size = {name: max((integer(extent.get(name)) for extent in holder.iter(qn("wp:extent"))),
                      default=0) for name in ("cx", "cy")}  # fmt: skip
    for axis, name, whole in (("wp:positionH", "cx", page[0]),
                              ("wp:positionV", "cy", page[1])):  # fmt: skip
        for position in holder.iter(qn(axis)):
            side = position.get("relativeFrom", "")
            on_page = side in {"page", "margin", "column"}
            beyond = side in _LAST and size[name] > _THIN_EMU
            for offset in position:
                place = integer(offset.text)
                far = (
                    str(offset.tag).endswith("Offset")
                    and place >= (whole - _SIGN_POINTS) * _EMU
                    and on_page
                )
                if place > _FAR_EMU or place + size[name] < -_BESIDE_EMU or far:
                    yield True, "its box stands off the page"
                elif (
                    (beyond and place > _LAST_EMU)
                    or place + size[name] < 0
                    or "pctPos" in str(offset.tag)
                ):
                    yield False, "its box may stand off the page"


def fill_of(box: etree._Element, resolver: Resolver) -> Rgb | None:
    """The ground that a text box paints behind its words; None where it paints none."""
    for holder in box.iterancestors(*SHAPES, f"{_BOX}wsp"):
        given = holder.get("fillcolor", "").partition(" ")[0].lstrip("#").lower()
        painted = holder.find(f"{_BOX}spPr")
        for group in holder.iterancestors():
            if painted is None or painted.find(qn("a:grpFill")) is None:
                break
            own = [each for each in group if str(each.tag).endswith("}grpSpPr")]
            painted = own[0] if own else painted
        if painted is not None and painted.find(qn("a:noFill")) is not None:
            return None
        for kind in ("a:solidFill", "a:gradFill", "a:pattFill"):
            for fill in () if painted is None else painted.iterfind(f"{qn(kind)}//*[@val]"):
                return drawn_colour(fill, resolver.named)
        styled = holder.find(f"{_BOX}style/{qn('a:fillRef')}")
        if styled is not None and styled.get("idx", "0") != "0":
            given = next((each.get("val", "") for each in styled), "")
        return resolver.named(given) or rgb(NAMED.get(given, given))
    return None


def letters_of(run: etree._Element, resolver: Resolver) -> Rgb | None:
    """The colour that the style of a text box gives to letters without one of their own."""
    for holder in run.iterancestors(f"{_BOX}wsp"):
        for each in holder.iterfind(f"{_BOX}style/{qn('a:fontRef')}/*"):
            return drawn_colour(each, resolver.named)
    return None
