"""The file still holds tracked changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.checks.rule import Fault, checked
from bluf.checks.word import WordFile
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


RULE = checked(__name__, WordFile, find)
