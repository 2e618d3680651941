"""What kind of table a table is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.checks.word.content import written
from octavo.ooxml import PlacedBlock, is_on, qn

if TYPE_CHECKING:
    from bluf.checks.word.content import DocumentCell, DocumentTable
    from bluf.checks.word.styles import Styles

_FEWEST = 2


def is_data_table(table: DocumentTable) -> bool:
    """Whether its rows and columns mean something: two of each, and text in the first row.

    A table that holds another one, or text in one column alone, arranges the page.
    """
    inner = next(table.element.iterdescendants(qn("w:tbl")), None)
    if len(table.rows) < _FEWEST or inner is not None:
        return False
    with_text = {index for row in table.rows for index, cell in enumerate(row) if cell.text.strip()}
    return any(cell.text.strip() for cell in table.rows[0]) and len(with_text) >= _FEWEST


def has_header_row(table: DocumentTable) -> bool:
    """Whether its first row is marked as a header."""
    mark = PlacedBlock(table.element).rows()[0].element.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}")
    return mark is not None and is_on(mark)


def has_labels(table: DocumentTable, styles: Styles) -> bool:
    """Whether the first column holds labels: it looks unlike the second, and rows look alike."""
    first, second = (
        {_look(row[index], styles) for row in table.rows if len(row) > index} for index in (0, 1)
    )
    if first & second:
        return False
    top, *others = ({_look(cell, styles) for cell in row} for row in table.rows)
    return top == set().union(*others)


def _look(cell: DocumentCell, styles: Styles) -> tuple[str, bool, str]:
    """Style, boldness and shading of the first text of a cell."""
    shading = cell.element.find(f"{qn('w:tcPr')}/{qn('w:shd')}")
    filled = "" if shading is None else shading.get(qn("w:fill"), "")
    first = next(written(cell.blocks), None)
    if first is None:
        return "", False, filled
    run, paragraph = first
    bold = styles.run_property(run, paragraph, "w:b")
    return paragraph.style, bold is not None and is_on(bold), filled
