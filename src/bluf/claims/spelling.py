"""How names compare: with and without accents, from script to script, declined."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from bluf.languages import language

_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "ђ": "đ", "ѓ": "gj", "е": "e",
    "ё": "e", "є": "ie", "ж": "ž", "з": "z", "и": "i", "і": "i", "ї": "i", "й": "i", "ј": "j",
    "к": "k", "л": "l", "љ": "lj", "м": "m", "н": "n", "њ": "nj", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "ћ": "ć", "ќ": "kj", "у": "u", "ў": "u", "ф": "f", "х": "h", "ц": "c",
    "ч": "č",
    "џ": "dž", "ш": "š", "щ": "šč", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "ju", "я": "ja",
}  # fmt: skip
_LATIN = str.maketrans(_CYRILLIC)
_BARRED = str.maketrans({"đ": "d", "ł": "l", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d",
                         "þ": "th", "ı": "i", "ħ": "h", "ə": "e"})  # fmt: skip
_SPELT_OUT = str.maketrans({"đ": "dj", "ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
_SOUNDS = (
    ("shch", "sc"), ("sch", "s"), ("sh", "s"), ("zh", "z"), ("kh", "h"), ("gh", "g"), ("ch", "c"),
    ("tch", "c"), ("ts", "c"), ("tz", "c"), ("ck", "k"), ("x", "ks"), ("w", "v"), ("ph", "f"),
    ("qu", "kv"), ("q", "k"), ("th", "t"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("dj", "d"),
    ("yu", "u"), ("iu", "u"), ("ju", "u"), ("ya", "a"), ("ia", "a"), ("ja", "a"),
    ("y", "i"), ("j", "i"), ("c", "k"),
)  # fmt: skip
_VOWELS = "aeiou"
_STEM = 3
_KEPT = 32768
"""So many words are remembered as they compare: those of several long sources."""
_ADJECTIVES = ("ii", "yi", "oi")
"""How the names of Russian end that are declined as adjectives: “Uspenskij”, “Uspenskogo”."""
_FLEETING = ("ar", "ac", "ak", "el", "ec", "ek", "ok")
"""Where Slavic names lose a vowel: “Aleksandar”, “Aleksandrom”; not “Oleg”, “Marat”, “Daniel”."""
_OBLIQUE = frozenset({"ogo", "omu", "ym", "oj", "yh", "ih", "im", "og", "om"})
"""How adjectives of Slavic names end in other cases: „Чёрному морю“, „Чёрного моря“."""
_SOFT = ("ja", "ju")
"""How a soft vowel of Russian is written, which other cases replace as a whole."""
_BEFORE_I = {"ka": "ci", "ga": "zi", "ha": "si"}
"""What becomes of these endings in the dative of Serbian: “Banjaluka”, „u Banjaluci“."""


@lru_cache(_KEPT)
def forms(word: str) -> frozenset[str]:
    """The usual ways to write a word in plain Latin letters: “duric” and “djuric” for “Đurić”."""
    small = word.lower().replace(".", "")
    if small.isascii():
        return frozenset({small})
    small = small.translate(_LATIN)
    return frozenset({_plain(small.translate(_BARRED)), _plain(small.translate(_SPELT_OUT))})


def lettered(word: str) -> frozenset[str]:
    """A Cyrillic word letter by letter: ш is another one than с."""
    return frozenset({word.lower().replace(".", "").translate(_LATIN)})


def _plain(word: str) -> str:
    letters = unicodedata.normalize("NFD", word.translate(_BARRED))
    return "".join(sign for sign in letters if not unicodedata.combining(sign))


@lru_cache(_KEPT)
def sound(word: str) -> str:
    """A rough key of how a name sounds: “Vashington”, “Washington” and „Вашингтон“ have one."""
    key = min(forms(word))
    for written, heard in _SOUNDS:
        key = key.replace(written, heard)
    return "".join(sign for sign, last in zip(key, " " + key, strict=False) if sign != last)


@lru_cache(_KEPT)
def skeleton(word: str) -> str:
    """The consonants of how a name sounds, since scripts differ in vowels: “Tramp” for “Trump”."""
    heard = sound(word)
    first = "a" if heard[:1] in _VOWELS else heard[:1]
    return first + "".join(sign for sign in heard[1:] if sign not in _VOWELS)


@cache
def endings(tag: str) -> frozenset[str]:
    """What a name of a language may end in besides, plainly written."""
    return frozenset(form for ending in language(tag).people.endings for form in forms(ending))


def declined(base: str, form: str, endings: frozenset[str]) -> bool:
    """Whether a form is a word with an ending of its language, or with another: “Srbije”."""
    soft = base.endswith((*_SOFT, *_ADJECTIVES))
    before_i = _BEFORE_I.get(base[-2:]) if "i" in endings else None
    if before_i and form == base[:-2] + before_i:
        return True
    bare = base[:-1] if base[-1:] in _VOWELS or base[-1:] in endings else base
    fleeting = base.endswith(_FLEETING) and base[-3:-2] not in _VOWELS and "om" in endings
    for end in _OBLIQUE:
        if base.endswith(end) and end in endings and len(base) > _STEM + len(end):
            stem = base[: -len(end)]
            if form.startswith(stem) and form[len(stem) :] in _OBLIQUE & endings:
                return True
    for stem in (base, bare, base[: -2 if soft else None], *([base[:-2] + base[-1:]] * fleeting)):
        if len(stem) >= _STEM and form.startswith(stem) and form[len(stem) :] in endings:
            return True
    return False


def near(word: str, other: str) -> bool:
    """Whether one word may be a slip for the other, and neither is derived from the other."""
    if forms(word) & forms(other):
        return False
    one, two = min(forms(word)), min(forms(other))
    shorter, longer = sorted((one, two), key=len)
    if len(shorter) < _SHORT or _derived(shorter, longer):
        return False
    most = 2 if len(shorter) >= _LONG else 1
    if len(longer) - len(shorter) > most or len({*one} ^ {*two}) > 2 * most:
        return False  # each slip leaves two letters at most that the other word has not
    return distance(one, two) <= most


_SHORT, _LONG = 4, 8
"""A shorter word is too like others; a longer one may have two wrong letters."""


def _derived(shorter: str, longer: str) -> bool:
    """“Serbian” of “Serbia”, “Belgians” of “Belgium”: one goes on where the other ends."""
    stem = shorter[: max(_SHORT, len(shorter) - 1)]
    further = len(longer) > len(shorter) + 1
    return longer.startswith(stem if further else shorter)


def distance(one: str, two: str) -> int:
    """How many letters are added, left out, replaced or swapped between two words."""
    before: list[int] = []
    row = list(range(len(two) + 1))
    for i, left in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, right in enumerate(two, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (left != right))
            swapped = i > 1 and j > 1 and left == two[j - 2] and right == one[i - 2]
            row.append(min(cost, earlier[j - 2] + 1) if swapped else cost)
    return row[-1]


def script_of(word: str) -> str:
    """``LATIN``, ``CYRILLIC``, ``ARABIC``, ``CJK``, …: by the first letter; empty without one."""
    return next((_script(sign) for sign in word if sign.isalpha()), "")


@cache
def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]
