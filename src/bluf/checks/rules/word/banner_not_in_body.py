"""A handling label stands in the header or footer alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bluf.checks.rule import checked
from bluf.checks.word import WordFile
from bluf.checks.word.content import paragraphs
from bluf.checks.word.file import fault
from bluf.model import SCHEMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.checks.rule import Fault

_LABELS = sorted({label for scheme in SCHEMES for label in scheme}, key=len, reverse=True)
_LABEL = re.compile(rf"(?<![\w:])(?:{'|'.join(map(re.escape, _LABELS))})(?![\w:+])")
_BANNERS = ("header", "footer")


def find(file: WordFile) -> Iterator[Fault]:
    """A fault for each such label, at its first banner."""
    said = set(_LABEL.findall(file.text))
    for story in file.stories:
        if story.label.startswith(_BANNERS):
            for paragraph in paragraphs(story.blocks):
                match = _LABEL.search(" ".join(paragraph.text.split()))
                if match and match.group() not in said:
                    said.add(match.group())
                    message = f"“{match.group()}” stands in the {story.label} alone"
                    yield fault(paragraph, message, "repeat it at the start of the text")


RULE = checked(__name__, WordFile, find)
