"""The sources of a brief, line by line, with what is quoted of them, and links to each place."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from bluf.evidence import Hit, SourceText, quoted_spans
from bluf.proof_page.content import SourceLine, SourcePiece
from bluf.views import Labels
from octavo.location import FileLocation, Location, PageLocation, TextLocation, WordLocation


def place_in(location: Location) -> str:
    """The place within its file: ``line 7``, ``page 2, line 7``; empty for a whole file."""
    if isinstance(location, TextLocation):
        return f"line {location.line}"
    return "" if isinstance(location, FileLocation) else location.place


def place_said(location: Location, labels: Labels) -> str:
    """The place within its file, in the words of a language."""
    if isinstance(location, TextLocation):
        steps = [("line", location.line)]
    elif isinstance(location, PageLocation):
        steps = [("page", location.page), ("line", location.line)]
    elif isinstance(location, WordLocation):
        story, _, number = location.story.rpartition(" ")
        first = (story, int(number)) if number.isdecimal() else (location.story, 0)
        steps = [first, *location.steps]
    else:
        return place_in(location)
    return labels.listed(_step(kind, number, labels) for kind, number in steps)


def _step(kind: str, number: int, labels: Labels) -> str:
    phrase = labels.vocabularies["places"].get(kind)
    if phrase is None:
        return f"{kind} {number}" if number else kind
    return phrase.format(number=number or "").strip()


def anchor_of(source: str, location: Location) -> str:
    """The id of the line of a source on the page: ``at-mfa-line-7``."""
    return re.sub(r"[^\w.-]+", "-", f"at-{source}-{place_in(location)}")


WHOLE = 300
"""A source of more lines than this is shown around what is quoted of it."""
AROUND = 3
"""So many lines before and behind a passage are shown of a long source."""

Span = tuple[int, int]


class PanelMarks(Struct, frozen=True):
    """What is marked in one source.

    Attributes:
        quotes: By the key of each quotation, the stretches that it quotes.
        gaps: By the key of each quotation, the stretches that it leaves out.
        words: Stretches that bear a claim out.
        anchors: Ids of further lines that something on the page leads to.
    """

    quotes: Mapping[str, tuple[Span, ...]]
    gaps: Mapping[str, tuple[Span, ...]]
    words: tuple[Span, ...] = ()
    anchors: frozenset[str] = frozenset()


def marks_of(
    text: SourceText,
    hits: Mapping[str, Hit],
    telling: Mapping[str, Sequence[str]],
    anchors: Iterable[str],
) -> PanelMarks:
    """What is to be marked in a source; ``telling`` are words of claims by their quotations."""
    quotes, gaps = {}, {}
    words: list[Span] = []
    for key, hit in hits.items():
        spans = quoted_spans(hit) if hit.source.source is text else _line_at(text, hit.place)
        quotes[key] = spans
        gaps[key] = tuple((one[1], two[0]) for one, two in pairwise(spans))
        for claim in telling.get(key, ()):
            words += _stands(text.text, spans, claim)
    return PanelMarks(quotes, gaps, tuple(words), frozenset(anchors))


def _line_at(text: SourceText, place: Location) -> tuple[Span, ...]:
    """The line of a place, for a passage that was found where the source is read otherwise."""
    wanted = anchor_of("", place)
    found = (span for span in _lines(text.text) if anchor_of("", text.place(span[0])) == wanted)
    return tuple(found)[:1]


def _stands(text: str, spans: Iterable[Span], words: str) -> Iterator[Span]:
    pattern = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)", re.IGNORECASE)
    for start, end in spans:
        yield from (found.span() for found in pattern.finditer(text, start, end))


def lines_of(
    key: str, text: SourceText, marks: PanelMarks, labels: Labels
) -> tuple[tuple[SourceLine, ...], int]:
    """The lines of a source that are shown, and how many behind the last are not."""
    spans = [span for span in _lines(text.text) if text.text[slice(*span)].strip()]
    wanted = _wanted(key, text, spans, marks)
    cuts = _cuts(marks)
    shown: list[SourceLine] = []
    skipped = 0
    before = ""
    for number, span in enumerate(spans):
        if number not in wanted:
            skipped += 1
            continue
        place = text.place(span[0])
        label = _label(place, labels)
        pieces = tuple(_pieces(text.text, span, marks, cuts))
        anchor = anchor_of(key, place)
        shown.append(SourceLine(anchor, "" if label == before else label, pieces, skipped))
        skipped, before = 0, label
    return tuple(shown), skipped


def _label(place: Location, labels: Labels) -> str:
    """The number that stands beside a line: of the line, or of the page it is on."""
    if isinstance(place, TextLocation):
        return str(place.line)
    if isinstance(place, PageLocation):
        return labels.say("page_short", page=str(place.page))
    return ""


def _lines(text: str) -> list[Span]:
    return [found.span() for found in re.finditer(r"[^\n]+", text)]


def _wanted(key: str, text: SourceText, spans: Sequence[Span], marks: PanelMarks) -> set[int]:
    if len(spans) <= WHOLE:
        return set(range(len(spans)))
    quoted = [span for each in marks.quotes.values() for span in each]
    near = [
        number
        for number, span in enumerate(spans)
        if any(start < span[1] and span[0] < end for start, end in quoted)
        or anchor_of(key, text.place(span[0])) in marks.anchors
    ]
    return {
        around
        for number in near
        for around in range(max(0, number - AROUND), min(len(spans), number + AROUND + 1))
    }


def _cuts(marks: PanelMarks) -> list[int]:
    """Every offset at which a mark begins or ends."""
    spans = [*marks.words, *(span for each in marks.quotes.values() for span in each)]
    spans += [span for each in marks.gaps.values() for span in each]
    return sorted({offset for span in spans for offset in span})


def _pieces(text: str, span: Span, marks: PanelMarks, cuts: Sequence[int]) -> Iterator[SourcePiece]:
    """A line, cut where a mark begins or ends."""
    inside = [cut for cut in cuts if span[0] < cut < span[1]]
    edges = [span[0], *inside, span[1]]
    begins: defaultdict[int, list[str]] = defaultdict(list)
    for key, spans in marks.quotes.items():
        begins[spans[0][0]].append(key)
    for start, end in pairwise(edges):
        yield SourcePiece(
            text[start:end],
            tuple(key for key, each in marks.quotes.items() if _covers(each, start)),
            tuple(key for key, each in marks.gaps.items() if _covers(each, start)),
            tuple(begins[start]),
            _covers(marks.words, start),
        )


def _covers(spans: Iterable[Span], offset: int) -> bool:
    return any(start <= offset < end for start, end in spans)
