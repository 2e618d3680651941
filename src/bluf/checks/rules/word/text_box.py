"""Text stands in a text box."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.checks.rule import checked
from bluf.checks.word import WordFile
from bluf.checks.word.content import paragraphs
from bluf.checks.word.file import fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.checks.rule import Fault


def find(file: WordFile) -> Iterator[Fault]:
    """A fault for each text box with text."""
    for paragraph in file.paragraphs:
        for box in paragraph.boxes:
            written = [inner for inner in paragraphs(box) if inner.text.strip()]
            if written:
                hint = "put the text into a paragraph with a border"
                yield fault(written[0], "the text stands in a text box", hint)


RULE = checked(__name__, WordFile, find)
