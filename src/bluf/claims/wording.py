"""What the words of an item stand for, held to its evidence: no “export” for “import”.

Only words that a list of the language knows are told; what others mean, nobody can tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from bluf.claims.alike import alike
from bluf.claims.judgement import Basis, ClaimSubject, Judgement
from bluf.claims.sense import AS_EVIDENCE, turns
from bluf.languages import ANY, base, contrary, folded, senses_in, sentences, tells, things_in
from bluf.model import ClaimKind
from octavo.shortening import quoted

if TYPE_CHECKING:
    from bluf.claims.passages import ClaimContext, SourceSpan
    from bluf.claims.texts import Text
    from bluf.languages import Sense

_SAYING = ("ask", "statement", "action")
_STEM = 5
_SHORT = re.compile(r"[^\W\d_a-zа-я](?<!\w\w)[^\W\d_a-zа-я]{1,5}\b")


def wording_claims(desk: ClaimContext, text: Text) -> Iterator[Judgement | None]:
    """A judgement for each text, or sentence of one, whose words its evidence speaks against."""
    if text.evidence:
        spans = desk.passages(text.evidence)
        if spans:
            yield _judged(desk, text, text.words, spans)
    else:
        for sentence in sentences(text.words):
            told = senses_in(sentence, desk.brief.language)
            if told:
                weighed = any(each.table != "thing" for each in told)
                yield _judged(desk, text, sentence, alike(desk, sentence) if weighed else [])


def _judged(
    desk: ClaimContext, text: Text, words: str, spans: list[SourceSpan]
) -> Judgement | None:
    told = _told(desk, text, words)
    heard = [each for span in spans for each in senses_in(span.text, span.tag)]
    for translation in desk.translations(text.evidence):
        heard += senses_in(translation, desk.brief.language)
    found = None
    if spans and text.path[-1] != "topic":  # which is a heading, and need not stand in each
        found = contrary([each for each in told if each.table != "news"], heard)
    turned = (turns(span.text, span.tag) for span in spans)
    if found and found[0].is_dark and text.evidence and not any(turned):
        return None  # `sense_claims` has told so
    missing = None if found else _missing(desk, told, heard, spans)
    news = missing or _news(desk, text, told, heard, spans)
    if found:
        return _differs(desk, text, *found, spans)
    if missing and text.evidence:
        return _differs(desk, text, missing, "", spans)
    if news is None:
        return None
    # any word of any source may stand for it
    return ClaimSubject(desk, ClaimKind.SENSE, text.path, news.word).undecided()


def _told(desk: ClaimContext, text: Text, words: str) -> tuple[Sense, ...]:
    """What the words of a text stand for, as far as the lists of each source can tell."""
    tags = {span.tag for span in desk.sources.values()}
    said: frozenset[tuple[str, str]] = frozenset()
    if text.path[-1] == "topic":  # what its item says too is held to the evidence there
        item = (desk.file.places.values(*text.path[:-1], name) for name in _SAYING)
        said = things_in(" ".join(filter(None, map(str, item))), desk.brief.language)
    return tuple(
        each
        for each in senses_in(words, desk.tag(text))
        if all(tells(base(tag), each) for tag in tags) and (each.field, each.pole) not in said
    )


def _news(
    desk: ClaimContext,
    text: Text,
    told: Sequence[Sense],
    heard: Sequence[Sense],
    spans: Sequence[SourceSpan],
) -> Sense | None:
    """A cause, a moment, an unnamed actor or the like that the evidence of a text has not."""
    known = {(each.field, each.pole) for each in heard}
    for span in () if spans else desk.sources.values():
        known |= things_in(span.text, span.tag)
    own = (each for each in told if each.table == "news" and text.path[-1] != "topic")
    return next((each for each in own if (each.field, each.pole) not in known), None)


def _missing(
    desk: ClaimContext, told: Sequence[Sense], heard: Sequence[Sense], spans: Sequence[SourceSpan]
) -> Sense | None:
    """A word for a thing that neither the evidence nor any source has."""
    short = any(_SHORT.search(span.text) for span in spans)  # “SGA” may be a committee
    for sense in told:
        if short and sense.field == "body":
            continue
        if sense.table == "thing" and sense.pole != ANY and not _anywhere(desk, sense, heard):
            return sense
    return None


def _anywhere(desk: ClaimContext, sense: Sense, heard: Sequence[Sense]) -> bool:
    """Whether a thing is named in any source, or something more general in the evidence."""
    found = {each.pole for each in heard if each.field == sense.field}
    stem = folded(sense.word)[:_STEM]  # “gepflegt”, “prekogranične”
    return bool(found & {sense.pole, ANY}) or any(
        (sense.field, sense.pole) in things_in(span.text, span.tag)
        or (len(stem) == _STEM and stem in folded(span.text))
        for span in desk.sources.values()
    )


def _differs(
    desk: ClaimContext, text: Text, sense: Sense, other: str, spans: Sequence[SourceSpan]
) -> Judgement:
    subject = ClaimSubject(desk, ClaimKind.SENSE, text.path, sense.word)
    if sense.field == "edge" or (sense.field == "span" and not text.evidence):
        return subject.undecided()  # “not before May” is “after May”; spans may be reckoned
    where = f": {quoted(spans[0].quoted or spans[0].text)}" if spans else ""
    word = quoted(sense.word)
    said = f"does not say {word}, but {quoted(other)}" if other else f"has nothing like {word}"
    return subject.not_found(
        "sense-differs",
        f"the evidence {said}{where}",
        AS_EVIDENCE,
        Basis(spans[0], spans[0].own[0]) if spans else Basis(),
    )
