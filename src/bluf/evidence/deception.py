"""Signs in a source that deceive the eye: letters of a second script, direction controls."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bluf.characters import BIDI, code_point, mixed_word
from bluf.evidence.shown import shown
from octavo.finding import Finding, Level

if TYPE_CHECKING:
    from bluf.evidence.match import Searchable


def deceptions(source: Searchable, start: int, end: int) -> Iterator[Finding]:
    """Warnings on a passage of normalised text, at the places of the signs in the source."""
    passage = source.text[start:end]
    mixed = mixed_word(passage)
    if mixed:
        word, letter = mixed
        offset = start + passage.index(word) + word.index(letter)
        yield Finding(
            "mixed-script",
            Level.WARNING,
            f"in the source the word {shown(word)} mixes scripts: {code_point(letter)}",
            source.place(offset),
            "see whether the source was tampered with, or badly scanned",
            source.excerpt(offset, word),
        )
    control = BIDI.search(passage)
    if control:
        offset = start + control.start()
        yield Finding(
            "bidi-control",
            Level.WARNING,
            f"the source holds a direction control: {code_point(control.group())}",
            source.place(offset),
            "what is read there may stand in another order than what is stored",
            source.excerpt(offset, passage),
        )
