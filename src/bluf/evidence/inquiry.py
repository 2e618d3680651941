"""Look words up without a brief: where they stand in a source, else what is most like them."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from bluf.evidence.difference import DifferenceKind, kinds
from bluf.evidence.match import Searchable
from bluf.evidence.missing import absent_parts
from bluf.evidence.nearest import Nearest, nearest
from bluf.evidence.passage import Remark, condition_remarks, remarks
from bluf.evidence.quotation import readings
from bluf.evidence.shown import comparison, listed
from bluf.evidence.sight import Hit, sight_remarks
from bluf.evidence.verify import look_up_any
from octavo.location import Location

Span = tuple[int, int]


class Sighting(Struct, frozen=True):
    """Words that stand in a source.

    Attributes:
        place: Where they begin.
        words: What stands there, in the source's own characters, with what is left out.
        spans: The quoted stretches of the source's text, without what is left out.
        text: The text that the spans count in: the source, as it was read here.
        remarks: What to know of them: rule, level, message and hint.
        seen: Whether a reader sees them together; None where that cannot be decided.
    """

    place: Location
    words: str
    spans: tuple[Span, ...]
    text: str
    remarks: tuple[Remark, ...]
    seen: bool | None


class Likeness(Struct, frozen=True):
    """The passage most like some words that do not stand in a source.

    Attributes:
        place: Where it begins.
        words: What stands there, in the source's own characters.
        span: Its stretch of the source's text.
        share: How much of the words stands there, of 1.
        reason: In what the two differ.
        comparison: Lines that set the two against each other, differing words as ``>so<``.
    """

    place: Location
    words: str
    span: Span
    share: float
    reason: str
    comparison: tuple[str, ...]


def sightings(source: Searchable, quotes: Sequence[str], tag: str) -> list[Sighting | None]:
    """Where each quotation stands in a source whose BCP 47 tag is ``tag``."""
    hits = look_up_any(source, quotes)
    return [
        _sighting(quote, hit, tag) if hit else None for quote, hit in zip(quotes, hits, strict=True)
    ]


def quoted_spans(hit: Hit) -> tuple[Span, ...]:
    """The quoted stretches of a source's text, without what is left out of the passage meant."""
    parts = hit.passages[0].parts
    return tuple(hit.source.span(start, end) for start, end in parts if end > start)


def _sighting(quote: str, hit: Hit, tag: str) -> Sighting:
    spans, source = quoted_spans(hit), hit.source
    text = source.source.text
    words = text[spans[0][0] : spans[-1][1]]
    said: list[Remark] = []
    if hit.stands:
        said += remarks(source, quote, hit.passages, tag)
        said += condition_remarks(source, quote, hit.passages[0], tag)
    seen = None if hit.stands and hit.sight.doubts else hit.stands
    return Sighting(hit.place, words, spans, text, (*sight_remarks(hit, quote), *said), seen)


def likenesses(source: Searchable, quotes: Sequence[str], tag: str) -> list[Likeness | None]:
    """The passage most like each quotation that does not stand in a source, if any is alike."""
    parts = absent_parts(source, quotes)
    near = iter(nearest(source, [words for each in parts for words in each]))
    found = [[next(near) for _ in each] for each in parts]
    return [
        _likeness(source, each, tag) if each else _disorder(source, quote)
        for quote, each in zip(quotes, found, strict=True)
    ]


def _likeness(source: Searchable, found: Sequence[Nearest | None], tag: str) -> Likeness | None:
    alike = [each for each in found if each]
    if not alike:
        return None
    start, end = source.span(alike[0].start, alike[0].start + len(alike[0].passage))
    differing = {kind for near in alike for kind in kinds(near, tag)}
    named = [kind.value for kind in DifferenceKind if kind in differing]
    lines = [line for near in alike if near.differences for line in comparison(near, source)]
    return Likeness(
        source.place(alike[0].start),
        source.source.text[start:end],
        (start, end),
        sum(map(_share, alike)) / len(found),
        f"the nearest passage differs in {listed(named)}" if named else _CUT,
        tuple(lines),
    )


_CUT = "it cuts a word or a number in two"


def _disorder(source: Searchable, quote: str) -> Likeness | None:
    """All parts are there, in another order than that of the quotation; or there are no words."""
    ways = readings(quote)
    if not ways:
        return None
    first = look_up_any(source, [ways[-1].parts[0].text])[0]
    reason = "its parts are there, but do not follow each other so"
    return Likeness(first.place, "", (0, 0), 1.0, reason, ()) if first else None


def _share(near: Nearest) -> float:
    differing = sum(max(here[1] - here[0], there[1] - there[0]) for here, there in near.differences)
    return max(0.0, 1 - differing / max(len(near.quoted), len(near.passage)))
