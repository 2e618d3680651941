"""A Word file has a structure that Word refuses or repairs.

## What it does

Looks for what Word demands beyond the schema: a paragraph at the end of each cell, a cell in each
row, unique ids, both ends of each range, relationships that are there. Every file that bluf renders
is looked at before it is written; here any Word file is.

## Why it is bad

Word opens the file with “unreadable content”, or repairs it by throwing text away.

## Example

A cell that ends with a table.

## Use instead

An empty paragraph after the table. In a file of ours this is a bug of bluf: please report it.

## Source

ISO/IEC 29500-1, 17.4.65 (tc) and the behaviour of Word, as Microsoft's Open XML SDK validates it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.checks.rule import Fault, checked
from bluf.checks.word import WordFile
from octavo.finding import Level
from octavo.ooxml.names import COMMENTS
from octavo.ooxml.structure import check_structure

if TYPE_CHECKING:
    from collections.abc import Iterator


def find(file: WordFile) -> Iterator[Fault]:
    """A fault for each flaw that Word does not pass over."""
    comments = dict(file.parts(COMMENTS))
    for finding in check_structure(file.package, file.roots | comments):
        if finding.level is Level.ERROR:
            yield Fault(finding.message, finding.location, "in Word, open it and save it anew")


RULE = checked(__name__, __doc__, Level.ERROR, WordFile, find)
