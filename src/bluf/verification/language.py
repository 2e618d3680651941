"""In which language a text is, as far as its script and its words can tell."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache

from bluf.languages import language, languages

_MOST_WORDS = 4000
_SCRIPTS = {"LATIN": "Latn", "CYRILLIC": "Cyrl", "ARABIC": "Arab", "CJK": "Hani"}
_SERBIAN = re.compile(r"[јљњћџђ]")
_RUSSIAN = re.compile(r"[ыэщъё]")
_WORD = re.compile(r"[^\W\d_]+")


def guess_language(text: str) -> str:
    """The tag of the language whose words are most frequent in a text; English where none is.

    A text of several languages is taken for the one that prevails.
    """
    words = Counter(each[0].lower() for each in _WORD.finditer(text[: _MOST_WORDS * 8]))
    script = _script("".join(words))
    if script == "Cyrl":
        sample = " ".join(words)
        return "sr" if len(_SERBIAN.findall(sample)) > len(_RUSSIAN.findall(sample)) else "ru"
    scores = {
        tag: sum(words[word] for word in _telling(tag))
        for tag in languages()
        if language(tag).script == script
    }
    best = max(scores, key=lambda tag: scores[tag], default="en")
    return best if len(scores) == 1 or scores.get(best) else "en"


def _script(letters: str) -> str:
    """The ISO 15924 code of the script that prevails; the sample is enough."""
    found = Counter(
        _SCRIPTS.get(unicodedata.name(letter, "").partition(" ")[0], "")
        for letter in letters[:2000]
    )
    return found.most_common(1)[0][0] if found else ""


@cache
def _telling(tag: str) -> frozenset[str]:
    """Single words by which a language is known: negations, conditions, wishes, months, reports."""
    known = language(tag)
    turns, calendar = known.turns, known.calendar
    lists = [
        turns.negations,
        turns.conditions,
        turns.futures,
        turns.hedges,
        turns.turning,
        known.about,
        known.speech.reporting,
        *calendar.months.values(),
        *calendar.weekdays.values(),
        *known.numbers.values(),
    ]
    words = (word.lower() for each in lists for word in each)
    return frozenset(word for word in words if _WORD.fullmatch(word) and len(word) > 1)
