"""Presentations (ISO/IEC 29500, PresentationML): what is shown on the slides.

Formatting in effect, from the run through its shape, layout and master to the presentation. Left
out are hidden slides and shapes, what stands off the slide, struck text, and letters of no size,
without a fill, or in the colour of what lies behind them.
"""

from __future__ import annotations

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
    down: dict[etree._Element | None, float] = {}
    for element in slide.parts[0].iter(f"{A}p"):
        paragraph = SlideParagraph(element, slide, drawn)
        at = down.get(element.getparent(), 0.0)
        down[element.getparent()] = at + paragraph.height
        if paragraph.is_hidden():
            continue
        shared = tuple(paragraph.doubts(at))
        said = [
            (_words(run), (*shared, *doubts))
            for run in element.iterchildren(f"{A}r", f"{A}fld", f"{A}br")
            for hidden, doubts in [paragraph.sight(run)]
            if not hidden
        ]
        if any(words.strip() for words, _ in said):
            count += 1
            place = PageLocation(path, number, count)
            yield from (Piece(words, place, doubts) for words, doubts in said)
            in_cell = above(element, CELL) is not None
            yield Piece("\n", place, edge=Edge.CELL if in_cell else Edge.PARAGRAPH)


def _words(run: etree._Element) -> str:
    return "\n" if run.tag == f"{A}br" else run.findtext(f"{A}t", "")


