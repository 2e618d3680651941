"""A paragraph's lines: words are set while they fit, then a new line is begun.

Tab stops are those of ECMA-376 part 1, 17.3.1.37; line spacing is 17.3.1.33.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from octavo.pages.boxes import Break, Paragraph, Tab
from octavo.pages.breaks import has_address, segments
from octavo.pages.fonts import is_symbol_font
from octavo.pages.formats import ParagraphFormat, TabStop
from octavo.pages.reading import TextOptions, Unmeasurable
from octavo.pages.shaping import Box, Shaper, shaper
from octavo.pages.tags import W

_CLOSE = 0.5
_LEAST_WIDTH = 20.0
_BULLET = (0.2, 1.2)
"""Least and greatest width of a bullet, as shares of its type size."""
_LOOSE_BULLET = "a bullet from a symbol font without a hanging indent"
_SYMBOL = "a bullet of a symbol font, whose line Word may make higher"
_HIGH = "a list label higher than its text"
_WHOLE = 100
_OVER = "a tab stop past the margin"
_DECIMAL = "a decimal tab stop"
_SHARE_BEFORE = {"right": 1.0, "end": 1.0, "decimal": 1.0, "center": 0.5}
"""How much of the text behind a tab stands before its stop; of a figure up to all."""


class Stops:
    """The stops of one paragraph: its own, its left indent where it hangs, then default ones."""

    def __init__(self, paragraph: ParagraphFormat, distance: int) -> None:
        own = [stop for stop in paragraph.tabs if stop.kind != "num"]
        if paragraph.first < 0:
            own.append(TabStop(paragraph.left, "left"))
        self._own = sorted(own)
        self._distance = max(20, distance)

    def after(self, x: float) -> TabStop:
        """The first stop past ``x``."""
        at = bisect_right(self._own, x + _CLOSE, key=lambda stop: stop.position)
        if at < len(self._own):
            return self._own[at]
        return TabStop((int((x + _CLOSE) // self._distance) + 1) * self._distance, "default")


class Line(NamedTuple):
    """A line: its height in twips, the footnotes anchored in it, and a page break behind it.

    ``overhang`` is what of the height may reach below the text of a page.
    """

    height: int
    notes: tuple[str, ...] = ()
    page_break: bool = False
    overhang: int = 0


def lines(paragraph: Paragraph, width: float, options: TextOptions) -> tuple[Line, ...]:
    """The lines of a paragraph set between margins that are ``width`` twips apart."""
    try:
        options.work.spend(len(paragraph.atoms))
        return _set(_Setter(paragraph, width * (1 + options.slack), options), paragraph)
    except Unmeasurable as met:
        met.element = paragraph.element if met.element is None else met.element
        raise


def _set(setter: _Setter, paragraph: Paragraph) -> tuple[Line, ...]:
    setter.label()
    for atom in paragraph.atoms:
        if isinstance(atom, Box):
            setter.box(atom)
        elif isinstance(atom, Tab):
            setter.tab(atom, is_last=atom is paragraph.atoms[-1])
        else:
            setter.forced_break(atom)
    return setter.finish()


def line_height(format_: ParagraphFormat, natural: int, text: int, grid: int = 0) -> int:
    """Height of a line under the paragraph's line spacing (17.3.1.33).

    ``natural`` is its height at single spacing, ``text`` that of its text alone: a picture is
    not made higher by spacing of more than a line, as LibreOffice sets it. On a ``grid`` a line
    takes as many of its distances as it needs; of spacing, only that of more than a line counts.
    """
    if grid and format_.snap_to_grid:
        return -(-natural // grid) * grid + _spread(format_, text)
    if format_.line_rule == "exact":
        return format_.line
    if format_.line_rule == "atLeast":
        return max(natural, format_.line)
    per_cent = _per_cent(format_.line)
    if per_cent < _WHOLE:
        return natural * per_cent // _WHOLE
    return natural + _spread(format_, text)


def _spread(format_: ParagraphFormat, text: int) -> int:
    """What spacing of more than a line adds to a line.

    At the foot of a page it finds no place in LibreOffice: the line stands where it would with
    single spacing. Found by taking a twip at a time from pages.
    """
    per_cent = _per_cent(format_.line) if format_.line_rule == "auto" else _WHOLE
    return text * max(0, per_cent - _WHOLE) // _WHOLE


def _per_cent(line: int) -> int:
    """240ths of a line in per cent: LibreOffice goes by way of hundredths of a millimetre."""
    return _hundredths(line) * _WHOLE // _hundredths(240)


def _hundredths(twips: int) -> int:
    return (twips * 127 + 36) // 72


class _Setter:
    """Sets one paragraph."""

    def __init__(self, paragraph: Paragraph, width: float, options: TextOptions) -> None:
        self._notes: list[str] = []
        self._paragraph = paragraph
        self._reading = options.reading
        format_ = paragraph.format
        self._left = float(format_.left)
        self._end = max(width - format_.right, self._left + _LEAST_WIDTH)
        self._stops = Stops(format_, options.tab_distance)
        self._keeps_slant = options.keeps_slant
        self._options = options
        self._width = width
        self._done: list[Line] = []
        self._begin(self._left + format_.first)

    def _begin(self, start: float) -> None:
        """Begin a line."""
        self._x = self._start = start
        self._blank = 0.0
        self._ascent = self._descent = self._picture = 0
        self._empty = True
        self._gap = self._share = 0.0
        self._carried: Tab | None = None
        self._runs_over = False

    def label(self) -> None:
        """Set the list label, which stands in the hanging indent where it finds room (17.9.24).

        How wide a bullet from a symbol font is does not matter where it finds room.
        """
        label = self._paragraph.label
        if label is None:
            return
        is_symbol = bool(label.text) and is_symbol_font(label.format.font)
        face = shaper(label.format, self._reading)
        box = face.box("" if is_symbol else label.text)
        if is_symbol or box.doubt or self._grows_by(box):
            self._grow(box.ascent, box.descent)
        if box.doubt:
            self._reading.doubt(box.doubt)
        width, blank = face.width(label.text), face.width(" ")
        if is_symbol:
            self._reading.note(_SYMBOL, self._paragraph.element)
            size = len(label.text) * label.format.size
            if label.suffix == "tab" and self._left - self._x >= size:
                self._x = self._left
                return
            width, blank = self._bullet(size)
        self._x += width
        if label.suffix == "tab":
            self._x = float(self._stops.after(self._x).position)
        elif label.suffix == "space":
            self._x += blank

    def _bullet(self, size: float) -> tuple[float, float]:
        """How wide a bullet from a symbol font may be, and the blank behind it."""
        least, greatest = (size * share for share in _BULLET)
        width = self._reading.either(least, greatest, _LOOSE_BULLET, self._paragraph.element)
        return width, greatest if self._reading.is_greatest else 0

    def _grows_by(self, label: Box) -> bool:
        """Whether the line is higher for a label of another font, as it is in LibreOffice."""
        mark = shaper(self._paragraph.mark, self._reading)
        is_higher = label.ascent > mark.ascent or label.descent > mark.descent
        return not is_higher or self._reading.at_most(_HIGH)

    def box(self, box: Box) -> None:
        """Set a box on this line, or on a new one where it does not fit.

        Most boxes are words with room beside the last one: for them alone this is the whole work.
        """
        width, blank, ascent, descent, parts, ending, slant, notes, _ = box
        width += self._blank
        if self._keeps_slant:
            ending += slant
        if self._gap or notes or not parts or self._x + width + ending > self._end:
            self._set_apart(box)
            return
        self._x += width
        self._blank = blank
        self._carried = None
        self._empty = False
        if ascent > self._ascent:  # noqa: PLR1730 - max() would be called for each word
            self._ascent = ascent
        if descent > self._descent:  # noqa: PLR1730 - as above
            self._descent = descent

    def _set_apart(self, box: Box) -> None:
        """Set a box that may need a new line, fills the gap of a tab, or is more than text."""
        ending = box.ending + (box.slant if self._keeps_slant else 0)
        width = self._blank + box.width
        if not self._has_room(width + ending):
            tab = self._carried
            if not (self._empty or self._options.hyphenates):
                self._close()
                if tab is not None:
                    self.tab(tab)
                    self._set_apart(box)
                    return
            if self._x + box.width > self._end and box.parts:
                box = self._split(box)
        self._place(box)

    def _place(self, box: Box) -> None:
        self._carried = None
        self._advance(self._blank + box.width)
        self._blank = box.blank
        self._empty = False
        if box.parts:
            self._grow(box.ascent, box.descent)
        else:
            self._picture = max(self._picture, box.ascent)
        if box.notes:
            self._notes += box.notes

    def _split(self, box: Box) -> Box:
        """Set as much of a word that is wider than a line as fits, line by line."""
        room = self._end - self._x - self._blank
        for text, face in box.parts:
            for piece in self._pieces(text, face):
                width = face.width(piece)
                if width > room and not self._empty:
                    self._close()
                    room = self._end - self._x
                room -= width
                self._place(Box(width, 0.0, box.ascent, box.descent, ((piece, face),)))
        return box._replace(width=0.0)

    def _pieces(self, text: str, face: Shaper) -> Iterator[str]:
        """The characters of a word, or the parts of an address that find room in a line."""
        if not has_address(text):
            yield from text
            return
        for part in segments(text, loose=True):
            yield from [part] if face.width(part) <= self._end - self._left else part

    def tab(self, tab: Tab, *, is_last: bool = False) -> None:
        """Move to the next tab stop; one at the line's end begins a new line."""
        face = shaper(tab.format, self._reading)
        self._advance(self._blank)
        self._blank = 0.0
        stop = self._stops.after(self._x)
        if not self._empty and self._is_full(stop, is_last=is_last):
            self._close()
            stop = self._stops.after(self._x)
        self._carried = None if self._empty else tab
        self._grow(face.ascent, face.descent)
        self._empty = False
        self._share = _SHARE_BEFORE.get(stop.kind, 0.0)
        if stop.kind == "decimal":
            self._share = self._reading.either(self._share, 0.0, _DECIMAL)
        self._runs_over |= stop.position > self._end and stop.kind != "default"
        position = min(stop.position, self._end) if self._share else stop.position
        self._gap = position - self._x if self._share else 0.0
        self._x = float(position)

    def _is_full(self, stop: TabStop, *, is_last: bool) -> bool:
        """Whether a tab finds no room on the line; the last default one may stand in the margin."""
        if not self._runs_over:
            if self._x + 1 >= self._end:
                return True
            if stop.position < self._end or stop.kind in _SHARE_BEFORE:
                return False
            if stop.kind == "default":
                return not is_last or stop.position - self._start < self._width
        return self._reading.at_most(_OVER)

    def _has_room(self, width: float) -> bool:
        """Whether text fits on the line; behind a stop past the margin it may run over."""
        if self._x - self._gap + width <= self._end:
            return True
        return self._runs_over and self._reading.at_least(_OVER)

    def _advance(self, width: float) -> None:
        """Go on; text at a right or centred tab stop first fills the gap before it."""
        filled = min(self._gap, width * self._share)
        self._gap -= filled
        self._x += width - filled

    def forced_break(self, forced: Break) -> None:
        """End the line, and the page where it says so."""
        face = shaper(forced.format, self._reading)
        self._grow(face.ascent, face.descent)
        self._close(page_break=forced.page)

    def _grow(self, ascent: int, descent: int) -> None:
        self._ascent = max(self._ascent, ascent)
        self._descent = max(self._descent, descent)

    def _close(self, *, page_break: bool = False) -> None:
        if not self._ascent:  # of text beside a picture LibreOffice thinks as its style has it
            plain = shaper(self._paragraph.plain, self._reading)
            text, natural = plain.ascent + plain.descent, self._picture
        else:
            text = self._ascent + self._descent
            natural = max(self._ascent, self._picture) + self._descent
        format_ = self._paragraph.format
        height = line_height(format_, natural, text, self._options.grid)
        overhang = _spread(format_, text)
        self._done.append(Line(height, tuple(self._notes), page_break, overhang))
        self._notes.clear()
        self._begin(self._left)

    def finish(self) -> tuple[Line, ...]:
        """Close the last line, which has the height of the paragraph mark where it is empty.

        The mark may stand behind the page break that the paragraph ends in.
        """
        if self._empty and self._done and self._done[-1].page_break:
            section = self._paragraph.element.find(f"{W}pPr/{W}sectPr")
            if not self._options.splits_page_break or section is not None:
                return tuple(self._done)
        if self._empty:
            mark = shaper(self._paragraph.mark, self._reading)
            self._grow(mark.ascent, mark.descent)
        self._close()
        return tuple(self._done)
