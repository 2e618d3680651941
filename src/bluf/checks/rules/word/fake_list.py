"""A list was typed with signs instead of being a list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bluf.checks.rule import checked
from bluf.checks.word import Paragraph, WordFile
from bluf.checks.word.file import fault
from bluf.checks.word.styles import value
from octavo.ooxml import qn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.checks.rule import Fault
    from bluf.checks.word import Block

_SIGN = re.compile(r"\s*(?:(?P<bullet>[•◦▪▫●○■□‣⁃·*–—-])|\(?(?P<number>\d{1,2}|[a-z])[.)])\s+\S")
_FEWEST = {"*": 3}
"""An asterisk begins a note as often as an item."""


def find(file: WordFile) -> Iterator[Fault]:
    """A fault for each such list, at its first item."""
    for sequence in file.sequences():
        items: list[tuple[Paragraph, str]] = []
        for block in (*sequence, None):
            sign = _sign(block, file)
            if not (items and _follows(items[-1][1], sign)):
                yield from _list(items)
                items = []
            if sign and isinstance(block, Paragraph):
                items.append((block, sign))


def _list(items: list[tuple[Paragraph, str]]) -> Iterator[Fault]:
    if items and len(items) >= _FEWEST.get(items[0][1], 2):
        hint = "in Word, make it one: Home, Bullets or Numbering"
        yield fault(items[0][0], "the items of this list are typed, not a list", hint)


def _sign(block: Block | None, file: WordFile) -> str:
    """The sign or number typed before a paragraph; empty where there is none."""
    if not isinstance(block, Paragraph) or block.heading or _is_list(block, file):
        return ""
    match = _SIGN.match(block.text)
    if not match or file.styles.sheet.name(block.style).lower().startswith("toc"):
        return ""
    return match["bullet"] or match["number"]


def _follows(before: str, sign: str) -> bool:
    if sign.isdecimal():
        return before.isdecimal() and int(sign) == int(before) + 1
    if sign.isalpha():
        return before.isalpha() and ord(sign) == ord(before) + 1
    return bool(sign) and sign == before


def _is_list(paragraph: Paragraph, file: WordFile) -> bool:
    numbering = file.styles.paragraph_property(paragraph, "w:numPr")
    return numbering is not None and value(numbering.find(qn("w:numId"))) != "0"


RULE = checked(__name__, WordFile, find)
