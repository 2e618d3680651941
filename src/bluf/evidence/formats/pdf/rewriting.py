"""Write the operators of a page anew, so that pypdf tells the place of every piece of text.

Each piece that the page puts somewhere becomes a text object of its own, and what is not shown
(rendering mode 3, white on white, layers that are switched off) is left out. Operators and their
numbers: ISO 32000-2, annex A.
"""

from __future__ import annotations

from collections import defaultdict, deque
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field
from msgspec.structs import replace
from pypdf import mult
from pypdf.generic import FloatObject

from bluf.evidence.formats.pdf.font import Font, load, value

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

GAP = 180
"""A gap in a shown array of so many thousandths of the font size separates two words."""

NEARLY = 0.98
"""A colour whose parts are all above this share of white is white to the eye."""
CMYK = 4
"""So many parts has a colour in the four inks, where none of each is white."""
_INVISIBLE = frozenset({3, 7})
"""Rendering modes that paint nothing (ISO 32000-2, table 104)."""
_IDENTITY = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

Matrix = tuple[float, ...]
Operation = tuple[list[Any], bytes]


class Piece(Struct):
    """How large a piece of text is: its font size, and how far it moved the pen."""

    size: float
    advance: float = 0.0


class Rewritten(Struct, frozen=True):
    """The operators of a page, written anew.

    Attributes:
        operations: The operators with their operands.
        pieces: The pieces that start at each text matrix, in the order in which they are shown.
        work: The number of operators, and of strings and numbers in shown arrays, that were read.
    """

    operations: list[Operation]
    pieces: Mapping[Matrix, deque[Piece]]
    work: int


def rewrite(operations: Sequence[Operation], resources: Any, off: frozenset[int]) -> Rewritten:  # noqa: ANN401 - a dictionary of the file
    """Write the operators of a page anew.

    Args:
        operations: Operators with their operands.
        resources: The resources of the page.
        off: Object numbers of the layers that are switched off.
    """
    rewriting = _Rewriting(resources, off, keep_invisible=not _paints_text(operations))
    for operands, operator in operations:
        rewriting.take(operands, operator)
    return Rewritten(rewriting.operations, rewriting.pieces, rewriting.work)


class _State(Struct):
    """The text state (ISO 32000-2, section 9.3)."""

    font: Font = field(default_factory=Font)
    size: float = 1.0
    letter_space: float = 0.0
    word_space: float = 0.0
    scale: float = 1.0
    leading: float = 0.0
    mode: int = 0
    white: bool = False


