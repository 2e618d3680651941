"""A paragraph is in Arabic or Hebrew script, and not marked as written from right to left."""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from bluf.checks.rule import checked
from bluf.checks.word import WordFile
from bluf.checks.word.file import fault
from octavo.ooxml import is_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.checks.rule import Fault
    from bluf.checks.word import Paragraph


def find(file: WordFile) -> Iterator[Fault]:
    """A fault for each such paragraph."""
    for paragraph in file.paragraphs:
        if _reads_from_the_right(paragraph.text) and not _is_flagged(paragraph, file):
            hint = "in Word, set Home, Right-to-Left Text Direction"
            yield fault(paragraph, "the paragraph is not marked as right-to-left", hint)


def _reads_from_the_right(text: str) -> bool:
    if text.isascii():
        return False
    kinds = Counter(map(unicodedata.bidirectional, text))
    return kinds["R"] + kinds["AL"] > kinds["L"]


def _is_flagged(paragraph: Paragraph, file: WordFile) -> bool:
    flag = file.styles.paragraph_property(paragraph, "w:bidi")
    return flag is not None and is_on(flag)


RULE = checked(__name__, WordFile, find)
