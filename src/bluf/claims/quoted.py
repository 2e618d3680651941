"""Words in quotation marks: they stand in a source, or in a recorded translation."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from bluf.claims.judgement import Basis, Fault, Subject
from bluf.claims.passages import Span
from bluf.claims.words import shown
from bluf.evidence import look_up_any
from bluf.languages import language
from bluf.model import ClaimKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.claims.judgement import Judgement
    from bluf.claims.passages import Desk
    from bluf.claims.texts import Text

_ALWAYS = ("“”", "«»", "„“", "„”", "「」", '""')
_SINGLE = "‘’"


def quoted_claims(desk: Desk, text: Text) -> Iterator[Judgement]:
    """A judgement for each passage of a text that stands in quotation marks."""
    for words in passages_in(text.words, desk.brief.language):
        if not _is_name(desk, words):
            yield _judged(desk, Subject(ClaimKind.WORDS, text.path, words))


def passages_in(text: str, tag: str) -> Iterator[str]:
    """The passages of a text in quotation marks of its language."""
    for match in _marked(tag).finditer(text):
        words = next(filter(None, match.groups()), "").strip()
        if re.search(r"\w", words):
            yield words


def _judged(desk: Desk, subject: Subject) -> Judgement:
    quote = _in_either_case(subject.words.rstrip(",.;:!?。，"))
    for key, source in desk.proven.sources.items():
        (hit,) = look_up_any(source, [quote])
        if hit:
            start = hit.source.normal.origin(hit.passages[0].start)
            tag = desk.brief.sources[key].language
            return subject.borne_out(desk, Basis(Span(key, hit.source, start, "", tag)))
    plain = _plain(subject.words)
    for _, words in desk.translated:
        if plain in _plain(words):
            return subject.borne_out(desk, Basis(words="in a translation"))
    fault = Fault(
        "quoted-words-not-found",
        f"{shown(subject.words)} stands in quotation marks, but in no source",
        "give the words of a source, record their translation, or take the marks off",
    )
    return subject.not_found(desk, fault)


def _in_either_case(words: str) -> str:
    return f"[{words[0]}]{words[1:]}" if words[:1].isalpha() else words


def _plain(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.casefold()))


def _is_name(desk: Desk, words: str) -> bool:
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