class _Rewriting:
    """Follows the operators of a page, and writes those that show text anew."""

    def __init__(self, resources: Any, off: frozenset[int], *, keep_invisible: bool) -> None:  # noqa: ANN401 - a dictionary of the file
        self.operations: list[Operation] = []
        self.work = 0
        self.pieces: defaultdict[Matrix, deque[Piece]] = defaultdict(deque)
        self._fonts = value(resources, "/Font") or {}
        self._properties = value(resources, "/Properties") or {}
        self._loaded: dict[str, Font] = {}
        self._off = off
        self._keep_invisible = keep_invisible
        self._state = _State()
        self._saved: list[_State] = []
        self._line: Matrix = _IDENTITY
        self._matrix: Matrix = _IDENTITY
        self._moved = True
        self._filled = False
        self._start: Matrix = _IDENTITY
        self._marked: list[bool] = []

    def take(self, operands: list[Any], operator: bytes) -> None:
        """Follow one operator; one with the wrong operands is passed over, as viewers do."""
        self.work += 1
        handler = _HANDLERS.get(operator)
        if handler is None:
            return
        try:
            handler(self, operands)
        except (IndexError, TypeError, ValueError):
            return

    def pass_on(self, operands: list[Any], operator: bytes) -> None:
        self.operations.append((operands, operator))

    def save(self, operands: list[Any]) -> None:
        self._saved.append(replace(self._state))
        self.pass_on(operands, b"q")

    def restore(self, operands: list[Any]) -> None:
        if self._saved:
            self._state = self._saved.pop()
        self.pass_on(operands, b"Q")

    def transform(self, operands: list[Any]) -> None:
        self.pass_on(operands, b"cm")

    def paint(self, operands: list[Any]) -> None:
        if not self._is_off():
            self._filled = True
            self.pass_on(operands, b"Do")

    def begin(self, _operands: list[Any]) -> None:
        self._place(_IDENTITY)

    def set_font(self, operands: list[Any]) -> None:
        name = str(operands[0])
        if name not in self._loaded:
            self._loaded[name] = load(value(self._fonts, name))
        self._state.font, self._state.size = self._loaded[name], float(operands[1])
        self.pass_on(operands, b"Tf")

    def set_leading(self, operands: list[Any]) -> None:
        self._state.leading = float(operands[0])

    def set_letter_space(self, operands: list[Any]) -> None:
        self._state.letter_space = float(operands[0])

    def set_word_space(self, operands: list[Any]) -> None:
        self._state.word_space = float(operands[0])

    def set_scale(self, operands: list[Any]) -> None:
        self._state.scale = float(operands[0]) / 100

    def set_mode(self, operands: list[Any]) -> None:
        self._state.mode = int(operands[0])

    def set_colour(self, operands: list[Any]) -> None:
        """Whether what is filled from now on is white, as grey, RGB or CMYK say it."""
        parts = [float(part) for part in operands if isinstance(part, int | float)]
        most = [1 - part for part in parts] if len(parts) == CMYK else parts
        self._state.white = bool(most) and min(most) > NEARLY

    def fill(self, _operands: list[Any]) -> None:
        self._filled = self._filled or not self._state.white

    def set_matrix(self, operands: list[Any]) -> None:
        self._place(tuple(float(each) for each in operands[:6]))

    def move(self, operands: list[Any]) -> None:
        shift = (1.0, 0.0, 0.0, 1.0, float(operands[0]), float(operands[1]))
        self._place(tuple(mult(list(shift), list(self._line))))

    def move_and_lead(self, operands: list[Any]) -> None:
        self._state.leading = -float(operands[1])
        self.move(operands)

    def next_line(self, _operands: list[Any]) -> None:
        self.move([0, -self._state.leading])

    def show(self, operands: list[Any]) -> None:
        if isinstance(operands[0], bytes):
            self._show(operands[0])

    def show_array(self, operands: list[Any]) -> None:
        self.work += len(operands[0])
        for entry in operands[0]:
            if isinstance(entry, bytes):
                self._show(entry)
            elif isinstance(entry, int | float):
                self._advance(-float(entry) / 1000 * self._state.size * self._state.scale)
                self._moved = self._moved or abs(entry) >= GAP

    def next_line_show(self, operands: list[Any]) -> None:
        self.next_line(operands)
        self.show(operands)

    def space_next_line_show(self, operands: list[Any]) -> None:
        self.set_word_space(operands)
        self.set_letter_space(operands[1:])
        self.next_line_show(operands[2:])

    def begin_marked(self, operands: list[Any]) -> None:
        layer = self._properties.get(operands[1]) if operands[:1] == ["/OC"] else None
        self._marked.append(getattr(layer, "idnum", None) in self._off)

    def begin_mark(self, _operands: list[Any]) -> None:
        self._marked.append(False)

    def end_marked(self, _operands: list[Any]) -> None:
        self._marked.pop()

    def _is_off(self) -> bool:
        return any(self._marked)

    def _is_seen(self, state: _State) -> bool:
        """Whether text is painted: on no layer that is off, and not in white on an empty page."""
        if self._is_off() or (state.white and not self._filled):
            return False
        return self._keep_invisible or state.mode not in _INVISIBLE

    def _place(self, matrix: Matrix) -> None:
        self._line = self._matrix = matrix
        self._moved = True

    def _advance(self, distance: float) -> None:
        shift = [1.0, 0.0, 0.0, 1.0, distance, 0.0]
        self._matrix = tuple(mult(shift, list(self._matrix)))

    def _show(self, shown: bytes) -> None:
        state = self._state
        letters = len(shown) // state.font.code_length
        blanks = shown.count(b" ") if state.font.code_length == 1 else 0
        width = state.font.advance(shown) / 1000 * state.size
        width += letters * state.letter_space + blanks * state.word_space
        if self._is_seen(state):
            self._write(shown, width * state.scale)
        self._advance(width * state.scale)

    def _write(self, shown: bytes, width: float) -> None:
        if self._moved:
            start = [FloatObject(each) for each in self._matrix]
            self.operations += (([], b"ET"), ([], b"BT"), (start, b"Tm"))
            self._start = tuple(float(each) for each in start)
            self.pieces[self._start].append(Piece(self._state.size))
            self._moved = False
        self.pieces[self._start][-1].advance += width
        self.operations.append(([shown], b"Tj"))


_HANDLERS: dict[bytes, Callable[[_Rewriting, list[Any]], None]] = {
    b"q": _Rewriting.save,
    b"Q": _Rewriting.restore,
    b"cm": _Rewriting.transform,
    b"Do": _Rewriting.paint,
    b"BT": _Rewriting.begin,
    b"Tf": _Rewriting.set_font,
    b"TL": _Rewriting.set_leading,
    b"Tc": _Rewriting.set_letter_space,
    b"Tw": _Rewriting.set_word_space,
    b"Tz": _Rewriting.set_scale,
    b"Tr": _Rewriting.set_mode,
    b"Tm": _Rewriting.set_matrix,
    b"Td": _Rewriting.move,
    b"TD": _Rewriting.move_and_lead,
    b"T*": _Rewriting.next_line,
    b"Tj": _Rewriting.show,
    b"TJ": _Rewriting.show_array,
    b"'": _Rewriting.next_line_show,
    b'"': _Rewriting.space_next_line_show,
    **dict.fromkeys((b"g", b"rg", b"k", b"sc", b"scn", b"cs"), _Rewriting.set_colour),
    **dict.fromkeys((b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"sh"), _Rewriting.fill),
    b"INLINE IMAGE": _Rewriting.fill,
    b"BDC": _Rewriting.begin_marked,
    b"BMC": _Rewriting.begin_mark,
    b"EMC": _Rewriting.end_marked,
}
"""What each operator that bears on text does."""


def _paints_text(operations: Sequence[Operation]) -> bool:
    """Whether a page shows any text visibly; the text of a recognised scan is all invisible."""
    mode = 0
    modes: list[int] = []
    for operands, operator in operations:
        if operator == b"q":
            modes.append(mode)
        elif operator == b"Q" and modes:
            mode = modes.pop()
        elif operator == b"Tr" and operands:
            mode = int(operands[0])
        elif operator in {b"Tj", b"TJ", b"'", b'"'} and mode not in _INVISIBLE:
            return True
    return False
