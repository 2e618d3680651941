"""Shapes that are laid over the words of a story, and what is cut off a box or a row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from lxml import etree
from msgspec import Struct

from octavo.ooxml.block_content import FALLBACK, PARAGRAPH, TEXT_BOX
from octavo.ooxml.names import qn, qns
from octavo.ooxml.sight.colours import drawn_colour
from octavo.ooxml.sight.extents import Extents, Paper, ParagraphBox, paper_of
from octavo.ooxml.sight.groups import THICK, in_group, paints
from octavo.ooxml.sight.run import ground_under
from octavo.ooxml.sight.shapes import SHAPES, integer
from octavo.ooxml.vml import vml_points, vml_style

if TYPE_CHECKING:
    from octavo.ooxml.sight.layers import Resolver

_EMU: Final = 12_700.0
_LEAST_WIDE, _LEAST_HIGH = 24.0, 5.0
"""Points: what is smaller covers no words."""
_SLACK: Final = 0.1
"""How far off a height may be that was reckoned from words, as a share of it."""
_LINE, _MUCH = 12.0, 0.7
_OVER: Final = 0.4
"""So much of a line has to be covered."""
_TIGHT: Final = qns("wp:wrapTight wp:wrapThrough")
_HALF: Final = 10_800
"""Half the side of a picture, as the polygon counts it round which words flow."""
_BEHIND: Final = 1 << 40
_VML_LINE, _VML_LINES = qns("v:line v:polyline")
_EIGHTH, _UPRIGHT = 45 * 60_000, frozenset({1, 2, 5, 6})
"""An eighth of a turn; a shape that is turned by so many stands on its side."""
_FILL: Final = f".//{qn('wps:spPr')}/{qn('a:solidFill')}/*"
_LINES: Final = frozenset({"line", "straightConnector1"})
_WORDPROCESSING: Final = "http://schemas.microsoft.com/office/word/2010/wordprocessing"
_COVERED: Final = "a shape or a picture may lie over it"
_STRUCK: Final = "a line may be drawn through it"
_IN_BOX: Final = "it stands below the place at which its box is cut"
_IN_ROW: Final = "it stands below the place at which its row is cut"


class _Shape(Struct, frozen=True):
    """What is laid over the words: its edges in points, and what they are counted from.

    Attributes:
        rank: What has more of it is drawn over what has less.
        behind: Whether it lies behind the text of the page.
    """

    drawn: etree._Element
    left: float
    top: float
    width: float
    height: float
    across: str
    down: str
    cause: str = _COVERED
    rank: int = 0
    behind: bool = False


class Covering(Struct, frozen=True):
    """What lies over and under the paragraphs of a story.

    Attributes:
        doubts: Why a paragraph may not be seen.
        pictured: Paragraphs with a picture or a ground of another colour than the page behind them.
    """

    doubts: Mapping[etree._Element | None, tuple[str, ...]] = {}
    pictured: frozenset[etree._Element] = frozenset()


def covered_in(root: etree._Element, resolver: Resolver) -> Covering:
    """Why paragraphs of a story may not be seen: a shape over them, or a cut above them."""
    shapes = list(_shapes(root))
    boxes = [box for box in root.iter(TEXT_BOX) if not _in_fallback(box)]
    exact = any(row.get(qn("w:hRule")) == "exact" for row in root.iter(qn("w:trHeight")))
    if not (shapes or boxes or exact):
        return Covering()
    paper = paper_of(root)
    found = Extents(root, resolver, paper).found
    on_page: defaultdict[int, list[tuple[ParagraphBox, _Shape]]] = defaultdict(list)
    for anchor, shape in shapes:
        if anchor in found:
            on_page[found[anchor].page].append((found[anchor], shape))
    doubts: dict[etree._Element | None, tuple[str, ...]] = {}
    for paragraph, extent in found.items():
        over = {shape.cause for anchor, shape in on_page[extent.page]
                if not shape.behind and _covers(shape, anchor, extent, paper)}  # fmt: skip
        cut = extent.room is not None and _is_cut(extent.within, extent.height, extent.room)
        if over or cut:
            doubts[paragraph] = (*sorted(over), *([_IN_ROW] if cut else []))
    for box in boxes:
        doubts.update(_cut_in(box, resolver, paper))
    under = [*_under(shapes, found, paper), *_below_ground(shapes, found, paper, resolver)]
    doubts |= {each: (_COVERED,) for shape in under for each in _written(shape.drawn)}
    for box in boxes:
        doubts |= {each: (cause,) for cause in in_group(box) for each in box.iter(PARAGRAPH)}
    return Covering(doubts, frozenset(_pictured(shapes, found, paper, resolver)))


def _written(drawn: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs of the boxes of a drawing."""
    for box in drawn.iter(TEXT_BOX):
        yield from box.iter(PARAGRAPH)


