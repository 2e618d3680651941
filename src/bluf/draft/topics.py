"""What a candidate is about: the field of policy that its words speak of, by one name for each."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from bluf.languages import senses_in

if TYPE_CHECKING:
    from bluf.draft.vocabulary import DraftVocabulary

_FIELDS = "area"
"""The field of senses that has the fields of policy."""


def topic_of(statement: str, source: str, told: DraftVocabulary, words: DraftVocabulary) -> str:
    """The subject of a statement for the register, such as energy; empty where it names none.

    Of several it is the one that the source speaks of most.
    """
    times = Counter(_fields(source, told))
    named = filter(words.table("topics").get, _fields(statement, told))
    field = max(named, key=times.__getitem__, default="")
    names = words.words("topics", field) or ("",)
    return names[-1] if words.tag.endswith("Cyrl") else names[0]  # Serbian has both scripts


def _fields(text: str, words: DraftVocabulary) -> list[str]:
    return [sense.pole for sense in senses_in(text, words.tag) if sense.field == _FIELDS]
