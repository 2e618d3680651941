"""Names of people in scripts without capital letters: behind an office, up to where one ends."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bluf.draft.names import Person

if TYPE_CHECKING:
    from bluf.draft.vocabulary import DraftVocabulary

_HAN = re.compile(
    r"[\u4e00-\u9fff·]{2,4}?(?=[和与同在就对表强阐指将于昨今上下周会访率应,，。、:：（(\d]|当地|$)"
)
_ARABIC = re.compile(
    r"\s*[،,]?\s*((?:\w+\s+){0,3}?\w+(?:\s+(?:بن|عبد|آل)\s+\w+)?)(?=\s*[،.,]|\s+(?:بتاريخ|في|على|مع|أن|اليوم|أمس|وزير|الذي)(?!\w)|\Z)"
)


def people_unspaced(text: str, words: DraftVocabulary) -> list[Person]:
    """People whose office stands before their name."""
    found: dict[int, Person] = {}
    name_of = _ARABIC if words.is_spaced else _HAN
    for role in words.pattern("people", "roles").finditer(text):
        start = role.end()
        title = words.honorifics.match(text, start + (text[start : start + 1] == " "))
        while title:
            start = title.end()
            title = words.honorifics.match(text, start + (text[start : start + 1] == " "))
        match = name_of.match(text, start)
        name = (match[1] if words.is_spaced else match.group()).strip(" ،,") if match else ""
        if name and not words.pattern("people", "roles").search(name):
            begin = text.index(name, start)
            found.setdefault(begin, Person(name, role.group(), begin, begin + len(name)))
    return [found[start] for start in sorted(found)]
