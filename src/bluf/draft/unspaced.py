"""Names of people in scripts without capital letters: beside an office, up to where one ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bluf.draft.names import Person
from bluf.draft.parties import is_country
from bluf.draft.vocabulary import DraftVocabulary

_ENDS = (
    "和与與同在就对對表强強阐闡指将將于於昨今上下周週会會访訪率应應说說称稱认認另举舉共进進通周完出"
)
_NO_FIRST = _ENDS.translate({ord(sign): None for sign in "上周"}) + "级級"
"""What begins no name behind an office; 周 and 上 do."""
_HAN = re.compile(
    rf"(?![{_NO_FIRST}])[\u4e00-\u9fff·‧]{{2,7}}?(?=[{_ENDS},，。、:：（(\d]|当地|當地|一行|等|$)"
)
_SMALL = (
    "في|على|إلى|من|عن|مع|أن|خلال|بتاريخ|اليوم|أمس|الذي|التي|حول|قد|بعد|قبل|صباح|مساء|سبل|لبحث|وزير|وذلك"
    "|نظيره|تطورات|الأوضاع|مجمل|يزور|اتصالا|اتصالاً|حيث|كما|عقب|ان"
)
_ARAB_WORD = rf"(?!(?:{_SMALL}|و?ال\w+(?:ات|ية))(?!\w))\w{{2,}}"
_ARABIC = re.compile(
    rf"\s*[،,]?\s*((?:{_ARAB_WORD}\s+){{0,3}}?{_ARAB_WORD}(?:\s+(?:بن|عبد|آل)\s+\w+)*)"
    rf"(?=\s*[،.,:()]|\s+(?:{_SMALL}|و(?!لد\s)\w+)(?!\w)|\s*\Z)"
)
_OF_COUNTRY = re.compile(
    r"وال\w+\s+(?:في\s+الخارج\s+)?|(?:في\s+)?(?:مملكة|المملكة|جمهورية|الجمهورية|دولة|سلطنة)\s+|ال\w+(?:ي|ى)(?!\w)\s*|لدى\s+"
)
_FORMS = re.compile("[\u064b-\u0652\u0640]")
"""Signs of vowels, which are no letters."""
_LEAST, _MOST = 2, 6


def people_unspaced(text: str, words: DraftVocabulary) -> list[Person]:
    """People whose office stands before their name, or behind it where a verb is before both."""
    found: dict[int, Person] = {}
    plain = _FORMS.sub("", text)
    nobody = [words.pattern("people", "roles", "bodies"), words.pattern("event", "meeting")]
    nobody.append(words.reporting)
    for person in _beside_offices(plain, words):
        speaks_for = words.pattern("aside", "spokesman").match(plain[person.end :].lstrip(" ،"))
        if not speaks_for and not any(each.search(person.name) for each in nobody):
            found.setdefault(person.start, person)
    return [found[start] for start in sorted(found)]


def _beside_offices(text: str, words: DraftVocabulary) -> Iterator[Person]:
    last = 0
    for role in words.pattern("people", "roles").finditer(text):
        heads = (words.pattern("event", "meeting"), words.honorifics)
        met = [m.end() for each in heads for m in each.finditer(text, last, role.start())]
        begin = _behind_titles(text, max(met), words) if met else role.start()
        between, last = text[begin : role.start()].rstrip(" ،"), role.end()
        is_name = words.is_spaced and _LEAST <= len(between.split()) <= _MOST
        if is_name and _ARABIC.fullmatch(between):
            yield Person(between, role.group(), begin, begin + len(between))
            continue
        start = _behind_titles(text, role.end(), words)
        match = (_ARABIC if words.is_spaced else _HAN).match(text, start)
        name = (match[1] if words.is_spaced else match.group()).strip(" ،,") if match else ""
        if name:
            begin = text.index(name, start)
            yield Person(name, role.group(), begin, begin + len(name))


def _behind_titles(text: str, start: int, words: DraftVocabulary) -> int:
    """Where a name begins behind titles and the country of its office."""
    while True:
        start += len(text[start:]) - len(text[start:].lstrip(" "))
        word = text[start:].split(maxsplit=1)[:1] if words.is_spaced else []
        title = words.honorifics.match(text, start) or _OF_COUNTRY.match(text, start)
        if title:
            start = title.end()
        elif word and is_country(word[0], words):
            start += len(word[0])
        else:
            return start
