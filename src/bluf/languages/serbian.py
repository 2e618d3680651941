"""Serbian in its two scripts, which say the same letter by letter."""

from __future__ import annotations

from itertools import product

_LETTERS = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "ђ": "đ", "е": "e", "ж": "ž", "з": "z",
    "и": "i", "ј": "j", "к": "k", "л": "l", "љ": "lj", "м": "m", "н": "n", "њ": "nj", "о": "o",
    "п": "p", "р": "r", "с": "s", "т": "t", "ћ": "ć", "у": "u", "ф": "f", "х": "h", "ц": "c",
    "ч": "č", "џ": "dž", "ш": "š",
}  # fmt: skip
_LATIN = str.maketrans(
    {**_LETTERS, **{sign.upper(): latin.capitalize() for sign, latin in _LETTERS.items()}}
)
_SPELLINGS = {
    "".join(letters): sign if letters[0].islower() else sign.upper()
    for sign, latin in _LETTERS.items()
    for letters in product(*zip(latin, latin.upper(), strict=True))
}
_PAIRS = {latin: sign for latin, sign in _SPELLINGS.items() if latin[1:]}
_CYRILLIC = str.maketrans({latin: _SPELLINGS[latin] for latin in _SPELLINGS.keys() - _PAIRS})


def to_latin(text: str) -> str:
    """``text`` with Cyrillic letters in Latin ones; exact in this direction."""
    return text.translate(_LATIN)


def to_cyrillic(text: str) -> str:
    """``text`` with Latin letters in Cyrillic ones.

    “nj” and “dž” are one letter, save in a few words such as “injekcija” and “nadživeti”.
    """
    for pair, sign in _PAIRS.items():
        text = text.replace(pair, sign)
    return text.translate(_CYRILLIC)
