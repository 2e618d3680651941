"""A Word file has a structure that Word refuses or repairs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.checks.rule import Fault, checked
from bluf.checks.word import WordFile
from octavo.finding import Level
from octavo.ooxml import COMMENTS, check_structure

if TYPE_CHECKING:
    from collections.abc import Iterator


def find(file: WordFile) -> Iterator[Fault]:
    """A fault for each flaw that Word does not pass over."""
    comments = dict(file.parts(COMMENTS))
    for finding in check_structure(file.package, file.roots | comments):
        if finding.level is Level.ERROR:
            yield Fault(finding.message, finding.location, "in Word, open it and save it again")


RULE = checked(__name__, WordFile, find)