class SlideParagraph:
    """A paragraph with what holds for its words."""

    def __init__(self, element: etree._Element, slide: Slide, drawn: Drawn) -> None:
        self._element = element
        self._slide, self._drawn = slide, drawn
        self._shape = next(element.iterancestors(*SHAPES), None)
        own = list(element.iterchildren(f"{A}pPr"))
        level = own[0].get("lvl", "0") if own else "0"
        self._styles = list(slide.text_styles(self._shape, level))
        self._layers = [*own, *self._styles]
        body, self._scale, self._warped = element.getparent(), 1.0, False
        like = [] if self._shape is None else [*slide.like(self._shape)][:0:-1]
        bodies = [one for each in like for one in each.iterfind(f"{P}txBody/{A}bodyPr")]
        bodies += [] if body is None else body.iterfind(f"{A}bodyPr")
        self._body = {str(name): str(value) for one in bodies for name, value in one.items()}
        for one in bodies[-1:]:
            for fit in one.iterchildren(f"{A}normAutofit"):
                self._scale = whole(fit.get("fontScale", str(_WHOLE))) / _WHOLE
            self._warped = one.find(f"{A}prstTxWarp") is not None
        frame = None if self._shape is None else frame_of(self._shape, slide)
        self._cell, self._breaks = above(element, CELL), len(element.findall(f"{A}br"))
        if frame is not None and self._cell is not None:
            frame = cell_frame(self._cell, frame)
        self._frame = frame
        self._size = self._size_of(self._runs(next(element.iterchildren(f"{A}r"), element)))
        self._ground = drawn.ground(element, self._shape)

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
        return len("".join(map(str, self._element.itertext())).strip()) * self._line * _WIDE

    @property
    def height(self) -> float:
        """How far down it takes its shape, roughly, in EMU."""
        wide = max((self._frame.right - self._frame.left) if self._frame else 0.0, self._line)
        lines = 1 if self._body.get("wrap") == "none" else 1 + self._long // max(1.0, wide)
        lines += self._breaks
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
        for holder in self._element.iterancestors(*SHAPES, GROUP):
            named = next(holder.iter(f"{P}cNvPr"), None)
            if named is not None and named.get("hidden", "0") in ON:
                return True
        cell = self._cell
        merged = cell is not None and (cell.get("hMerge") in ON or cell.get("vMerge") in ON)
        return merged or (self._frame is not None and self._frame.is_off(self._slide))

    def doubts(self, down: float) -> Iterator[str]:
        """Why its words may not be seen, ``down`` EMU below the first ones of its shape."""
        moved = [whole(_attribute(self._layers, name)) for name in _INDENTS]
        moved += [whole(one.get("pos")) for one in self._spaced("tabLst/{A}tab")]
        if max(map(abs, moved)) > self._slide.width:
            yield "its indent or a tab moves it off the slide"
        for part, least in (("spcPct", _LOW), ("spcPts", _SMALLEST)):
            lines = self._spaced(f"lnSpc/{{A}}{part}")
            if lines and whole(lines[0].get("val")) < least:
                yield "its lines have no height"
        if self._shape is None:
            return
        if is_turned(self._shape):
            yield "its shape is turned over"
        named = next(self._shape.iter(f"{P}cNvPr"), self._shape).get("id")
        if named is not None and named in self._drawn.leaving:
            yield "an animation takes it off the slide"
        if self._frame is not None:
            yield from self._placed(self._shape, self._frame, down)

    def _placed(self, shape: etree._Element, frame: Frame, down: float) -> Iterator[str]:
        high = frame.bottom - frame.top
        sizeless = frame.left == frame.right or (self._warped and high < EMU)
        if sizeless or frame.left + frame.right < 0 or frame.top + frame.bottom < 0:
            yield "most of its shape stands off the slide, or it has no size"
        left, top, *others = (whole(self._body.get(name, usual)) for name, usual in _INSETS)
        turned = whole(self._body.get("rot")) % (360 * 60_000) in UPSIDE
        if turned or max(others) > self._slide.height:
            yield "its words are turned over, or its shape has no room for them"
        start, at = frame.left + left, frame.top + top + down + self._before
        hangs = self._cell is None and self._body.get("anchor", "t") == "t"
        end = at + self._breaks * self._line * _HIGH
        if start > self._slide.width or (hangs and end > _BELOW * self._slide.height):
            yield "it stands below the slide or beside it"
        clips = self._body.get("vertOverflow", "overflow") != "overflow"
        if clips and at + self._line / 2 > frame.bottom:
            yield "its shape cuts it off"
        middle = (frame.left + frame.right) / 2, (frame.top + frame.bottom) / 2
        points = [middle]
        if hangs and self._body.get("vert", "horz") == "horz":
            wide = min(self._long, frame.right - start)
            centred = _attribute(self._layers, "algn") in {"ctr", "r"}
            across = [middle[0]] if centred else [start + wide / 8, start + wide / 2]
            down = min(at + self._line / 2, frame.bottom)
            points = [(min(each, frame.right), down) for each in across]
        if self._drawn.covers(shape, points, self._line / 3):
            yield "another shape lies over it"

    def sight(self, run: etree._Element) -> tuple[bool, list[str]]:
        """Whether a run is not seen, and why it may not be."""
        layers = self._runs(run)
        size = self._size_of(layers)
        font = next(
            (one.get("typeface", "") for each in layers for one in each.iterfind(f"{A}latin")), ""
        )
        struck = (_attribute(layers, "strike") or "noStrike") != "noStrike"
        fill, ground = self._letters(layers), self._behind(layers)
        seen = [contrast(over(one, other), other) for one in fill for other in ground]
        seen += [255 * one[3] for one in fill if not ground]
        most = max(seen, default=255.0)
        hidden = struck or size < _SMALLEST or font.lower() in SIGN_FONTS or most <= _FAINT
        doubts = [] if fill else ["its letters are filled in a way that cannot be told"]
        doubts += ["a program works it out anew"] if run.tag == f"{A}fld" else []
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
        own = fill_in(layers[: len(layers) - len(self._styles)], theme)
        if own is None and self._shape is not None:
            own = of_style(self._shape, "fontRef", theme)
        if own is None and self._cell is not None:
            return text_of(theme)
        found = fill_in(layers, theme) if own is None else own
        return text_of(theme) if found is None else found

    def _behind(self, layers: Sequence[etree._Element]) -> Fill:
        marked = [one for each in layers for one in each.iterfind(f"{A}highlight/*")]
        found = colour_of(marked[0], self._slide.theme) if marked else None
        return (found,) if found else self._ground


def _attribute(layers: Sequence[etree._Element], name: str) -> str | None:
    return next((str(value) for each in layers if (value := each.get(name)) is not None), None)
