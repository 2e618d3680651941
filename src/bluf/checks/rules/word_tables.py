"""The tables of a finished Word file."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from bluf.checks.rule import Fault, check
from bluf.checks.word import WordFile
from bluf.checks.word.content import DocumentCell, DocumentTable, paragraphs, written
from bluf.checks.word.file import cut
from bluf.checks.word.styles import BLACK, WHITE, Colour, Styles, fill, text_colour, value
from octavo.ooxml import PlacedBlock, is_on, qn

_LEAST_CHROMA = 48


@check
def colour_only_status(file: WordFile) -> Iterator[Fault]:
    """A status is told by colour alone."""
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


@check
def merged_cells(file: WordFile) -> Iterator[Fault]:
    """Cells of a table are merged."""
    for table in file.tables:
        merged = [cell for row in table.rows for cell in row if _is_merged(cell)]
        if merged and is_data_table(table):
            hint = "split the table, or repeat the words in each cell"
            location = merged[0].location
            yield Fault("the table has merged cells", location, hint, cut(merged[0].text))


def _is_merged(cell: DocumentCell) -> bool:
    properties = cell.element.find(qn("w:tcPr"))
    if properties is None:
        return False
    span = value(properties.find(qn("w:gridSpan")))
    wide = span.isdecimal() and int(span) > 1
    return wide or properties.find(qn("w:vMerge")) is not None


@check
def table_without_header_row(file: WordFile) -> Iterator[Fault]:
    """A table has no row that is marked as its header."""
    for table in file.tables:
        if is_data_table(table) and not (has_header_row(table) or has_labels(table, file.styles)):
            hint = "in Word, click its first row, then Layout, Repeat Header Rows"
            excerpt = " | ".join(" ".join(cell.text.split()) for cell in table.rows[0])
            yield Fault("the table has no header row", table.location, hint, excerpt)


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
