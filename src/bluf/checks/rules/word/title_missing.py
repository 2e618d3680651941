"""The properties of the file give no title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.checks.rule import Fault, checked
from bluf.checks.word import WordFile
from octavo.location import WordLocation
from octavo.ooxml import CORE_PROPERTIES, qn

if TYPE_CHECKING:
    from collections.abc import Iterator


def find(file: WordFile) -> Iterator[Fault]:
    """A fault where there is none."""
    parts = dict(file.parts(CORE_PROPERTIES, ""))
    titles = (root.findtext(qn("dc:title")) or "" for root in parts.values())
    if not any(title.strip() for title in titles):
        place = WordLocation(file.path, "core properties", (), next(iter(parts), ""))
        yield Fault("the file has no title", place, "in Word, give it one: File, Info, Title")


RULE = checked(__name__, WordFile, find)
