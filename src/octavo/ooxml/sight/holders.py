"""What holds a run may hide it: its row, its paragraph, its box, its field, its control."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from lxml import etree

from octavo.ooxml.block_content import CELL, PARAGRAPH, TABLE, TEXT_BOX
from octavo.ooxml.fields import WordField, fields_in
from octavo.ooxml.names import qn, qns
from octavo.ooxml.sight.cells import LEAST_COLUMN, MOST_ASIDE, beside, low, narrow
from octavo.ooxml.sight.controls import bound, placeholder
from octavo.ooxml.sight.extents import Paper, paper_of
from octavo.ooxml.sight.labels import labelled
from octavo.ooxml.sight.layers import Resolver, Verdict, attribute, first
from octavo.ooxml.sight.shapes import SHAPES, drawing, integer, shape
from octavo.ooxml.sight.tables import set_aside, table_layers
from octavo.ooxml.sight.unknown import unknown_among, unknown_in
from octavo.ooxml.styles import is_on

if TYPE_CHECKING:
    from octavo.ooxml.package import Package

FAR_TWIPS: Final = 12_000
_CUT: Final = 0.6
"""A line of less than this share of the height of its letters cuts them."""
_SIGN_TWIPS: Final = 2.1
"""Hundredths of a character in twips."""
_VAL: Final = qn("w:val")
_SMALLEST_SIDE: Final = 1_000
_LEAST_TURNED: Final = 1_000
_MOST_BEFORE: Final = 2_500
"""Twips: what begins so far before its column is off the page, or most of it."""
_PRESSED: Final = -8_192
_MARGINS: Final = ("left", "right", "gutter", "top", "bottom", "header", "footer")
_SLACK: Final = 20.0
"""Points: a line may begin so far off the page that most of it is seen."""
_MOST_COLUMNS: Final = 12
_DRAWN: Final = frozenset({"EQ", "ADVANCE", "SYMBOL", "INCLUDEPICTURE", "INCLUDETEXT"})
"""Fields that draw something without words of their own."""
_RESULTS: Final = """
    ADDIN ADDRESSBLOCK BIBLIOGRAPHY CITATION COMPARE DATABASE FORMCHECKBOX FORMDROPDOWN FORMTEXT
    GREETINGLINE HYPERLINK INDEX LISTNUM MERGEFIELD NOTEREF PAGEREF QUOTE REF SEQ TOA TOC
