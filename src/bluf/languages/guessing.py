"""In which language a text is, as far as its script and its most usual words can tell."""

from __future__ import annotations

import re
from collections import Counter

from bluf.languages.language import draft_words

_LATIN = ("en", "fr", "es", "de", "pt", "sr-Latn")
_SERBIAN, _RUSSIAN = re.compile("[ђјљњћџЂЈЉЊЋЏ]"), re.compile("[ыэщъёЫЭЩЪЁ]")
_SCRIPTS = (
    ("zh", r"[\u4e00-\u9fff]", 1),
    ("ar", r"[\u0600-\u06ff]", 2),
    ("ru", r"[\u0400-\u04ff]", 2),
)
_SAMPLE = 1 << 15


def language_in(text: str) -> str | None:
    """The language that prevails in a text; None where none is likely."""
    text = text[:_SAMPLE]
    letters = sum(sign.isalpha() for sign in text)
    for tag, script, share in _SCRIPTS:
        if letters and len(re.findall(script, text)) * 2 * share > letters:
            serbian = tag == "ru" and len(_SERBIAN.findall(text)) > len(_RUSSIAN.findall(text))
            return "sr-Cyrl" if serbian else tag
    words = Counter(re.findall(r"\w+", text.lower()))
    common = {tag: draft_words(tag, "look")["common"] for tag in _LATIN}
    scores = {tag: sum(map(words.__getitem__, each)) for tag, each in common.items()}
    best = max(scores, key=lambda tag: scores[tag])
    return best if scores[best] else None
