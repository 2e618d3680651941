"""From words roughly remembered to a quotation: the exact passage, and its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from bluf.evidence import Searchable, likenesses, sightings

if TYPE_CHECKING:
    from bluf.evidence import SourceText
    from bluf.verification.shelf import Shelf
    from octavo.location import Location


class Suggestion(Struct, frozen=True):
    """A passage that can be quoted.

    Attributes:
        source: The file it stands in.
        place: Where it begins.
        words: The words, exactly as they stand there, on one line.
        share: How much of what was asked for stands there, of 1.
    """

    source: str
    place: Location
    words: str
    share: float


def suggest_quotations(words: str, shelf: Shelf) -> tuple[Suggestion, ...]:
    """The passage of each source that is most like some words, the likest first."""
    found = [_suggestion(name, words, shelf) for name in shelf.sources]
    return tuple(sorted(filter(None, found), key=lambda each: -each.share))


def _suggestion(name: str, words: str, shelf: Shelf) -> Suggestion | None:
    text = shelf.sources[name].source
    source, asked = _in_small_letters(text), words.lower()
    sighting = sightings(source, [asked], "en")[0]
    like = None if sighting else likenesses(source, [asked], "en")[0]
    if sighting:
        span = sighting.spans[0][0], sighting.spans[-1][1]
    elif like and like.words:
        span = _widened(text.text, like.span, words)
    else:
        return None
    passage = re.sub(r"\s+", " ", text.text[slice(*span)]).strip()
    return Suggestion(name, text.place(span[0]), passage, like.share if like else 1.0)


def _in_small_letters(text: SourceText) -> Searchable:
    """The source for somebody who types no capitals; each character keeps its offset."""
    small = "".join(low if len(low := sign.lower()) == 1 else sign for sign in text.text)
    return Searchable(replace(text, text=small, others=()))


def _widened(text: str, span: tuple[int, int], words: str) -> tuple[int, int]:
    """The passage, wide enough for every telling word of its sentence that was asked for."""
    begin = max((each.end() for each in _SENTENCE_END.finditer(text, 0, span[0])), default=0)
    ends = _SENTENCE_END.search(text, max(span[1] - 1, 0))
    end = ends.start() + 1 if ends else len(text)
    asked = {word.casefold() for word in re.findall(r"\w{4,}", words)}
    told = [each for each in _WORD.finditer(text, begin, end) if each[0].casefold() in asked]
    edges = [span, *(each.span() for each in told)]
    return min(edge[0] for edge in edges), max(edge[1] for edge in edges)


_SENTENCE_END = re.compile(r"[.!?]\s+|[。！？]|\n\s*\n")
_WORD = re.compile(r"\w{4,}")
