"""Presentations (ISO/IEC 29500, PresentationML): what is shown on the slides.

Formatting in effect, from the run through its shape, layout and master to the presentation. Left
out are hidden slides and shapes, what stands off the slide, struck text, and letters of no size,
without a fill, or in the colour of what lies behind them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from lxml import etree

from bluf.evidence.archive import members, no_text
from bluf.evidence.formats.html.colours import contrast, over
from bluf.evidence.formats.pptx.deck import Slide, slides
from bluf.evidence.formats.pptx.fills import Fill, colour_of, fill_in, of_style, text_of
from bluf.evidence.formats.pptx.names import (
    CELL,
    EMU,
    GROUP,
    ON,
    SHAPES,
    A,
    P,
    above,
    whole,
)
from bluf.evidence.formats.pptx.shapes import UPSIDE, Drawn, Frame, cell_frame, frame_of, is_turned
from bluf.evidence.formats.pptx.tables import styled
from bluf.evidence.gathering import Piece, gathered
from bluf.evidence.text import Edge, SourceText
from octavo.location import PageLocation
from octavo.ooxml import SIGN_FONTS

_SMALLEST, _USUAL = 300, 1800
"""Hundredths of a point."""
_FAINT, _CLEAR = 12, 24
"""Of 255: a difference of colour up to the first is not seen, one from the second on is."""
_RAISED, _CLOSE, _THICK = 100_000, 0.3, 0.15
_LOW, _WHOLE = 30_000, 100_000
"""Thousandths of a percent: a line of less than the first has no height."""
_WIDE, _HIGH, _BELOW = 0.5, 1.2, 1.15
"""A letter and a line, of the size of the letters; how far down a slide, of its height."""
_INSETS = (("lIns", "91440"), ("tIns", "45720"), ("rIns", "91440"), ("bIns", "45720"))
_INDENTS = ("marL", "indent")
_LEAST, _FAR, _MOST_LINES = 6, 1.3, 8
"""Points of a word that is pressed into a shape; how far down a slide, roughly; lines looked at."""
_OWN_COLOUR = "{http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor}hlinkClr"


def read(data: bytes, path: str) -> SourceText:
    """The visible text of a presentation, slide by slide.

    Raises:
        SourceError: What the gate found, or ``source-unreadable`` for a file without text.
    """
    found = members(data, path)
    pieces = [
        piece
        for number, slide in enumerate(slides(found, path), 1)
        if slide.parts[0].get("show", "1") in ON
        for piece in shown(slide, path, number)
    ]
    text = gathered(path, pieces)
    if not text.text.strip():
        raise no_text(path)
    return text


def shown(slide: Slide, path: str, number: int) -> Iterator[Piece]:
    """The paragraphs of a slide, each with its number on it."""
    drawn = Drawn(slide)
    count = 0
    paragraphs = [
        SlideParagraph(element, slide, drawn)
        for element in slide.parts[0].iter(f"{A}p")
        if next(element.iterancestors(f"{P}extLst"), None) is None
    ]
    whole_bodies: defaultdict[etree._Element | None, float] = defaultdict(float)
    for paragraph in paragraphs:
        paragraph.down = whole_bodies[paragraph.body]
        whole_bodies[paragraph.body] += paragraph.height
    for paragraph in paragraphs:
        paragraph.settle(whole_bodies[paragraph.body])
    for paragraph in paragraphs:
        element = paragraph.element
        if paragraph.is_hidden():
            continue
        shared = tuple(paragraph.doubts(paragraphs))
        said = [
            (_words(run), (*shared, *doubts), run)
            for run in element
            if run.tag not in _NO_WORDS
            for hidden, doubts in [paragraph.sight(run)]
            if not hidden
        ]
        if any(words.strip() for words, *_ in said):
            count += 1
            place = PageLocation(path, number, count)
            for words, doubts, run in said:
                high = whole(_attribute([*run.iterchildren(f"{A}rPr")], "baseline"))
                yield Piece(words, place, doubts, raised=high > 0)
            in_cell = above(element, CELL) is not None
            yield Piece("\n", place, edge=Edge.CELL if in_cell else Edge.PARAGRAPH)


def _words(run: etree._Element) -> str:
    """The words of a run; a thing that is none stands as one sign without width."""
    if run.tag not in _RUNS:
        return "\u200b"
    return "\n" if run.tag == f"{A}br" else run.findtext(f"{A}t", "")


_RUNS = frozenset({f"{A}r", f"{A}fld", f"{A}br"})
_NO_WORDS = frozenset({f"{A}pPr", f"{A}endParaRPr"})


class SlideParagraph:
    """A paragraph with what holds for its words."""

    def __init__(self, element: etree._Element, slide: Slide, drawn: Drawn) -> None:
        self.element = element
        self.body = element.getparent()
        self.down = 0.0
        self.rim: Frame | None = None
        self._start = self._at = 0.0
        self._slide, self._drawn = slide, drawn
        self.shape = next(element.iterancestors(*SHAPES), None)
        own = list(element.iterchildren(f"{A}pPr"))
        level = own[0].get("lvl", "0") if own else "0"
        self._styles = list(slide.text_styles(self.shape, level))
        self._layers = [*own, *self._styles]
        body, self._scale, self._warped = self.body, 1.0, False
        like = [] if self.shape is None else [*slide.like(self.shape)][:0:-1]
        bodies = [one for each in like for one in each.iterfind(f"{P}txBody/{A}bodyPr")]
        bodies += [] if body is None else body.iterfind(f"{A}bodyPr")
        self._body = {str(name): str(value) for one in bodies for name, value in one.items()}
        for one in bodies[-1:]:
            for fit in one.iterchildren(f"{A}normAutofit"):
                self._scale = whole(fit.get("fontScale", str(_WHOLE))) / _WHOLE
            self._warped = one.find(f"{A}prstTxWarp") is not None
        frame = None if self.shape is None else frame_of(self.shape, slide)
        self._cell, self._breaks = above(element, CELL), len(element.findall(f"{A}br"))
        if frame is not None and self._cell is not None:
            frame = cell_frame(self._cell, frame)
        self._frame = frame
        self._size = self._size_of(self._runs(next(element.iterchildren(f"{A}r"), element)))
        self._ground = drawn.ground(element, self.shape)

    def _runs(self, run: etree._Element) -> list[etree._Element]:
        """The properties that hold for a run, the strongest first."""
        beyond = [each for one in self._styles for each in one.iterfind(f"{A}defRPr")]
        return [*run.iterchildren(f"{A}rPr"), *beyond]

    def _size_of(self, layers: Sequence[etree._Element]) -> float:
        """The height of letters in hundredths of a point."""
        return (whole(_attribute(layers, "sz")) or _USUAL) * self._scale

    @property
    def _line(self) -> float:
        """The height of its letters in EMU."""
        return self._size / 100 * EMU

    @property
    def _long(self) -> float:
        """How long its words are in one line, roughly."""
        return len("".join(map(str, self.element.itertext())).strip()) * self._line * _WIDE

    @property
    def _lines(self) -> float:
        """How many lines it takes, but for breaks."""
        wide = max((self._frame.right - self._frame.left) if self._frame else 0.0, self._line)
        return 1 if self._body.get("wrap") == "none" else 1 + self._long // max(1.0, wide)

    @property
    def height(self) -> float:
        """How far down it takes its shape, roughly, in EMU."""
        lines = self._lines + self._breaks
        high = [one.get("val") for one in self._spaced("lnSpc/{A}spcPct")][:1]
        after = [whole(one.get("val")) / 100 * EMU for one in self._spaced("spcAft/{A}spcPts")][:1]
        factor = max(1.0, *(whole(each) / _WHOLE for each in high), 0.0)
        return lines * self._line * _HIGH * factor + self._before + sum(after)

    def _spaced(self, path: str) -> list[etree._Element]:
        """What is said of its spaces, the strongest first."""
        return [one for each in self._layers for one in each.iterfind(A + path.format(A=A))]

    @property
    def _before(self) -> float:
        spaces = self._spaced("spcBef/{A}spcPts")
        return whole(spaces[0].get("val")) / 100 * EMU if spaces else 0.0

    def is_hidden(self) -> bool:
        """Whether its shape or its cell is hidden, or stands off the slide."""
        for holder in self.element.iterancestors(*SHAPES, GROUP):
            named = next(holder.iter(f"{P}cNvPr"), None)
            if named is not None and named.get("hidden", "0") in ON:
                return True
        cell = self._cell
        merged = cell is not None and (cell.get("hMerge") in ON or cell.get("vMerge") in ON)
        return merged or (self._frame is not None and self._frame.is_off(self._slide))

    def doubts(self, others: Sequence[SlideParagraph]) -> Iterator[str]:
        """Why its words may not be seen, beside those of others."""
        moved = [whole(_attribute(self._layers, name)) for name in _INDENTS]
        moved += [whole(one.get("pos")) for one in self._spaced("tabLst/{A}tab")]
        wide = self._frame.right - self._frame.left if self._frame else self._slide.width
        if max(map(abs, moved)) > self._slide.width or (self._frame and 0 < wide <= moved[0]):
            yield "its indent or a tab moves it off the slide"
        for part, least in (("spcPct", _LOW), ("spcPts", _SMALLEST)):
            lines = self._spaced(f"lnSpc/{{A}}{part}")
            if lines and whole(lines[0].get("val")) < least:
                yield "its lines have no height"
        if self.shape is None:
            return
        if is_turned(self.shape):
            yield "its shape is turned over"
        yield from self._held(wide)
        if self._frame is not None:
            yield from self._placed(self.shape, self._frame)
            yield from self._run_off()
            yield from self._beneath(others)

    def _held(self, wide: float) -> Iterator[str]:
        """What its shape, the groups of that or its cell do to its words."""
        holders = self.element.iterancestors(*SHAPES, GROUP)
        named = {next(each.iter(f"{P}cNvPr"), each).get("id") for each in holders} - {None}
        if named & self._drawn.leaving:
            yield "an animation takes it off the slide"
        inner = None if self._cell is None else self._cell.find(f"{A}tcPr")
        sides = [] if inner is None else [whole(inner.get(side)) for side in ("marL", "marR")]
        if sum(sides) and sum(sides) >= wide - self._line:
            yield "the margins of its cell leave it no width"

    def settle(self, total: float) -> None:
        """Work out where its words stand, in a shape with words ``total`` EMU high."""
        frame = self._frame
        if frame is None:
            return
        left, top, *_ = self._insets
        high = frame.bottom - frame.top
        share = {"b": 1.0, "ctr": 0.5}.get(self._body.get("anchor", "t"), 0.0)
        low = (high - total) * share - top * (share > 0) if self._cell is None else 0.0
        self._start = frame.left + left
        self._at = frame.top + top + self.down + low + self._before
        across = self._across(self._start, frame)
        wide = min(self._long, max(frame.right - self._start, self._line))
        if self._body.get("vert", "horz") == "horz" and self._cell is None:
            low = self._at + self.height - self._before
            self.rim = Frame(across, self._at, across + wide, low)

    def _beneath(self, others: Sequence[SlideParagraph]) -> Iterator[str]:
        """Whether words of another shape stand in the place of these."""
        own = self.rim
        if own is None or not self._long:
            return
        middle = (own.left + own.right) / 2, own.top + self._line / 2
        rims = (other for other in others if other.shape is not self.shape)
        if any(other.rim and other.rim.holds(*middle) and not other.is_hidden() for other in rims):
            yield "words of another shape stand over it"

    @property
    def _insets(self) -> list[int]:
        return [whole(self._body.get(name, usual)) for name, usual in _INSETS]

    def _placed(self, shape: etree._Element, frame: Frame) -> Iterator[str]:
        high = frame.bottom - frame.top
        sizeless = frame.left == frame.right or (self._warped and high < _LEAST * EMU)
        if sizeless or frame.left + frame.right < 0 or frame.top + frame.bottom < 0:
            yield "most of its shape stands off the slide, or it has no size"
        turned = whole(self._body.get("rot")) % (360 * 60_000) in UPSIDE
        if turned or max(self._insets[2:]) > self._slide.height:
            yield "its words are turned over, or its shape has no room for them"
        clips = self._body.get("vertOverflow", "overflow") != "overflow"
        if clips and self._at + self._line / 2 > frame.bottom:
            yield "its shape cuts it off"
        for place in shape.iterfind(f"{P}spPr/{A}custGeom/{A}rect"):
            if max(abs(whole(value)) for value in place.attrib.values()) > self._slide.width:
                yield "its shape sets its words off the slide"
        points = [((frame.left + frame.right) / 2, (frame.top + frame.bottom) / 2)]
        points = list(self._points(self.rim, frame)) if self.rim else points
        if self._drawn.covers(shape, points, self._line / 3):
            yield "another shape lies over it"

    def _run_off(self) -> Iterator[str]:
        """Whether its words leave the slide though their shape stands on it."""
        end = self._at + self._breaks * self._line * _HIGH
        below = end > _BELOW * self._slide.height or (
            self._at + self.height > _FAR * self._slide.height
        )
        off = self._cell is None and (below or self._at + self._line < 0)
        if off or self._start > self._slide.width:
            yield "it stands below the slide, above or beside it"
        across = self.rim.left if self.rim else 0.0
        ends = across < -self._long / 8, across + self._long * 7 / 8 > self._slide.width
        if self.rim and self._body.get("wrap") == "none" and any(ends):
            yield "its line runs off the slide"

    def _across(self, start: float, frame: Frame) -> float:
        """Where its first line begins."""
        wide = self._long
        if self._body.get("wrap") != "none":
            wide = min(wide, frame.right - start)
        aligned = _attribute(self._layers, "algn")
        if aligned == "ctr":
            return (frame.left + frame.right - wide) / 2
        return frame.right - wide if aligned == "r" else start

    def _points(self, rim: Frame, frame: Frame) -> Iterator[tuple[float, float]]:
        """Places at the beginning, the middle and the end of its lines."""
        left, most = self._long, frame.right
        if self._body.get("wrap") == "none":
            most = rim.left + self._long
        for line in range(min(int(self._lines), _MOST_LINES)):
            long = min(left, max(rim.right - rim.left, self._line))
            left -= long
            down = min(rim.top + self._line / 2 + line * self._line * _HIGH, frame.bottom)
            for part in (1 / 8, 1 / 2, 7 / 8):
                yield min(rim.left + long * part, most), down

    def sight(self, run: etree._Element) -> tuple[bool, list[str]]:
        """Whether a run is not seen, and why it may not be."""
        layers = self._runs(run)
        size = self._size_of(layers)
        font = next(
            (one.get("typeface", "") for each in layers for one in each.iterfind(f"{A}latin")),
            "+mn-lt",
        )
        font = self._slide.fonts.get(font, font)
        struck = (_attribute(layers, "strike") or "noStrike") != "noStrike"
        fill, ground = self._letters(layers), self._behind(layers)
        if fill and all(one[3] == 0 for one in fill):
            rims = (one for each in layers[:1] for one in each.iterfind(f"{A}ln"))
            fill = fill_in(rims, self._slide.theme) or fill
        seen = [contrast(over(one, other), other) for one in fill for other in ground]
        seen += [255 * one[3] for one in fill if not ground]
        most = max(seen, default=255.0)
        hidden = struck or size < _SMALLEST or font.lower() in SIGN_FONTS or most <= _FAINT
        doubts = [] if fill else ["its letters are filled in a way that cannot be told"]
        doubts += ["a program works it out anew"] if run.tag == f"{A}fld" else []
        doubts += [] if run.tag in _RUNS else ["a formula or another thing stands in it"]
        doubts += ["its letters are very faint"] if most < _CLEAR else []
        if abs(whole(_attribute(layers, "baseline"))) > _RAISED:
            doubts.append("it is raised or lowered out of its line")
        if whole(_attribute(layers, "spc")) < -_CLOSE * size:
            doubts.append("its letters stand over one another")
        lines = [whole(one.get("w")) for each in layers for one in each.iterfind(f"{A}ln")]
        if lines and lines[0] > _THICK * size / 100 * EMU:
            doubts.append("the line round its letters is as thick as they are")
        return hidden, doubts

    def _letters(self, layers: Sequence[etree._Element]) -> Fill:
        """The colours of letters; none where they cannot be told."""
        theme = self._slide.theme
        for link in (one for each in layers[:1] for one in each.iterfind(f"{A}hlinkClick")):
            if "hlink" in theme and next(link.iter(_OWN_COLOUR), None) is None:
                named = colour_of(theme["hlink"], {})
                return () if named is None else (named,)
        own = fill_in(layers[: len(layers) - len(self._styles)], theme)
        if own is None and self.shape is not None:
            own = of_style(self.shape, "fontRef", theme)
        if own is None and self._cell is not None:
            return styled(self._cell, self._slide)[1] or text_of(theme)
        found = fill_in(layers, theme) if own is None else own
        return text_of(theme) if found is None else found

    def _behind(self, layers: Sequence[etree._Element]) -> Fill:
        marked = [one for each in layers for one in each.iterfind(f"{A}highlight/*")]
        found = colour_of(marked[0], self._slide.theme) if marked else None
        return (found,) if found else self._ground


def _attribute(layers: Sequence[etree._Element], name: str) -> str | None:
    return next((str(value) for each in layers if (value := each.get(name)) is not None), None)