"""
_KEPT: Final = frozenset(_RESULTS.split())
"""Fields that show what they showed when the file was written; others may be worked out anew."""


def set_out(
    layers: Sequence[etree._Element], size: float, paper: Paper, room: int = 0
) -> Iterator[Verdict]:
    """Why a paragraph in these properties, with letters of ``size`` points, may not be seen.

    ``room`` is the width of its cell in twips; 0 where it is in none of a given width.
    """
    yield from _lines(layers, size)
    yield from _framed(layers, size)
    yield from _indented(layers, paper, room)
    tabs = first(layers, "w:tabs")
    if tabs is not None and any(integer(tab.get(qn("w:pos"))) > FAR_TWIPS for tab in tabs):
        yield False, "a tab may move it off the page"


def _room(paragraph: etree._Element) -> int:
    """The width of the cell of a paragraph in twips; 0 where none is given."""
    cell = next(paragraph.iterancestors(CELL, TEXT_BOX), None)
    width = None if cell is None else cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}")
    fixed = width is not None and width.get(qn("w:type"), "dxa") == "dxa"
    return integer(width.get(qn("w:w"))) if width is not None and fixed else 0


def _lines(layers: Sequence[etree._Element], size: float) -> Iterator[Verdict]:
    height = attribute(layers, "w:spacing", "w:line")
    if height is None or attribute(layers, "w:spacing", "w:lineRule") != "exact":
        return
    if low(height):
        yield True, "its lines have no height"
    elif integer(height) < size * 20 * _CUT:
        yield False, "its lines are lower than its letters"


def _framed(layers: Sequence[etree._Element], size: float) -> Iterator[Verdict]:
    frame = first(layers, "w:framePr")
    if frame is None:
        return
    if any(abs(integer(frame.get(qn(name)))) > FAR_TWIPS for name in ("w:x", "w:y")):
        yield True, "its frame stands off the page"
    for names in (("w:x", "w:w"), ("w:y", "w:h")):
        begin, wide = (integer(frame.get(qn(name))) for name in names)
        if begin + wide < 0 and begin >= -FAR_TWIPS:
            yield False, "its frame may stand off the page"
    high = frame.get(qn("w:h"), "")
    if frame.get(qn("w:hRule")) == "exact" and integer(high) < size * 20 * _CUT:
        yield low(high), "its frame is lower than its letters"


def _overflowing(
    paragraph: etree._Element, layers: Sequence[etree._Element], size: float
) -> Iterator[Verdict]:
    """A frame of a given height that holds much less than the words of its paragraph."""
    frame = first(layers, "w:framePr")
    if frame is None or frame.get(qn("w:hRule")) != "exact":
        return
    wide, high = (max(1, integer(frame.get(qn(name)))) / 20 for name in ("w:w", "w:h"))
    letters = sum(len(text.text or "") for text in paragraph.iter(qn("w:t")))
    if (1 + letters * size / 2 // wide) * size > high * 2:
        yield False, "its frame cuts it off"


def _indented(layers: Sequence[etree._Element], paper: Paper, room: int) -> Iterator[Verdict]:
    def given(*names: str) -> int:
        return integer(attribute(layers, "w:ind", *names))

    chars = given("w:leftChars", "w:startChars") * _SIGN_TWIPS
    left, right = given("w:left", "w:start"), given("w:right", "w:end")
    moved = given("w:firstLine") - given("w:hanging")
    begin = ((chars or left) + moved) / 20
    if max(abs(left), abs(chars), abs(moved)) > FAR_TWIPS:
        yield True, "its indent moves it off the page"
    elif left + right > FAR_TWIPS:
        yield False, "its indents leave it no width"
    elif 0 < room <= 20 * begin:
        yield False, "its indent moves it out of its cell"
    elif begin and not -_SLACK <= paper.left + begin < paper.width - _SLACK:
        yield False, "its indent may move it off the page"
    aligned = first(layers, "w:jc")
    to_right = aligned is not None and aligned.get(_VAL) in {"right", "end", "center"}
    if right < -_MOST_BEFORE and to_right:
        yield False, "its right indent may move it off the page"


class Holders:
    """Looks at what holds the runs of a story; each holder is looked at once."""

    def __init__(self, package: Package, resolver: Resolver, root: etree._Element) -> None:
        self._package = package
        self._resolver = resolver
        self._fields = fields_of(root)
        self._paper = paper_of(root)
        self._known: dict[etree._Element, tuple[Verdict, ...]] = {}

    def unseen(self, run: etree._Element) -> Iterator[Verdict]:
        """Why what holds a run may keep it from being seen."""
        field = self._fields.get(run)
        if field:
            yield field.endswith("!"), "Word works out its field again"
        yield from unknown_in(run)
        for layer in self._resolver.run(run):
            yield from () if layer.getparent() is run else self._once(layer, unknown_among)
        for holder in run.iterancestors():
            yield from self._once(holder, self._looked_at)

    def _once(
        self, holder: etree._Element, look: Callable[[etree._Element], Iterator[Verdict]]
    ) -> tuple[Verdict, ...]:
        known = self._known.get(holder)
        if known is None:
            known = self._known[holder] = tuple(look(holder))
        return known

    def _looked_at(self, holder: etree._Element) -> Iterator[Verdict]:
        yield from unknown_in(holder)
        yield from self._paragraph(holder) if holder.tag == PARAGRAPH else ()
        check = _CHECKS.get(str(holder.tag))
        if check is not None:
            yield from check(holder)
        yield from beside(holder, self._paper) if holder.tag == CELL else ()
        yield from self._table(holder) if holder.tag == TABLE else ()
        if holder.tag == qn("w:drawing"):
            yield from drawing(holder, (self._paper.width, self._paper.height))
        elif holder.tag == qn("w:r"):
            mark = first(self._resolver.run(holder), "w:vanish")
            if mark is not None and is_on(mark):
                yield True, "its box is hidden"
        elif holder.tag == qn("w:sdt"):
            yield from bound(holder, self._package)

    def _table(self, table: etree._Element) -> Iterator[Verdict]:
        for layer in table_layers(table, self._resolver):
            yield from self._once(layer, unknown_among)
        yield from set_aside(table, self._resolver, self._paper)

    def _paragraph(self, paragraph: etree._Element) -> Iterator[Verdict]:
        resolver = self._resolver
        layers, size = resolver.paragraph(paragraph), resolver.size(paragraph)
        for layer in layers:
            yield from () if layer.getparent() is paragraph else self._once(layer, unknown_among)
        yield from set_out(layers, size, self._paper, _room(paragraph))
        yield from _overflowing(paragraph, layers, size)
        yield from labelled(resolver.label(paragraph).strip())


def _bidi(holder: etree._Element) -> Iterator[Verdict]:
    if holder.get(_VAL) == "rtl":
        yield False, "its letters are drawn from the right to the left"


def _deleted(_: etree._Element) -> Iterator[Verdict]:
    yield True, "its box is deleted"


def _simple(holder: etree._Element) -> Iterator[Verdict]:
    words = holder.get(qn("w:instr"), "").split()
    name = words[0].upper() if words else ""
    dirty = holder.get(qn("w:dirty"), "0").lower() in {"1", "true", "on"}
    if dirty or (name and (name not in _KEPT or (name == "SEQ" and "\\h" in words))):
        yield dirty, "Word works out its field again"


def _row(holder: etree._Element) -> Iterator[Verdict]:
    gone = holder.find(qn("w:trPr"))
    if gone is not None and any(map(is_on, gone.iterchildren(*qns("w:hidden w:del")))):
        yield True, "its row is hidden or deleted"
    height = holder.find(f"{qn('w:trPr')}/{qn('w:trHeight')}")
    exact = height is not None and height.get(qn("w:hRule")) == "exact"
    high = None if height is None else height.get(_VAL)
    if exact and low(high):
        yield True, "its row has no height"
    before = holder.find(f"{qn('w:trPr')}/{qn('w:wBefore')}")
    tops = [
        integer(each.get(qn("w:w")))
        for each in holder.iterfind(f".//{qn('w:tcMar')}/{qn('w:top')}")
    ]
    if before is not None and integer(before.get(qn("w:w"))) > MOST_ASIDE:
        yield False, "its row may stand off the page"
    usual = next(holder.iterancestors(TABLE), holder).iterfind(
        f"{qn('w:tblPr')}/{qn('w:tblCellMar')}/{qn('w:top')}"
    )
    tops += [integer(each.get(qn("w:w"))) for each in usual]
    if exact and max(tops, default=0) >= integer(high):
        yield False, "a margin moves it out of its row"
    turned = holder.iterfind(f".//{qn('w:tcPr')}/{qn('w:textDirection')}")
    if exact and integer(high) < _LEAST_TURNED and any(map(_is_turned, turned)):
        yield False, "its row is too low for words that stand upright"


def _is_turned(mark: etree._Element) -> bool:
    return mark.get(_VAL, "").lower() not in {"", "lrtb", "lrtbv", "lr"}


def _table(holder: etree._Element) -> Iterator[Verdict]:
    indent = holder.find(f"{qn('w:tblPr')}/{qn('w:tblInd')}")
    place = holder.find(f"{qn('w:tblPr')}/{qn('w:tblpPr')}")
    moved = [] if indent is None else [indent.get(qn("w:w"))]
    moved += [] if place is None else [place.get(qn(name)) for name in ("w:tblpX", "w:tblpY")]
    if any(not -_MOST_BEFORE < integer(value) < FAR_TWIPS for value in moved):
        yield False, "its table may stand off the page"
    inner = holder.find(f"{qn('w:tblPr')}/{qn('w:tblCellMar')}")
    if inner is not None and any(integer(each.get(qn("w:w"))) > MOST_ASIDE for each in inner):
        yield False, "the margins of its cells leave it no width"


def too_small(root: etree._Element) -> tuple[str, ...]:
    """Why nothing on the pages of a story may be seen."""
    sides = [integer(page.get(qn(name))) for page in root.iter(qn("w:pgSz"))
             for name in ("w:w", "w:h") if page.get(qn(name))]  # fmt: skip
    margins = list(root.iter(qn("w:pgMar")))
    given = [[integer(each.get(qn(f"w:{name}"))) for name in _MARGINS] for each in margins]
    page = paper_of(root)
    if any(side < _SMALLEST_SIDE for side in sides):
        return ("a page of the file is too small to show words",)
    columns = [
        integer(each.get(qn("w:w"))) for each in root.iter(qn("w:col")) if each.get(qn("w:w"))
    ]
    many = any(integer(each.get(qn("w:num"))) > _MOST_COLUMNS for each in root.iter(qn("w:cols")))
    pressed = (integer(each.get(qn("w:charSpace"))) for each in root.iter(qn("w:docGrid")))
    if many or min(columns, default=FAR_TWIPS) < LEAST_COLUMN or min(pressed, default=0) < _PRESSED:
        return ("its columns are too narrow to show words",)
    far = any(
        left < -_MOST_BEFORE
        or left + gutter + right > 20 * page.width - LEAST_COLUMN
        or top + max(0, bottom) > 20 * page.height - LEAST_COLUMN
        or max(head, foot) > 20 * page.height - LEAST_COLUMN
        for left, right, gutter, top, bottom, head, foot in given
    )
    return ("a margin of the file moves its text off the page",) if far else ()


def _paragraph(holder: etree._Element) -> Iterator[Verdict]:
    codes = " ".join(code.text or "" for code in holder.iter(qn("w:instrText"))).split()
    codes += (each.get(qn("w:instr"), "").strip().partition(" ")[0]
              for each in holder.iter(qn("w:fldSimple")))  # fmt: skip
    if not _DRAWN.isdisjoint(code.upper() for code in codes):
        yield False, "a field draws something in its paragraph"
    over = "".join("".join(map(str, each.itertext())) for each in holder.iter(qn("w:rt")))
    if any(sign.isascii() and sign.isalpha() for sign in over):
        yield False, f"“{over.strip()[:40]}” is set over its words"


def _phantom(holder: etree._Element) -> Iterator[Verdict]:
    """A part of a formula that only takes up room, or that is struck through."""
    shows = holder.find(f"{qn('m:phantPr')}/{qn('m:show')}")
    if shows is not None and shows.get(qn("m:val"), "1") in {"0", "off", "false"}:
        yield True, "it is a part of a formula that is not shown"


def _boxed(holder: etree._Element) -> Iterator[Verdict]:
    names = [qn(f"m:strike{way}") for way in ("H", "V", "BLTR", "TLBR")]
    strikes = [each for name in names for each in holder.iterfind(f"{qn('m:borderBoxPr')}/{name}")]
    if any(each.get(qn("m:val"), "1") not in {"0", "off", "false"} for each in strikes):
        yield False, "a line is drawn through it"


def fields_of(root: etree._Element) -> dict[etree._Element, str]:
    """The name of the field whose result each run is part of; “!” after one that is out of date."""
    found: dict[etree._Element, str] = {}
    for one in fields_in(root):
        is_dirty = one.begin.get(qn("w:dirty"), "0").lower() in {"1", "true", "on"}
        if is_dirty or (one.name and one.name not in _KEPT):
            texts = (each for each in one.shown if not isinstance(each, WordField))
            runs = (next(each.iterancestors(qn("w:r")), each) for each in texts)
            found.update(dict.fromkeys(runs, one.name + "!" * is_dirty))
    return found


_CHECKS: Final = {
    qn("w:bdo"): _bidi,
    qn("w:fldSimple"): _simple,
    qn("w:tr"): _row,
    qn("w:tc"): narrow,
    qn("w:tbl"): _table,
    qn("w:p"): _paragraph,
    **dict.fromkeys(SHAPES, shape),
    **dict.fromkeys((qn("w:del"), qn("w:moveFrom")), _deleted),
    qn("w:sdt"): placeholder,
    qn("m:phant"): _phantom,
    qn("m:borderBox"): _boxed,
}
