"""The file still holds comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.checks.rule import Fault, checked
from bluf.checks.word import WordFile
from bluf.checks.word.file import cut
from octavo.ooxml import COMMENTS, qn

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


RULE = checked(__name__, WordFile, find)
