"""Room of drawings and formulas: in the line by their size, beside text within bounds.

ECMA-376 part 1, 20.4.2 (drawings), 22.1 (formulas) and part 4, 19.1 (VML, the drawings of the old
kind). A drawing that text runs around takes no room of its own at least; at most the text stands
above and below it. One that text runs over or under takes none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from lxml.etree import _Element

from octavo.ooxml import vml_points, vml_style
from octavo.pages.boxes import Beside, InlinePicture, Text
from octavo.pages.reading import Reading, Unmeasurable
from octavo.pages.tags import EMU_PER_TWIP, WP, M, W, whole

if TYPE_CHECKING:
    from octavo.pages.formats import RunFormat

_EXTENT = WP + "extent"
_VML = "{urn:schemas-microsoft-com:vml}"
_OFFICE = "{urn:schemas-microsoft-com:office:office}"
_WORD = "{urn:schemas-microsoft-com:office:word}"
_SHAPES = frozenset(
    _VML + name
    for name in ("shape", "rect", "group", "line", "oval", "roundrect", "image", "polyline", "arc")
)
_WRAPS = ("wrapSquare", "wrapTight", "wrapThrough", "wrapTopAndBottom")
_TEXT_BOX = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}txbx"
_GROWS = 1.25
"""A box of text may grow with its text, and a shape of the old kind be drawn a little larger."""
_AROUND = "a picture or shape that text runs around"
_IN_CELL = "a drawing in a cell that no text runs around"
"""LibreOffice makes the cell high enough for it, and Word does not."""
_RULE = 60
"""A line across the page, which names no height."""
_HIGH = tuple(M + name for name in ("f", "nary", "limLow", "limUpp", "mr", "e", "bar", "acc"))
"""What may add a line to a formula: fractions, sums, limits, rows."""
_LINE = 1.5
_MOST_LINES = 30


def drawing(element: _Element, reading: Reading) -> Iterator[InlinePicture | Beside]:
    """20.4.2.8, 20.4.2.3: what stands in the line or is anchored in it."""
    for child in element:
        if child.tag == WP + "inline":
            yield from _inline(child, reading)
            continue
        wraps = any(child.find(WP + wrap) is not None for wrap in _WRAPS)
        if wraps or _is_in_cell(element):
            offset = whole(child.findtext(f"{WP}positionV/{WP}posOffset")) // EMU_PER_TWIP
            yield from _beside(_room(child) + max(0, offset), child, reading, wraps=wraps)


def alternative(element: _Element, reading: Reading) -> Iterator[InlinePicture | Beside]:
    """Part 3, 7.6: the first choice that holds a drawing, else what there is to fall back on."""
    found = next(element.iter(W + "drawing", W + "pict"), None)
    if found is not None:
        reads = drawing if found.tag == W + "drawing" else old_drawing
        yield from reads(found, reading)


def old_drawing(element: _Element, reading: Reading) -> Iterator[InlinePicture | Beside]:
    """A shape in a ``w:pict``, or the picture of an embedded object."""
    for shape in element:
        if shape.tag not in _SHAPES:
            continue
        style = vml_style(shape)
        if style.get("position") == "absolute":
            wrap = shape.find(_WORD + "wrap")
            wraps = wrap is not None and wrap.get("type", "none") != "none"
            if wraps or _is_in_cell(element):
                height, offset = (_length(style.get(name)) for name in ("height", "margin-top"))
                room = (height or 0) + max(0, offset or 0)
                yield from _beside(room, shape, reading, wraps=wraps)
        else:
            yield from _shape_in_line(shape, style, reading)


def _is_in_cell(element: _Element) -> bool:
    """Whether it is anchored in a cell."""
    return next(element.iterancestors(W + "tc"), None) is not None


def _shape_in_line(
    shape: _Element, style: Mapping[str, str], reading: Reading
) -> Iterator[InlinePicture]:
    width, height = _length(style.get("width")), _length(style.get("height"))
    if shape.get(_OFFICE + "hr") is not None:
        width, height = 0, height or _RULE
    if width is None or height is None:
        raise Unmeasurable("a drawing of the old kind (VML) without a size", shape)
    construct = "a drawing of the old kind (VML)"
    yield InlinePicture(width, reading.either(height, round(height * _GROWS), construct, shape))


def _inline(element: _Element, reading: Reading) -> Iterator[InlinePicture]:
    if element.find(_EXTENT) is None:
        raise Unmeasurable("a picture without a size", element)
    width, height = _size(element)
    if next(element.iter(_TEXT_BOX), None) is not None:
        construct = "a box of text in the line"
        height = reading.either(round(height / _GROWS), round(height * _GROWS), construct, element)
    yield InlinePicture(width, height)


def _beside(height: int, element: _Element, reading: Reading, *, wraps: bool) -> Iterator[Beside]:
    text = next(element.iter(_TEXT_BOX, _VML + "textbox"), None)
    greatest = height if text is None else round(height * _GROWS)
    if reading.either(0, greatest, _AROUND if wraps else _IN_CELL, element):
        yield Beside(greatest)


def _size(element: _Element) -> tuple[int, int]:
    """Width and height in twips; the distances of a drawing in the line are of no effect."""
    extent = element.find(_EXTENT)
    sides = ("cx", "cy")
    cx, cy = (0 if extent is None else whole(extent.get(side)) // EMU_PER_TWIP for side in sides)
    return cx, cy


def _room(element: _Element) -> int:
    """Height in twips, with the distances that text around it keeps."""
    upright = whole(element.get("distT")) + whole(element.get("distB"))
    return _size(element)[1] + upright // EMU_PER_TWIP


def _length(text: str | None) -> int | None:
    """A length of VML in twips."""
    points = vml_points(text)
    return None if points is None else round(points * 20)


def formula(
    element: _Element, format_: RunFormat, reading: Reading
) -> Iterator[Text | InlinePicture]:
    """At least a letter; at most all of its signs in a row, with its parts above each other."""
    reading.doubt("a formula", element)
    yield Text("x", format_)
    if reading.is_greatest:
        signs = sum(len(text.text or "") for text in element.iter(M + "t"))
        lines = 1 + min(_MOST_LINES, sum(1 for _ in element.iter(*_HIGH)))
        yield InlinePicture((signs + 2) * format_.size, round(lines * _LINE * format_.size))
