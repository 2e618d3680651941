"""Who speaks in a statement: whose “we” it is, and whom “he” or “she” means."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bluf.draft.quoting import without_attribution
from bluf.draft.sentences import CLAUSE_END

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from bluf.draft.sentences import Sentence
    from bluf.draft.vocabulary import DraftVocabulary

_OPENING, _CLOSING = re.compile(r'[“«„「]|(?<!\S)"'), re.compile(r'[”»」]|"(?=\W|\Z)')
_MOST_WORDS = 6
_BACK, _AHEAD = 3, 6
"""So many sentences back stands whom a pronoun means; so many ahead ends what is quoted."""


def voice_of(
    statement: str,
    following: Sequence[Sentence],
    words: DraftVocabulary,
    names: Collection[str],
) -> str | None:
    """Who says “we” or “I” in a statement; empty for who published it, None where nobody does.

    ``following`` are the sentence that says it and those behind it.
    """
    if not any(words.pattern("look", name).search(statement) for name in ("own", "first")):
        return None
    for sentence in following[:_AHEAD]:
        tail = sentence.text[len(without_attribution(sentence.text, words)) :]
        if tail and (name := _only(tail, names)):
            return name
        if _CLOSING.search(sentence.text) or not _OPENING.search(following[0].text):
            break
    return ""


def with_subject(
    statement: str, before: Sequence[Sentence], words: DraftVocabulary, names: Collection[str]
) -> str:
    """A statement with a name for “he” or “she”, where one person alone was last spoken of."""
    pronoun = words.pattern("look", "pronouns").match(statement)
    if pronoun is None:
        return statement
    told = [*_until_named(reversed(before[-_BACK:]), words)]
    name = (_only(told[-1], names) or _office(told[-1], words)) if told else ""
    return f"{name}{statement[pronoun.end() :]}" if name else statement


def _office(subject: str, words: DraftVocabulary) -> str:
    """A subject that is an office, as the text words it: “The Foreign Minister”."""
    office = words.pattern("people", "roles").search(subject)
    is_short = office and len(subject.split()) <= _MOST_WORDS and not CLAUSE_END.search(subject)
    return subject.strip() if is_short else ""


def _until_named(before: Iterable[Sentence], words: DraftVocabulary) -> Iterable[str]:
    """The subjects of the sentences before, back to the first that is no pronoun."""
    for sentence in before:
        text = sentence.text
        tail = text[len(without_attribution(text, words)) :]
        verb = words.reporting.search(text)
        yield tail or (text[: verb.start()] if verb else text)
        if not words.pattern("look", "pronouns").search(tail or text[:20]):
            return


def _only(text: str, names: Collection[str]) -> str:
    """The one name of several that stands in a text; empty where none does, or two do."""
    parts = {name: name.split()[-1] for name in names}
    found = {last for last in parts.values() if re.search(rf"\b{re.escape(last)}\b", text)}
    return found.pop() if len(found) == 1 else ""
