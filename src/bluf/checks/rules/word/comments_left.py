"""The file still holds comments.

## What it does

Finds the comments of a Word file, resolved ones too.

## Why it is bad

A comment is written for a colleague and read by whoever gets the file.

## Example

“Do we really want to say this? – A.”, in the margin of the bottom line.

## Use instead

In Word: Review, Delete, Delete All Comments in Document; then check again.

## Source

ISO/IEC 29500-1, 17.13.4 (comments); U.S. National Security Agency, Redaction of Word files, on
comments.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.checks.rule import Fault, checked
from bluf.checks.word import WordFile
from bluf.checks.word.file import cut
from octavo.finding import Level
from octavo.ooxml import qn
from octavo.ooxml.names import COMMENTS

if TYPE_CHECKING:
    from collections.abc import Iterator


def find(file: WordFile) -> Iterator[Fault]:
    """A fault for each comment."""
    for part, root in file.parts(COMMENTS):
        for comment in root.iter(qn("w:comment")):
            author = comment.get(qn("w:author"), "")
            message = f"a comment by “{author}” is left" if author else "a comment is left"
            text = cut(" ".join(t.text or "" for t in comment.iter(qn("w:t"))))
            place = file.places.of(comment, part)
            yield Fault(message, place, "settle it, then delete it in Word", text)


RULE = checked(__name__, __doc__, Level.ERROR, WordFile, find)
