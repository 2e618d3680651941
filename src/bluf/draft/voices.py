"""Who speaks in a statement: whose “we” it is, and whom “he” or “she” means."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from bluf.draft.quoting import without_attribution, without_report
from bluf.draft.sentences import Sentence, last_clause
from bluf.model import Strength
from octavo.shortening import capital

if TYPE_CHECKING:
    from bluf.draft.vocabulary import DraftVocabulary

_OPENING, _CLOSING = re.compile(r'[“«„「]|(?<!\S)"'), re.compile(r'[”»」]|"(?=\W|\Z)')
_MOST_WORDS, _OPENING_WORDS = 6, 20
_BACK, _AHEAD = 3, 6
"""So many sentences back stands whom a pronoun means; so many ahead ends what is quoted."""


def voice_of(
    statement: str,
    following: Sequence[Sentence],
    words: DraftVocabulary,
    names: Collection[str],
    *,
    is_told: bool,
) -> str | None:
    """Who says “we” or “I” in a statement; empty for who published it, None where nobody does.

    ``following`` are the sentence that says it and those behind it; ``is_told`` is whether it is
    a sentence, which any quotation marks show to be somebody's.
    """
    says_i = words.pattern("look", "first").search(statement) is not None
    is_own = says_i or words.says_we(statement)
    is_said = is_told and _OPENING.match(following[0].text)
    if not (is_own or is_said) or _OPENING.search(statement):
        return None
    for sentence in following[:_AHEAD]:
        tail = sentence.text[len(without_attribution(sentence.text, words)) :]
        if tail and (name := _only(tail, names)):
            return name
        if _CLOSING.search(sentence.text) or not _OPENING.search(following[0].text):
            break
    return "" if is_own else None


def with_subject(
    statement: str, before: Sequence[Sentence], words: DraftVocabulary, names: Collection[str]
) -> str:
    """A statement with a name for “he” or “she”, where one person alone was last spoken of."""
    pronoun = words.pattern("look", "pronouns").match(statement)
    is_bare = pronoun is None and _is_bare(statement, words)
    if pronoun is None and not is_bare:
        return statement
    subject = _last_subject(reversed(before[-_BACK:]), words)
    name = _only(subject, names) or _office(subject, words)
    if not name:
        return without_report(statement, words)
    return (
        f"{name}{statement[pronoun.end() :]}"
        if pronoun
        else f"{name} {statement[:1].lower()}{statement[1:]}"
    )


def _is_bare(statement: str, words: DraftVocabulary) -> bool:
    """Whether a statement begins with what one person says, and leaves out who: “Destacó que”."""
    says = words.pattern("says", Strength.CONVEYED, Strength.WELCOMED, Strength.ANNOUNCED)
    of_one = words.pattern("look", "singular").match(statement)
    return of_one is not None and says.match(statement) is not None


def _subject(words: str) -> str:
    return capital(words.strip(' ,;.–—"”»“'))


def _office(subject: str, words: DraftVocabulary) -> str:
    """A subject that is an office, as the text words it: “The Foreign Minister”."""
    subject = last_clause(subject)
    office = words.pattern("people", "roles").search(subject)
    is_one = len(subject.split()) <= _MOST_WORDS and not words.names_several(subject)
    return _subject(subject) if office and is_one else ""


def _last_subject(before: Iterable[Sentence], words: DraftVocabulary) -> str:
    """What the last sentence is about that is about no “he” either; empty where none tells."""
    for sentence in before:
        text = sentence.text
        starts = (verb.start() for verb in words.telling.finditer(text) if verb.start())
        tail = text[len(without_attribution(text, words)) :]
        verb = words.reporting.search(tail)
        subject = _subject(tail[: verb.start() or None]) if verb else text[: next(starts, 0)]
        is_open = words.pattern("look", "pronouns").search(subject or text[:_OPENING_WORDS])
        if not is_open and not _is_bare(text, words):
            return subject
    return ""


def _only(text: str, names: Collection[str]) -> str:
    """The one name of several that stands in a text, as far as it does; empty where none or two."""
    found = {part for name in names if (part := _as_named(text, name.split()))}
    whole = [one for one in found if not any(one != other and one in other for other in found)]
    return whole[0] if len(whole) == 1 else ""


def _as_named(text: str, parts: Sequence[str]) -> str:
    """The most of a name that stands in a text, its last part among it."""
    ends = (" ".join(parts[at:]) for at in range(len(parts)))
    return next((end for end in ends if re.search(rf"\b{re.escape(end)}\b", text)), "")
