"""Serbian in its two scripts, which say the same letter by letter."""

from __future__ import annotations

import re

_LETTERS = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "ђ": "đ", "е": "e", "ж": "ž", "з": "z",
    "и": "i", "ј": "j", "к": "k", "л": "l", "љ": "lj", "м": "m", "н": "n", "њ": "nj", "о": "o",
    "п": "p", "р": "r", "с": "s", "т": "t", "ћ": "ć", "у": "u", "ф": "f", "х": "h", "ц": "c",
    "ч": "č", "џ": "dž", "ш": "š",
}  # fmt: skip
_LATIN = str.maketrans(
    {**_LETTERS, **{sign.upper(): latin.capitalize() for sign, latin in _LETTERS.items()}}
)
_CYRILLIC = {latin: sign for sign, latin in _LETTERS.items()}
_LETTER = re.compile("lj|nj|dž|[a-zđžćčš]", re.IGNORECASE)


def to_latin(text: str) -> str:
    """``text`` with Cyrillic letters in Latin ones; exact in this direction."""
    return text.translate(_LATIN)


def to_cyrillic(text: str) -> str:
    """``text`` with Latin letters in Cyrillic ones.

    “nj” and “dž” are one letter, save in a few words such as “injekcija” and “nadživeti”.
    """
    return _LETTER.sub(_cyrillic, text)


def _cyrillic(match: re.Match[str]) -> str:
    latin = match.group()
    sign = _CYRILLIC.get(latin.lower(), latin)
    return sign.upper() if latin[0].isupper() else sign
