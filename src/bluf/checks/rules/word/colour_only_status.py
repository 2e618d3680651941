"""A status is told by colour alone."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from bluf.checks.rule import Fault, checked
from bluf.checks.word import WordFile
from bluf.checks.word.colours import BLACK, WHITE, fill, text_colour
from bluf.checks.word.content import paragraphs, written
from bluf.checks.word.tables import is_data_table
from octavo.ooxml import qn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.checks.word import DocumentCell
    from bluf.checks.word.colours import Colour

_LEAST_CHROMA = 48


def find(file: WordFile) -> Iterator[Fault]:
    """A fault for each such column, at its first coloured cell."""
    for table in file.tables:
        if not is_data_table(table):
            continue
        for column in zip_longest(*table.rows[1:]):
            status = [(cell, _status(cell, file)) for cell in column if cell is not None]
            coloured = [(cell, found) for cell, found in status if found]
            signs = {found[0] for _, found in coloured}
            if len(signs) == 1 and len({found[1] for _, found in coloured}) > 1:
                hint = "write the status as a word, with the colour"
                message = "colour alone tells the cells of this column apart"
                yield Fault(message, coloured[0][0].location, hint)


def _status(cell: DocumentCell, file: WordFile) -> tuple[str, Colour] | None:
    """The sign and the colour of a cell that has no words; None for any other."""
    sign = cell.text.strip()
    if len(sign) > 1 or sign.isalnum() or _has_picture(cell):
        return None
    colour = fill(cell.element.find(f"{qn('w:tcPr')}/{qn('w:shd')}"))
    if sign and colour in {None, WHITE, BLACK}:
        colour = _colour_of_text(cell, file)
    return (sign, colour) if colour and max(colour) - min(colour) >= _LEAST_CHROMA else None


def _has_picture(cell: DocumentCell) -> bool:
    return any(paragraph.has_picture for paragraph in paragraphs(cell.blocks))


def _colour_of_text(cell: DocumentCell, file: WordFile) -> Colour | None:
    first = next(written(cell.blocks), None)
    return text_colour(first[0], first[1], file.styles) if first else None


RULE = checked(__name__, WordFile, find)