def _below_ground(
    shapes: Sequence[_Anchored],
    found: Mapping[etree._Element, ParagraphBox],
    paper: Paper,
    resolver: Resolver,
) -> Iterator[_Shape]:
    """The shapes behind the text over which a paragraph or a cell paints its ground."""
    for anchor, shape in shapes:
        if shape.behind and anchor in found and next(_written(shape.drawn), None) is not None:
            page = found[anchor].page
            over = (each for each, extent in found.items()
                    if extent.page == page
                    and _covers(shape, found[anchor], extent, paper))  # fmt: skip
            if any(ground_under(each, resolver) is not None for each in over):
                yield shape


def _pictured(
    shapes: Sequence[_Anchored],
    found: Mapping[etree._Element, ParagraphBox],
    paper: Paper,
    resolver: Resolver,
) -> Iterator[etree._Element]:
    """The paragraphs, in the text and in boxes, that lie over a picture or a painted shape."""
    placed = [(anchor, shape) for anchor, shape in shapes if anchor in found]
    for anchor, shape in placed:
        fills = [drawn_colour(each, resolver.named) for each in shape.drawn.iterfind(_FILL)]
        if resolver.page in fills or next(_written(shape.drawn), None) is not None:
            continue
        for paragraph, extent in found.items():
            if shape.behind and extent.page == found[anchor].page:
                yield from [paragraph] * _covers(shape, found[anchor], extent, paper)
        for other, box in placed:
            if box.rank > shape.rank and _lies_over(box, found[other], shape, found[anchor], paper):
                yield from _written(box.drawn)


def covers_band(root: etree._Element, kind: str) -> tuple[str, ...]:
    """Why the headers, footers or notes of a page may not be seen: a shape of its body over them.

    ``kind`` is the name of their root, without its namespace.
    """
    paper = paper_of(root)
    low = paper.height - paper.bottom - _LINE
    top = {"hdr": paper.top / 2, "ftr": low + paper.bottom / 2}.get(kind, low)
    band = ParagraphBox(0, top, _LINE, 0.0, paper.text_width)
    over = (_covers(shape, band, band, paper) for _, shape in _shapes(root)
            if not shape.behind and shape.down.partition(" ")[0] not in {"paragraph", "line"}
            and shape.width > paper.text_width / 2)  # fmt: skip
    return (_COVERED,) if any(over) else ()


def _shapes(root: etree._Element) -> Iterator[tuple[etree._Element, _Shape]]:
    """What stands in front of the text, each with the paragraph that it is anchored in."""
    for drawn in root.iter(qn("wp:anchor"), *SHAPES, _VML_LINE, _VML_LINES):
        anchor = next(drawn.iterancestors(PARAGRAPH), None)
        if anchor is None or _in_fallback(drawn):
            continue
        reader = {
            qn("wp:anchor"): _anchored,
            _VML_LINE: _of_line,
            _VML_LINES: _of_lines,
        }.get(str(drawn.tag), _of_vml)
        shape = reader(drawn)
        large = shape and shape.width >= _LEAST_WIDE
        if shape and large and (shape.height >= _LEAST_HIGH or shape.cause == _STRUCK):
            yield anchor, shape


def _in_fallback(element: etree._Element) -> bool:
    """Whether an element stands for another one, which newer programs show."""
    return next(element.iterancestors(FALLBACK), None) is not None


