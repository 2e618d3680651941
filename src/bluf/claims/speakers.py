"""Whose it is: words in quotation marks, and sources, are of the side that the brief names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bluf.claims.judgement import Basis, ClaimSubject, Judgement
from bluf.claims.quoted import found_at, quoted_spans, translated_at
from bluf.claims.sides import SideMention, Speaker
from bluf.languages import draft_words, language, pattern
from bluf.model import ClaimKind, Source, SourceKind
from octavo.shortening import quoted

if TYPE_CHECKING:
    from bluf.claims.desk import Desk
    from bluf.claims.texts import Text

_PARTED = re.compile(r"[.!?;]\s|\n\s*\n")
_OTHERS = frozenset({SourceKind.ARTICLE, SourceKind.EXTRACT, SourceKind.NOTE})
"""Kinds of documents that carry what somebody else said."""


def speaker_claims(desk: Desk, text: Text) -> Iterator[Judgement | None]:
    """A judgement for each passage in quotation marks that a text puts down to a side."""
    tag = desk.brief.language
    for start, end in quoted_spans(text.words, tag):
        clause = _PARTED.split(text.words[:start])[-1]
        named = [
            each for each in desk.sides.mentions(clause, tag) if not _is_place(clause, each, tag)
        ]
        nearest = max(named, key=lambda each: each.end, default=None)
        if nearest:
            first = start - len(clause) + nearest.start
            subject = ClaimSubject(desk, ClaimKind.SPEAKER, text.path, text.words[first:end])
            told = Speaker(nearest.party, nearest.who)
            yield _judged(desk, subject, told, text.words[start:end].strip())


def _is_place(clause: str, mention: SideMention, tag: str) -> bool:
    """Whether a side is named as where something is: “in Washington”."""
    known, before = language(tag), clause[: mention.start].rstrip()
    within = pattern(known.sides.within, known.script)
    return any(match.end() == len(before) for match in within.finditer(before))


def _places(desk: Desk, words: str) -> Iterator[tuple[str, int]]:
    yield from found_at(desk, words)
    for span in desk.passages(tuple(translated_at(desk, words))):
        yield span.key, span.start + span.own[0]


def _judged(desk: Desk, subject: ClaimSubject, told: Speaker, words: str) -> Judgement | None:
    heard = [
        (key, offset, speaker)
        for key, offset in _places(desk, words)
        if (speaker := desk.sides.speaker(key, offset))
    ]
    if not heard:
        return None
    for key, offset, speaker in heard:
        if told.may_be(speaker):
            return subject.borne_out(Basis(desk.sources[key], offset, speaker.party))
    key, offset, speaker = heard[0]
    said = speaker.who or f"“{speaker.party}”"
    return subject.contradicted(
        "speaker-differs",
        f"in source “{key}” it is {said} that says {quoted(words)}",
        "name who says it in the source",
        Basis(desk.sources[key], offset, said),
    )


def publisher_claims(desk: Desk) -> Iterator[Judgement]:
    """A judgement for the party of each source."""
    for key, source in desk.brief.sources.items():
        if source.party:
            subject = ClaimSubject(desk, ClaimKind.SIDE, ("sources", key, "party"), source.party)
            yield _of_publisher(desk, subject, source)


def _of_publisher(desk: Desk, subject: ClaimSubject, source: Source) -> Judgement:
    named = desk.sides.countries(source.publisher, desk.brief.language)
    if subject.words in named:
        return subject.borne_out(Basis(words=source.publisher))
    if not named or not _is_official(desk, source):
        return subject.undecided()
    return subject.not_found(
        "side-not-in-source",
        f"the publisher {quoted(source.publisher)} is of {', '.join(sorted(named))}, "
        f"not of “{subject.words}”",
        "correct the party, or give the kind of a document that carries what others said",
    )


def _is_official(desk: Desk, source: Source) -> bool:
    """Whether a document speaks for its publisher: by its kind, or since that is a ministry."""
    known = desk.language
    offices = pattern(draft_words(known.tag, "look").get("publishers", ()), known.script)
    return source.kind not in _OTHERS or offices.search(source.publisher) is not None
