"""The text that a page shows, as fragments with their place.

pypdf decodes the text of the operators that `bluf.evidence.formats.pdf.rewriting` has rewritten.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace
from pypdf import mult
from pypdf.generic import ContentStream, NameObject

from bluf.evidence.formats.pdf.font import value
from bluf.evidence.formats.pdf.rewriting import Piece, rewrite

if TYPE_CHECKING:
    from pypdf import PageObject


class Fragment(Struct, frozen=True):
    """A piece of text in one place.

    Attributes:
        text: Its characters.
        start: Where it starts along its line, in points.
        end: Where it ends.
        base: Its base line: the distance from the foot of the page, as the text runs.
        size: Its font size.
        turn: How far the text is turned to the left, in quarters of a circle.
    """

    text: str
    start: float
    end: float
    base: float
    size: float
    turn: int = 0


def read_content(page: PageObject, off: frozenset[int]) -> tuple[list[Fragment], int]:
    """The fragments of a page, in the order in which it paints them, and the work it was.

    The work is the number of operators, and of strings and numbers in shown arrays.

    Args:
        page: The page; its content is rewritten.
        off: Object numbers of the layers that are switched off.
    """
    content = ContentStream(page.get("/Contents"), page.pdf, "bytes")
    rewritten = rewrite(content.operations, value(page, "/Resources"), off)
    content.operations = rewritten.operations
    page[NameObject("/Contents")] = content
    found: list[Fragment] = []

    def visit(text: str, cm: list[float], tm: list[float], _font: object, size: float) -> None:
        pieces = rewritten.pieces.get(tuple(tm))
        if text.strip():
            piece = pieces.popleft() if pieces else Piece(size, len(text) * size / 2)
            _put(found, _fragment(text.strip("\n"), mult(tm, cm), piece))

    page.extract_text(visitor_text=visit)
    return found, rewritten.work


def _put(found: list[Fragment], fragment: Fragment) -> None:
    """Add a fragment; pypdf gives a piece of two directions in two, at one place."""
    last = found[-1] if found else None
    if last and (last.start, last.base) == (fragment.start, fragment.base):
        found[-1] = replace(last, text=last.text + fragment.text, end=max(last.end, fragment.end))
    else:
        found.append(fragment)


def _fragment(text: str, matrix: list[float], piece: Piece) -> Fragment:
    along = math.hypot(matrix[0], matrix[1]) or 1.0
    turn = round(math.atan2(matrix[1], matrix[0]) / (math.pi / 2)) % 4
    x, y = matrix[4], matrix[5]
    start, base = ((x, y), (y, -x), (-x, -y), (-y, x))[turn]
    height = math.hypot(matrix[2], matrix[3]) * piece.size
    return Fragment(text, start, start + piece.advance * along, base, abs(height) or 1.0, turn)