def _of_line(drawn: etree._Element) -> _Shape | None:
    """A line of VML that lies level."""
    ends = [drawn.get(name, "0,0").split(",") for name in ("from", "to")]
    (left, top), (right, bottom) = (
        [vml_points(each) or 0.0 for each in (*end, "0")[:2]] for end in ends
    )
    level = abs(top - bottom) < _LEAST_HIGH and vml_style(drawn).get("position") == "absolute"
    width = abs(right - left)
    return (
        _Shape(drawn, min(left, right), top, width, 0.0, "column", "paragraph", _STRUCK)
        if level
        else None
    )


def _of_lines(drawn: etree._Element) -> _Shape | None:
    """A figure of lines of VML that is filled."""
    given = [vml_points(each) or 0.0 for each in drawn.get("points", "").split(",")]
    across, down = given[::2], given[1::2]
    unfilled = drawn.get("filled", "t").lower() in {"f", "false"}
    if not down or unfilled or vml_style(drawn).get("position") != "absolute":
        return None
    wide, high = max(across) - min(across), max(down) - min(down)
    return _Shape(drawn, min(across), min(down), wide, high, "column", "paragraph")


def _anchored(anchor: etree._Element) -> _Shape | None:
    if _is_flowed_round(anchor):
        return None
    behind = anchor.get("behindDoc") in {"1", "true"}
    rank = integer(anchor.get("relativeHeight")) - _BEHIND * behind
    kind = next((each.get("prst", "") for each in anchor.iter(qn("a:prstGeom"))), "")
    if kind not in _LINES and not _is_opaque(anchor):
        return None
    extent = anchor.find(qn("wp:extent"))
    width, height = (
        0.0 if extent is None else integer(extent.get(name)) / _EMU for name in ("cx", "cy")
    )
    left, across = _placed(anchor, "wp:positionH", "column")
    top, down = _placed(anchor, "wp:positionV", "paragraph")
    turns = (integer(each.get("rot")) for each in anchor.iter(qn("a:xfrm")))
    if next(turns, 0) // _EIGHTH % 8 in _UPRIGHT:
        left, top = left + (width - height) / 2, top + (height - width) / 2
        width, height = height, width
    thick = max([0, *(integer(line.get("w")) for line in anchor.iter(qn("a:ln")))])
    if thick > THICK:
        rim = thick / _EMU / 2
        left, top, width, height = left - rim, top - rim, width + 2 * rim, height + 2 * rim
    cause = _STRUCK if kind in _LINES else _COVERED
    return (
        None
        if kind in _LINES and height >= _LEAST_HIGH
        else _Shape(anchor, left, top, width, height, across, down, cause, rank, behind)
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
    pictured = next(anchor.iter(qn("pic:pic")), None) is not None
    return pictured or any(map(paints, anchor.iter(qn("wps:spPr"))))


def _of_vml(drawn: etree._Element) -> _Shape | None:
    style = vml_style(drawn)
    wrapped = [each for each in drawn if str(each.tag).endswith("}wrap")]
    around = any(each.get("type") in {"square", "tight", "topAndBottom", "through"}
                 for each in wrapped)  # fmt: skip
    behind = style.get("z-index", "0").startswith("-")
    if style.get("position") != "absolute" or around:
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
    down, rank = down.replace("text", "paragraph"), integer(style.get("z-index"))
    return _Shape(
        drawn, left, top, width, height, across, down, rank=rank - _BEHIND * behind, behind=behind
    )


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
    shapes: Sequence[_Anchored], found: Mapping[etree._Element, ParagraphBox], paper: Paper
) -> Iterator[_Shape]:
    """The shapes under which another one lies."""
    drawn = [(anchor, shape) for anchor, shape in shapes if anchor in found]
    drawn.sort(key=lambda each: each[1].rank)
    for at, (anchor, under) in enumerate(drawn):
        later = drawn[at + 1 :]
        if any(
            _lies_over(over, found[other], under, found[anchor], paper) for other, over in later
        ):
            yield under


_Anchored = tuple["etree._Element", _Shape]  # noqa: SLF001 - its only name


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
