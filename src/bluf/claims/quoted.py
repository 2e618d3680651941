"""Words in quotation marks: they stand in a source, or in a recorded translation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from bluf.claims.judgement import Basis, ClaimSubject, Judgement
from bluf.evidence import in_either_case, look_up_any
from bluf.languages import language
from bluf.model import ClaimKind
from octavo.shortening import quoted

if TYPE_CHECKING:
    from bluf.claims.passages import ClaimContext
    from bluf.claims.texts import Path, Text

_ALWAYS = ("“”", "«»", "„“", "„”", "「」", '""')
_SINGLE = "‘’"


def quoted_claims(desk: ClaimContext, text: Text) -> Iterator[Judgement]:
    """A judgement for each passage of a text that stands in quotation marks."""
    for words in passages_in(text.words, desk.brief.language):
        if not _is_name(desk, words):
            yield _judged(desk, ClaimSubject(desk, ClaimKind.WORDS, text.path, words))


def passages_in(text: str, tag: str) -> Iterator[str]:
    """The passages of a text in quotation marks of its language."""
    return (text[start:end].strip() for start, end in quoted_spans(text, tag))


def quoted_spans(text: str, tag: str) -> Iterator[tuple[int, int]]:
    """Where the passages in quotation marks stand in a text, without the marks."""
    for match in _marked(tag).finditer(text):
        span = next(span for span in map(match.span, range(1, match.re.groups + 1)) if span[1] > 0)
        if re.search(r"\w", text[slice(*span)]):
            yield span


def _judged(desk: ClaimContext, subject: ClaimSubject) -> Judgement:
    for key, start in found_at(desk, subject.words):
        return subject.borne_out(Basis(desk.sources[key], start))
    if any(translated_at(desk, subject.words)):
        return subject.borne_out(Basis(words="in a translation"))
    return subject.not_found(
        "quoted-words-not-found",
        f"{quoted(subject.words)} is in quotation marks, but in no source",
        "give the words of a source, record their translation, or take the marks off",
    )


def found_at(desk: ClaimContext, words: str) -> Iterator[tuple[str, int]]:
    """Where some words stand: each source that has them, and the place in its text."""
    quote = words.rstrip(",.;:!?。，")
    for key, source in desk.proven.sources.items():
        if (key, quote) not in desk.quoted:
            hits = look_up_any(source, [quote, in_either_case(quote)])
            hit = next(filter(None, hits), None)
            start = hit.source.normal.origin(hit.passages[0].start) if hit else None
            desk.quoted[key, quote] = start
        place = desk.quoted[key, quote]
        if place is not None:
            yield key, place


def translated_at(desk: ClaimContext, words: str) -> Iterator[Path]:
    """The quotations whose recorded translations have some words."""
    plain = _plain(words)
    return (path for path, translation in desk.translated if plain in _plain(translation))


def _plain(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.casefold()))


def _is_name(desk: ClaimContext, words: str) -> bool:
    """Whether the words are a title or a name of the record."""
    brief = desk.brief
    names = [*(source.title for source in brief.sources.values())]
    names += [source.translation or "" for source in brief.sources.values()]
    names += [source.publisher for source in brief.sources.values()]
    names += [event.title for event in brief.events]
    names += [each.title for each in brief.next]
    names += [name for party in brief.parties.values() for name in (party.name, party.short or "")]
    return _plain(words) in {_plain(name) for name in names}


@cache
def _marked(tag: str) -> re.Pattern[str]:
    """What finds passages between the quotation marks of a language, and between usual ones."""
    pairs = dict.fromkeys((*language(tag).quotation.marks, *_ALWAYS))
    closing: dict[str, str] = {}
    for pair in pairs:
        if pair != _SINGLE:
            closing[pair[0]] = closing.get(pair[0], "") + pair[1]
    parts = [
        rf"{re.escape(opening)}([^{re.escape(opening + ends)}]+)[{re.escape(ends)}]"
        for opening, ends in closing.items()
    ]
    return re.compile("|".join(parts))
