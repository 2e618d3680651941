"""What the words of an item stand for, held to its evidence: no “export” for “import”.

Only words that a list of the language knows are told; what others mean, nobody can tell.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from bluf.claims.judgement import Basis, ClaimFault, ClaimSubject
from bluf.claims.sense import SENTENCE, turns
from bluf.claims.vocabulary import WORD
from bluf.languages import base, folded, senses_in, tells, things_in
from bluf.model import ClaimKind
from octavo.shortening import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bluf.claims.judgement import Judgement
    from bluf.claims.passages import ClaimContext, SourceSpan
    from bluf.claims.texts import Text
    from bluf.languages import Sense

_ANY = "any"
_SAYING = ("ask", "statement", "action")
_SHORT = re.compile(r"\b[^\W\d_a-zа-я]{2,6}\b")
_STEM, _TRIED, _SHARED, _NEAR = 5, 4, 3, 200


def wording_claims(desk: ClaimContext, text: Text) -> Iterator[Judgement]:
    """A judgement for each text, or sentence of one, whose words its evidence speaks against."""
    if text.evidence:
        spans = desk.passages(text.evidence)
        if spans:
            yield from _judged(desk, text, text.words, spans)
    else:
        for sentence in SENTENCE.split(text.words):
            told = senses_in(sentence, desk.brief.language)
            if told:
                weighed = any(each.table != "thing" for each in told)
                yield from _judged(desk, text, sentence, _alike(desk, sentence) if weighed else [])


def _judged(
    desk: ClaimContext, text: Text, words: str, spans: list[SourceSpan]
) -> Iterator[Judgement]:
    told = _told(desk, text, words)
    heard = [each for span in spans for each in senses_in(span.text, span.tag)]
    for translation in desk.translations(text.evidence):
        heard += senses_in(translation, desk.brief.language)
    found = None
    if spans and text.path[-1] != "topic":  # which is a heading, and need not stand in each
        found = _contrary(told, heard)
    turned = (turns(span.text, span.tag) for span in spans)
    if found and found[0].is_dark and text.evidence and not any(turned):
        return  # `sense_claims` has told so
    missing = None if found else _missing(desk, told, heard, spans)
    if found:
        yield _differs(desk, text, *found, spans)
    elif missing and text.evidence:
        yield _differs(desk, text, missing, "", spans)
    elif missing:  # any word of any source may stand for it
        yield ClaimSubject(ClaimKind.SENSE, text.path, missing.word).undecided(desk)


def _told(desk: ClaimContext, text: Text, words: str) -> tuple[Sense, ...]:
    """What the words of a text stand for, as far as the lists of each source can tell."""
    tags = {span.tag for span in desk.sources.values()}
    said: frozenset[tuple[str, str]] = frozenset()
    if text.path[-1] == "topic":  # what its item says too is held to the evidence there
        item = (desk.file.places.values(*text.path[:-1], name) for name in _SAYING)
        said = things_in(" ".join(filter(None, map(str, item))), desk.brief.language)
    return tuple(
        each
        for each in senses_in(words, desk.brief.language)
        if all(tells(base(tag), each) for tag in tags)
        and (each.field, each.pole) not in said
        and (text.evidence or each.field != "span")  # spans of time are reckoned elsewhere
    )


def _alike(desk: ClaimContext, sentence: str) -> list[SourceSpan]:
    """The sentences of sources that share several words with one of the brief."""
    own = base(desk.brief.language)
    words = sorted({folded(word) for word in WORD.findall(sentence)}, key=len, reverse=True)
    stems = [word[:_STEM] for word in words if len(word) >= _STEM]
    found: list[SourceSpan] = []
    for key, span in desk.sources.items():
        text = folded(span.text)
        if base(span.tag) == own and len(text) == len(span.text):
            pieces: list[SourceSpan] = []
            for start in _starts(stems, text):
                if not any(0 <= start - piece.start < len(piece.text) for piece in pieces):
                    pieces.append(desk.sentence_at(key, start))
            found += (piece for piece in pieces if _shared(stems, folded(piece.text)))
    return found


def _starts(stems: Sequence[str], text: str) -> Iterator[int]:
    """Where words stand that have several others near them."""
    for stem in stems[:_TRIED]:
        for match in islice(re.finditer(re.escape(stem), text), _TRIED):
            start = match.start()
            if _shared(stems, text[max(0, start - _NEAR) : start + _NEAR]):
                yield start


def _shared(stems: Sequence[str], text: str) -> bool:
    return sum(each in text for each in stems) >= _SHARED


def _contrary(told: Sequence[Sense], heard: Sequence[Sense]) -> tuple[Sense, str] | None:
    """A word of a text, and one of the evidence that excludes it."""
    for field in dict.fromkeys((each.table, each.field) for each in told):
        ours = [each for each in told if (each.table, each.field) == field]
        theirs = [each for each in heard if (each.table, each.field) == field]
        wrong = _rival(ours, theirs)
        if wrong:
            return wrong[0], wrong[1].word
    return None


def _missing(
    desk: ClaimContext,
    told: Sequence[Sense],
    heard: Sequence[Sense],
    spans: Sequence[SourceSpan],
) -> Sense | None:
    """A word for a thing that neither the evidence nor any source has."""
    short = any(_SHORT.search(span.text) for span in spans)  # “SGA” may be a committee
    for sense in told:
        if short and sense.field == "body":
            continue
        if sense.table == "thing" and sense.pole != _ANY and not _anywhere(desk, sense, heard):
            return sense
    return None


def _rival(ours: list[Sense], theirs: list[Sense]) -> tuple[Sense, Sense] | None:
    """A word of a text, and one of the evidence that excludes it; None where they may agree."""
    if ours[0].table == "beside":
        return _rival_beside(ours, theirs)
    poles = {each.pole for each in theirs}
    if not poles or poles & {each.pole for each in ours} or _ANY in poles:
        return None
    firm = [each for each in ours if each.pole != _ANY and not each.is_aside]
    other = next((each for each in theirs if not each.is_aside), None)
    return (firm[0], other) if firm and other else None


def _rival_beside(ours: list[Sense], theirs: list[Sense]) -> tuple[Sense, Sense] | None:
    for sense in ours:
        same = [each for each in theirs if each.before == sense.before]
        if same and all(each.pole != sense.pole for each in same):
            return sense, same[0]
    return None


def _anywhere(desk: ClaimContext, sense: Sense, heard: Sequence[Sense]) -> bool:
    """Whether a thing is named in any source, or something more general in the evidence."""
    found = {each.pole for each in heard if each.field == sense.field}
    return bool(found & {sense.pole, _ANY}) or any(
        (sense.field, sense.pole) in things_in(span.text, span.tag)
        for span in desk.sources.values()
    )


def _differs(
    desk: ClaimContext, text: Text, sense: Sense, other: str, spans: Sequence[SourceSpan]
) -> Judgement:
    subject = ClaimSubject(ClaimKind.SENSE, text.path, sense.word)
    where = f": {quoted(spans[0].quoted or spans[0].text)}" if spans else ""
    message = (
        f"the evidence does not say {quoted(sense.word)}, but {quoted(other)}{where}"
        if other
        else f"the evidence has nothing like {quoted(sense.word)}{where}"
    )
    hint = "say what the evidence says, or quote the words that say so"
    basis = Basis(spans[0], spans[0].own[0]) if spans else Basis()
    return subject.not_found(desk, ClaimFault("sense-differs", message, hint), basis)
