"""A handling label stands in the header or footer alone."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from bluf.checks.rule import checked
from bluf.checks.word import WordFile
from bluf.checks.word.content import paragraphs
from bluf.checks.word.file import fault
from bluf.markings import schemes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.checks.rule import Fault

_BANNERS = ("header", "footer")
_WORDS = frozenset({"PUBLIC", "LIMITE", "JAVNO", "ЈАВНО", "INTERNO", "ИНТЕРНО"})
"""Labels that are words of everyday headings too."""


@cache
def _label() -> re.Pattern[str]:
    """A label of any scheme that is shipped."""
    names = {level.name for scheme in schemes().each for level in scheme.levels} - _WORDS
    ordered = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    return re.compile(rf"(?<![\w:])(?:{ordered})(?![\w:+])")


def find(file: WordFile) -> Iterator[Fault]:
    """A fault for each such label, at its first banner."""
    said = set(_label().findall(file.text))
    for story in file.stories:
        if story.label.startswith(_BANNERS):
            for paragraph in paragraphs(story.blocks):
                match = _label().search(" ".join(paragraph.text.split()))
                if match and match.group() not in said:
                    said.add(match.group())
                    message = f"“{match.group()}” stands in the {story.label} alone"
                    yield fault(paragraph, message, "repeat it at the start of the text")


RULE = checked(__name__, WordFile, find)
