"""What a candidate is about: the word of it that its source returns to most often."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from bluf.draft.names import people_in
from bluf.draft.parties import is_country, sides_in

if TYPE_CHECKING:
    from collections.abc import Collection

    from bluf.draft.vocabulary import DraftVocabulary

_SHORTEST, _OFTEN = 6, 3
_WORD = r"[A-ZÀ-ÞŠĐŽČĆА-ЯЁЂЈЉЊЋЏ][\w’'-]+"
_NAME = re.compile(rf"(?<=\w )(?!\S+[’']s\b){_WORD}(?: {_WORD})+")


def topic_of(
    texts: tuple[str, str],
    counts: Counter[str],
    words: DraftVocabulary,
    people: Collection[str] = (),
) -> str:
    """A subject for the register, of a statement and its quotation; empty where none stands out.

    A person is none: ``people`` are surnames of those who took part.
    """
    statement, quote = texts
    roles = words.pattern("people", "roles")
    named = (
        name
        for name in _NAME.findall(quote)
        if not (roles.search(name) or is_country(name, words))
        and not any(part in people for part in name.split())
    )
    names = [
        str(name) for name in named if not people_in(f"Mr. {name}", words) or name in statement
    ]
    if names:
        return str(max(names, key=lambda name: (counts[name.split()[0].lower()], len(name))))
    long = [word for word in re.findall(r"\w+", statement.lower()) if len(word) >= _SHORTEST]
    telling = [word for word in long if counts[word] >= _OFTEN and not _is_common(word, words)]
    return max(telling, key=lambda word: (counts[word], len(word)), default="")


def word_counts(text: str) -> Counter[str]:
    """How often each word of a text comes in it; a name, never written small, does not count."""
    found = re.findall(r"\w+", text)
    small = {word for word in found if word == word.lower()}
    return Counter(word.lower() for word in found if word.lower() in small)


def _is_common(word: str, words: DraftVocabulary) -> bool:
    """Whether a word is a verb of the lists, an office, or part of the name of a party."""
    if words.pattern("people", "roles").stands_for(word) or sides_in(word.capitalize(), words):
        return True
    return any(words.pattern("says", name).stands_for(word) for name in words.table("says"))
