"""Negations and number words, as far as a list can decide.

A word that is on no list decides nothing. Serbian is looked up in Latin letters, whichever script
the text is in; Croatian, Bosnian and Montenegrin use the same lists.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_CYRILLIC = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "ђ": "đ", "е": "e", "ж": "ž", "з": "z",
        "и": "i", "ј": "j", "к": "k", "л": "l", "љ": "lj", "м": "m", "н": "n", "њ": "nj", "о": "o",
        "п": "p", "р": "r", "с": "s", "т": "t", "ћ": "ć", "у": "u", "ф": "f", "х": "h", "ц": "c",
        "ч": "č", "џ": "dž", "ш": "š",
    }
)  # fmt: skip

_SAME_LISTS = {"hr": "sr", "bs": "sr", "cnr": "sr", "sh": "sr"}


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NEGATIONS: Mapping[str, frozenset[str]] = {
    "en": _words(
        "not no never none nothing neither nor without cannot nobody nowhere hardly non "
        "don doesn didn isn aren wasn weren won wouldn couldn shouldn hasn haven hadn t"
    ),
    "sr": _words(
        "ne nije nisu nisam nismo niste neće nećemo neću nećete nema nemaju nemamo nikad nikada "
        "niko ništa bez ni niti"
    ),
    "fr": _words("ne n pas jamais aucun aucune sans rien ni non nul nulle"),
    "de": _words(
        "nicht kein keine keinen keinem keiner keines nie niemals ohne weder nichts niemand"
    ),
    "es": _words("no nunca jamás sin ningún ninguna ninguno nada nadie tampoco ni"),
    "ru": _words("не нет ни никогда без нельзя"),
    "ar": _words("لا لم لن ليس ليست ما بدون غير"),
    "zh": frozenset("不没沒未无無非否勿"),
}
"""Words that turn a statement into its opposite. An English elision counts by its first half:
``didn't`` is read as ``didn`` and ``t``; ``can't`` by its second."""

NUMBERS: Mapping[str, frozenset[str]] = {
    "en": _words(
        "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty "
        "hundred thousand million billion half dozen first second third"
    ),
    "sr": _words(
        "jedan jedna dva dve tri četiri pet šest sedam osam devet deset sto hiljada hiljadu "
        "milion miliona milijarda milijardi"
    ),
    "fr": _words(
        "deux trois quatre cinq six sept huit neuf dix vingt cent mille million millions "
        "milliard milliards"
    ),
    "de": _words(
        "zwei drei vier fünf sechs sieben acht neun zehn zwölf hundert tausend million millionen "
        "milliarde milliarden"
    ),
    "es": _words(
        "dos tres cuatro cinco seis siete ocho nueve diez veinte cien mil millón millones"
    ),
}
"""Number words; those that are articles as well are left out."""


def language_of(tag: str) -> str:
    """The language by whose lists a text with this BCP 47 tag is read."""
    primary = tag.replace("_", "-").split("-")[0].lower()
    return _SAME_LISTS.get(primary, primary)


def folded(text: str, language: str) -> str:
    """``text`` as the lists spell it: in small letters, and Serbian in Latin ones."""
    small = text.lower()
    return small.translate(_CYRILLIC) if language == "sr" else small


def negations_in(words: list[str], tag: str) -> list[str]:
    """Those of ``words`` that negate, in a text whose BCP 47 tag is ``tag``."""
    language = language_of(tag)
    known = NEGATIONS.get(language, frozenset())
    return [word for word in words if folded(word, language) in known]


def numbers_in(words: list[str], tag: str) -> list[str]:
    """Those of ``words`` that are numbers, in figures or in letters."""
    language = language_of(tag)
    known = NUMBERS.get(language, frozenset())
    return [
        word
        for word in words
        if any(sign.isdigit() for sign in word) or folded(word, language) in known
    ]
