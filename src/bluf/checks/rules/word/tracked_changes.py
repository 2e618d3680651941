"""The file still holds tracked changes.

## What it does

Finds insertions, deletions, moves and changes of format that were tracked and neither accepted nor
rejected, in any part of the text. One finding a part names how many there are.

## Why it is bad

The reader sees what was taken out, and who took it out and when; a partner reads the negotiation
instead of its result.

## Example

The word “agreed”, struck through in red by one author, beside “discussed” by another.

## Use instead

In Word: Review, Accept All Changes; then check again.

## Source

ISO/IEC 29500-1, 17.13.5 (revisions); U.S. National Security Agency, Redaction of Word files, on
tracked changes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.checks.rule import Fault, checked
from bluf.checks.word import WordFile
from octavo.finding import Level
from octavo.ooxml import qn

if TYPE_CHECKING:
    from collections.abc import Iterator

_CHANGES = tuple(
    map(
        qn,
        (
            *("w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:cellIns", "w:cellDel", "w:cellMerge"),
            *("w:rPrChange", "w:pPrChange", "w:sectPrChange", "w:tblPrChange", "w:trPrChange"),
            *("w:tcPrChange", "w:numberingChange"),
        ),
    )
)


def find(file: WordFile) -> Iterator[Fault]:
    """A fault for each part with changes, at the first of them."""
    for part, root in file.roots.items():
        changes = list(root.iter(*_CHANGES))
        if changes:
            author = changes[0].get(qn("w:author"), "")
            by = f", the first by “{author}”" if author else ""
            count = f"{len(changes)} tracked changes are" if changes[1:] else "a tracked change is"
            message = f"{count} left{by}"
            yield Fault(message, file.places.of(changes[0], part), "accept or reject them in Word")


RULE = checked(__name__, __doc__, Level.ERROR, WordFile, find)
