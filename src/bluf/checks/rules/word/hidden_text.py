"""The file holds text that nobody sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.checks.rule import checked
from bluf.checks.word import WordFile
from bluf.checks.word.file import fault
from bluf.checks.word.runs import run_text, runs
from octavo.ooxml import is_unseen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.checks.rule import Fault


def find(file: WordFile) -> Iterator[Fault]:
    """A fault for each paragraph with such letters."""
    for paragraph in file.paragraphs:
        hidden = "".join(
            run_text(run)
            for run in runs(paragraph.element)
            if is_unseen(run, file.hiding, paragraph.style, None)
        )
        if hidden.strip():
            hint = "delete it, or show it: Format, Font, Hidden"
            yield fault(paragraph, "the paragraph holds hidden text", hint, hidden)


RULE = checked(__name__, WordFile, find)
