"""From words roughly remembered to a quotation: the exact passage, and its place.

A sentence is as like the words as the rarest of them say: each word weighs the more, the fewer
sentences of the source hold it. Words count as one where their first letters agree.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from bluf.evidence import Searchable, SourceText, sightings
from bluf.languages import sentence_spans
from octavo.location import Location

if TYPE_CHECKING:
    from bluf.verification.shelf import SourceSet

_STEM = 4
"""So many letters tell a word, whatever its ending."""
_LIKE = 0.45
"""A sentence that holds less of what was asked for is not like it."""
_WORD = re.compile(r"[^\W\u3040-\u9fff]+|[\u3040-\u9fff]")


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


def suggest_quotations(words: str, shelf: SourceSet) -> tuple[Suggestion, ...]:
    """The passages of all sources that are most like some words, the likest first."""
    found = [
        each
        for name, source in shelf.sources.items()
        for each in _exact(name, words, source.source) or _alike(name, words, source.source)
    ]
    return tuple(sorted(found, key=lambda each: -each.share))


def _exact(name: str, words: str, text: SourceText) -> list[Suggestion]:
    """The very words, for somebody who types no capitals; each character keeps its offset."""
    small = "".join(low if len(low := sign.lower()) == 1 else sign for sign in text.text)
    source = Searchable(replace(text, text=small, others=()))
    sighting = sightings(source, [words.lower()], "en")[0]
    if sighting is None or sighting.seen is False:
        return []
    return [_suggestion(name, text, (sighting.spans[0][0], sighting.spans[-1][1]), 1.0)]


def _alike(name: str, words: str, text: SourceText) -> list[Suggestion]:
    sentences = list(sentence_spans(text.text))
    cut = [list(_WORD.finditer(text.text, *span)) for span in sentences]
    counts = Counter(stem for each in cut for stem in {_stem(word[0]) for word in each})
    weights = {
        stem: math.log((len(sentences) + 1) / (counts[stem] + 0.5))
        for stem in {_stem(word) for word in _WORD.findall(words)}
    }
    total = sum(weights.values()) or 1.0
    found = []
    for each in cut:
        told = {stem for word in each if (stem := _stem(word[0])) in weights}
        share = sum(weights[stem] for stem in told) / total
        if share >= _LIKE:
            found.append(_suggestion(name, text, _passage(each, weights), min(share, 0.99)))
    return found


def _passage(sentence: Sequence[re.Match[str]], weights: Mapping[str, float]) -> tuple[int, int]:
    """From the first telling word that was asked for to the last, and one beside them."""
    asked = [_stem(word[0]) in weights for word in sentence]
    told = max(weights[_stem(word[0])] for word in sentence if _stem(word[0]) in weights)
    telling = [
        number
        for number, word in enumerate(sentence)
        if asked[number] and weights[_stem(word[0])] > told / 3
    ]
    beside = [number for number in (telling[0] - 1, telling[-1] + 1) if 0 <= number < len(asked)]
    wanted = [*telling, *(number for number in beside if asked[number])]
    return sentence[min(wanted)].start(), sentence[max(wanted)].end()


def _stem(word: str) -> str:
    return word.casefold()[:_STEM]


def _suggestion(name: str, text: SourceText, span: tuple[int, int], share: float) -> Suggestion:
    words = re.sub(r"\s+", " ", text.text[slice(*span)]).strip()
    return Suggestion(name, text.place(span[0]), words, share)
