"""Shapes that are laid over the words of a story, and what is cut off a box or a row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from lxml import etree
from msgspec import Struct

from octavo.ooxml.block_content import FALLBACK, PARAGRAPH, TEXT_BOX
from octavo.ooxml.names import qn, qns
from octavo.ooxml.sight.extents import Extents, Paper, ParagraphBox, paper_of
from octavo.ooxml.sight.shapes import SHAPES, integer
from octavo.ooxml.vml import vml_points, vml_style

if TYPE_CHECKING:
    from octavo.ooxml.sight.layers import Resolver

_EMU: Final = 12_700.0
_CLEAR: Final = 50_000
"""Of 100,000: a fill that lets more through hides no words."""
_LEAST_WIDE, _LEAST_HIGH = 24.0, 5.0
"""Points: what is smaller covers no words."""
_SLACK: Final = 0.1
"""How far off a height may be that was reckoned from words, as a share of it."""
_LINE, _MUCH = 12.0, 0.7
_OVER: Final = 0.4
"""So much of a line has to be covered."""
_FILLS: Final = qns("a:solidFill a:gradFill a:blipFill a:pattFill a:grpFill")
_TIGHT: Final = qns("wp:wrapTight wp:wrapThrough")
_HALF: Final = 10_800
"""Half the side of a picture, as the polygon counts it round which words flow."""
_THICK: Final = 120_000
"""EMU: a line round a shape that is thicker than this covers words."""
_LINES: Final = frozenset({"line", "straightConnector1"})
_WORDPROCESSING: Final = "http://schemas.microsoft.com/office/word/2010/wordprocessing"
_COVERED: Final = "a shape or a picture may lie over it"
_STRUCK: Final = "a line may be drawn through it"
_IN_BOX: Final = "it stands below the place at which its box is cut"
_IN_ROW: Final = "it stands below the place at which its row is cut"


class _Shape(Struct, frozen=True):
    """What is laid over the words: its edges in points, and what they are counted from."""

    left: float
    top: float
    width: float
    height: float
    across: str
    down: str
    cause: str = _COVERED


def covered_in(
    root: etree._Element, resolver: Resolver
) -> Mapping[etree._Element | None, tuple[str, ...]]:
    """Why paragraphs of a story may not be seen: a shape over them, or a cut above them."""
    shapes = list(_shapes(root))
    boxes = [box for box in root.iter(TEXT_BOX) if not _in_fallback(box)]
    exact = any(row.get(qn("w:hRule")) == "exact" for row in root.iter(qn("w:trHeight")))
    if not (shapes or boxes or exact):
        return {}
    paper = paper_of(root)
    found = Extents(root, resolver, paper).found
    on_page: defaultdict[int, list[tuple[ParagraphBox, _Shape]]] = defaultdict(list)
    for anchor, shape in shapes:
        if anchor in found:
            on_page[found[anchor].page].append((found[anchor], shape))
    doubts: dict[etree._Element | None, tuple[str, ...]] = {}
    for paragraph, extent in found.items():
        over = {shape.cause for anchor, shape in on_page[extent.page]
                if _covers(shape, anchor, extent, paper)}  # fmt: skip
        cut = extent.room is not None and _is_cut(extent.within, extent.height, extent.room)
        if over or cut:
            doubts[paragraph] = (*sorted(over), *([_IN_ROW] if cut else []))
    for box in boxes:
        doubts.update(_cut_in(box, resolver, paper))
    boxed = [box for box in boxes for each in _under(shapes, found, paper)
             if each in box.iterancestors(PARAGRAPH)]  # fmt: skip
    doubts |= {each: (_COVERED,) for box in boxed for each in box.iter(PARAGRAPH)}
    return doubts


def _shapes(root: etree._Element) -> Iterator[tuple[etree._Element, _Shape]]:
    """What stands in front of the text, each with the paragraph that it is anchored in."""
    for drawn in root.iter(qn("wp:anchor"), *SHAPES):
        anchor = next(drawn.iterancestors(PARAGRAPH), None)
        if anchor is None or _in_fallback(drawn):
            continue
        shape = _anchored(drawn) if drawn.tag == qn("wp:anchor") else _of_vml(drawn)
        large = shape and shape.width >= _LEAST_WIDE
        if shape and large and (shape.height >= _LEAST_HIGH or shape.cause == _STRUCK):
            yield anchor, shape


def _in_fallback(element: etree._Element) -> bool:
    """Whether an element stands for another one, which newer programs show."""
    return next(element.iterancestors(FALLBACK), None) is not None


def _anchored(anchor: etree._Element) -> _Shape | None:
    if anchor.get("behindDoc") in {"1", "true"} or _is_flowed_round(anchor):
        return None
    kind = next((each.get("prst", "") for each in anchor.iter(qn("a:prstGeom"))), "")
    if kind not in _LINES and not _is_opaque(anchor):
        return None
    extent = anchor.find(qn("wp:extent"))
    width, height = (
        0.0 if extent is None else integer(extent.get(name)) / _EMU for name in ("cx", "cy")
    )
    left, across = _placed(anchor, "wp:positionH", "column")
    top, down = _placed(anchor, "wp:positionV", "paragraph")
    thick = max([0, *(integer(line.get("w")) for line in anchor.iter(qn("a:ln")))])
    if thick > _THICK:
        rim = thick / _EMU / 2
        left, top, width, height = left - rim, top - rim, width + 2 * rim, height + 2 * rim
    cause = _STRUCK if kind in _LINES else _COVERED
    return (
        None
        if kind in _LINES and height >= _LEAST_HIGH
        else _Shape(left, top, width, height, across, down, cause)
    )


def _is_flowed_round(anchor: etree._Element) -> bool:
    """Whether words keep clear of a drawing; they do not of what its polygon leaves out."""
    for wrap in anchor.iterchildren(*_TIGHT):
        across = [integer(point.get("x")) for point in wrap.iter(*qns("wp:start wp:lineTo"))]
        return max(across, default=_HALF) >= _HALF
    return anchor.find(qn("wp:wrapNone")) is None


def _placed(anchor: etree._Element, name: str, usual: str) -> tuple[float, str]:
    """An offset in points, and what it is counted from; an alignment is told by its name."""
    position = anchor.find(qn(name))
    if position is None:
        return 0.0, usual
    aligned = position.find(qn("wp:align"))
    base = position.get("relativeFrom", usual)
    if aligned is not None:
        return 0.0, f"{base} {aligned.text}"
    offset = position.find(qn("wp:posOffset"))
    return (0.0 if offset is None else integer(offset.text) / _EMU), base


def _is_opaque(anchor: etree._Element) -> bool:
    """Whether a drawing paints over what is behind it, or writes there."""
    if any((text.text or "").strip() for text in anchor.iter(qn("w:t"))):
        return True
    content = next(anchor.iter(qn("a:graphicData")), None)
    if content is None or not content.get("uri", "").startswith(_WORDPROCESSING):
        return True  # a picture, a chart, a diagram
    for properties in anchor.iter(qn("wps:spPr")):
        lines = properties.iterchildren(qn("a:ln"))
        if any(integer(line.get("w")) > _THICK for line in lines):
            return True
        fills = [fill for kind in _FILLS for fill in properties.iterchildren(kind)]
        clear = [integer(each.get("val")) for fill in fills for each in fill.iter(qn("a:alpha"))]
        if fills and min(clear, default=_CLEAR) >= _CLEAR:
            return True
        holder = properties.getparent()
        styled = None if holder is None else holder.find(f"{qn('wps:style')}/{qn('a:fillRef')}")
        unsaid = not fills and properties.find(qn("a:noFill")) is None
        if unsaid and styled is not None and styled.get("idx", "0") != "0":
            return True
    return next(anchor.iter(qn("pic:pic")), None) is not None


def _of_vml(drawn: etree._Element) -> _Shape | None:
    style = vml_style(drawn)
    wrapped = [each for each in drawn if str(each.tag).endswith("}wrap")]
    around = any(each.get("type") in {"square", "tight", "topAndBottom", "through"}
                 for each in wrapped)  # fmt: skip
    behind = style.get("z-index", "0").startswith("-")
    if style.get("position") != "absolute" or around or behind:
        return None
    pictured = next(drawn.iter(qn("v:imagedata")), None) is not None
    written = any((text.text or "").strip() for text in drawn.iter(qn("w:t")))
    unfilled = drawn.get("filled", "t").lower() in {"f", "false"}
    if unfilled and not (pictured or written):
        return None
    left, top, width, height = (
        vml_points(style.get(name) or style.get(other)) or 0.0
        for name, other in (
            ("margin-left", "left"), ("margin-top", "top"), ("width", ""), ("height", ""),
        )
    )  # fmt: skip
    across = style.get("mso-position-horizontal-relative", "column")
    down = style.get("mso-position-vertical-relative", "paragraph")
    return _Shape(left, top, width, height, across, down.replace("text", "paragraph"))


def _covers(shape: _Shape, anchor: ParagraphBox, extent: ParagraphBox, paper: Paper) -> bool:
    """Whether a shape may lie over a paragraph of the same page."""
    left = _across(shape, anchor, paper)
    if left >= extent.left + extent.width or left + shape.width <= extent.left:
        return False
    top, base = _down(shape, anchor, paper)
    if shape.cause == _STRUCK:
        line = extent.height * _OVER
        return anchor is extent and line / 2 < top - extent.top < extent.height - line / 2
    slack = _SLACK * abs(extent.top - base)
    needed = min(extent.height, 12.0) * _OVER
    above = max(top - slack, extent.top)
    below = min(top + shape.height + slack, extent.top + extent.height)
    return below - above >= needed


def _across(shape: _Shape, anchor: ParagraphBox, paper: Paper) -> float:
    """The left edge of a shape, from that of the text of the page."""
    base, _, aligned = shape.across.partition(" ")
    whole = base in {"page", "leftMargin", "rightMargin"}
    start = -paper.left if whole else anchor.left if base == "character" else 0.0
    start += paper.width - paper.right if base == "rightMargin" else 0.0
    room = (paper.width if whole else paper.text_width) - shape.width
    share = {"center": 0.5, "right": 1.0, "outside": 1.0}.get(aligned, 0.0)
    return start + (room * share if aligned else shape.left)


def _down(shape: _Shape, anchor: ParagraphBox, paper: Paper) -> tuple[float, float]:
    """The upper edge of a shape, and what it is counted from, from the top of the page."""
    base, _, aligned = shape.down.partition(" ")
    if base in {"paragraph", "line"}:
        return anchor.top + shape.top, anchor.top
    start, room = {
        "margin": (paper.top, paper.height - paper.top - paper.bottom),
        "bottomMargin": (paper.height - paper.bottom, paper.bottom),
        "topMargin": (0.0, paper.top),
    }.get(base, (0.0, paper.height))
    share = {"center": 0.5, "bottom": 1.0, "outside": 1.0}.get(aligned, 0.0)
    moved = (room - shape.height) * share if aligned else shape.top
    return start + moved, start


def _cut_in(
    box: etree._Element, resolver: Resolver, paper: Paper
) -> Iterator[tuple[etree._Element, tuple[str, ...]]]:
    """The paragraphs of a text box that stand where the box has ended."""
    holder = next(box.iterancestors(qn("wp:anchor"), qn("wp:inline")), None)
    extent = None if holder is None else holder.find(qn("wp:extent"))
    if holder is None or extent is None or next(holder.iter(qn("a:spAutoFit")), None) is not None:
        return
    width, height = (integer(extent.get(name)) / _EMU for name in ("cx", "cy"))
    room = type(paper)(width=width, left=7.2, right=7.2, top=0.0, height=1e9)
    for paragraph, found in Extents(box, resolver, room).found.items():
        if _is_cut(found.top, found.height, height):
            yield paragraph, (_IN_BOX,)


def _is_cut(top: float, height: float, room: float) -> bool:
    """Whether the first line of a paragraph, or much of it, stands where its holder has ended."""
    line = top + min(height, _LINE) * (1 - _OVER)
    return line * (1 - _SLACK) >= room or (top + height) * _MUCH >= room


def _under(
    shapes: list[tuple[etree._Element, _Shape]],
    found: Mapping[etree._Element, ParagraphBox],
    paper: Paper,
) -> Iterator[etree._Element]:
    """The anchors of shapes under which another one lies."""
    drawn = [(anchor, shape) for anchor, shape in shapes if anchor in found]
    for at, (anchor, under) in enumerate(drawn):
        later = drawn[at + 1 :]
        if any(
            _lies_over(over, found[other], under, found[anchor], paper) for other, over in later
        ):
            yield anchor


def _lies_over(
    over: _Shape, anchor: ParagraphBox, under: _Shape, below: ParagraphBox, paper: Paper
) -> bool:
    """Whether much of a shape lies under another one of its page that is drawn after it."""
    if anchor.page != below.page or over.cause != _COVERED:
        return False
    left, right = _across(over, anchor, paper), _across(under, below, paper)
    top, start = _down(over, anchor, paper)[0], _down(under, below, paper)[0]
    wide = min(left + over.width, right + under.width) - max(left, right)
    high = min(top + over.height, start + under.height) - max(top, start)
    return wide >= _LEAST_WIDE and high >= _LINE
