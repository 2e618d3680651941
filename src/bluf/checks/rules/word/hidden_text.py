"""The file holds text that nobody sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.checks.rule import Fault, checked
from bluf.checks.word import WordFile
from bluf.checks.word.file import cut, fault
from bluf.checks.word.runs import TEXT, run_text, runs
from octavo.ooxml import is_unseen

if TYPE_CHECKING:
    from collections.abc import Iterator


def find(file: WordFile) -> Iterator[Fault]:
    """A fault for each paragraph with such letters, and each cell that is not shown."""
    for paragraph in file.paragraphs:
        hidden = "".join(
            run_text(run)
            for run in runs(paragraph.element)
            if is_unseen(run, file.hiding, paragraph.style, None)
        )
        if hidden.strip():
            hint = "delete it, or show it: Format, Font, Hidden"
            yield fault(paragraph, "the paragraph holds hidden text", hint, hidden)
    for cell in (cell for table in file.tables for cell in table.hidden):
        hidden = "".join(text.text or "" for text in cell.element.iter(TEXT))
        if hidden.strip():
            message = "the text of the cell is not shown: it is merged into another, or hidden"
            hint = "delete it, or split the cells; Table, Properties, Row shows a hidden one"
            yield Fault(message, cell.location, hint, cut(hidden))


RULE = checked(__name__, WordFile, find)
