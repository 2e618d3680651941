"""Which language a text is in, as its letters and its commonest words say."""

from __future__ import annotations

import re
from collections import Counter

from bluf.languages import draft_words

_LATIN = ("en", "fr", "es", "de", "pt", "sr-Latn")
_SERBIAN = re.compile("[ђјљњћџЂЈЉЊЋЏ]")
_SCRIPTS = (
    ("zh", re.compile(r"[\u4e00-\u9fff]"), 1),
    ("ar", re.compile(r"[\u0600-\u06ff]"), 2),
    ("ru", re.compile(r"[\u0400-\u04ff]"), 2),
)


def language_in(text: str) -> str | None:
    """The language of a text, one of those that a draft can read; None where none is likely."""
    letters = sum(sign.isalpha() for sign in text)
    for language, pattern, share in _SCRIPTS:
        if letters and len(pattern.findall(text)) * 2 * share > letters:
            return "sr-Cyrl" if language == "ru" and _SERBIAN.search(text) else language
    words = Counter(re.findall(r"\w+", text.lower()))
    common = {language: draft_words(language, "look")["common"] for language in _LATIN}
    scores = {language: sum(map(words.__getitem__, each)) for language, each in common.items()}
    best = max(scores, key=lambda language: scores[language])
    return best if scores[best] else None
