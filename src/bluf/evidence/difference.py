"""What kind of difference lies between a quotation and the passage nearest to it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from bluf.evidence.words import words_of
from bluf.languages import language, negations_in, numbers_in, to_latin

if TYPE_CHECKING:
    from bluf.evidence.nearest import Nearest


class DifferenceKind(StrEnum):
    """How two readings differ, in the words of a message; the gravest stands first."""

    NEGATION = "a negation"
    DATE = "a date"
    NUMBER = "a number"
    NAME = "a name"
    WORDS = "words"
    SCRIPT = "letters of another script"
    INVISIBLE = "a character that cannot be seen"
    SCANNED = "letters that a scan confuses"
    ACCENTS = "accents"
    CASE = "capital and small letters"
    TYPOGRAPHY = "punctuation or spaces"


_LOOK_ALIKES = str.maketrans(
    "аАВеЕѕЅіІјЈкКМНоОрРсСТуУхХԁһΑΒΕΖΗΙΚΜΝΟΡΤΥΧονι", "aABeEsSiIjJkKMHoOpPcCTyYxXdhABEZHIKMNOPTYXovi"
)
"""Cyrillic and Greek letters with the Latin ones that look the same (after UTS #39)."""

_SCANNED_PAIRS = (("rn", "m"), ("cl", "d"), ("vv", "w"))
_SCANNED = str.maketrans("1I|0O5682", "lllooSGBZ")
_BARRED = str.maketrans({"đ": "d", "Đ": "D", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "ß": "ss"})
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_FULL_DATE = re.compile(r"\d{1,2}[./-] ?\d{1,2}[./-] ?\d{2,4}|\d{4}-\d\d-\d\d")
_ENDING = 2
"""A month's name may take a case ending of so many letters: “avgusta”, “августа”."""
_SHORT = 4
"""A word of so many letters takes no ending: “Sunny” is no day."""


def kinds(
    near: Nearest, tag: str, names: frozenset[str] = frozenset()
) -> tuple[DifferenceKind, ...]:
    """The kinds of difference between a quotation and a passage, the gravest first.

    Args:
        near: The two, with their differences.
        tag: Language of the source, as a BCP 47 tag.
        names: Words that are part of a name in this brief, in small letters.
    """
    found = set()
    for (here, _), (quoted, stands) in zip(near.differences, near.pairs(), strict=True):
        found.add(_kind(quoted, stands, _around(near.quoted, *here), tag, names))
    return tuple(kind for kind in DifferenceKind if kind in found)


def _around(text: str, start: int, end: int, reach: int = 16) -> str:
    return text[max(0, start - reach) : end + reach]


def _kind(quoted: str, stands: str, around: str, tag: str, names: frozenset[str]) -> DifferenceKind:
    here, there = words_of(quoted), words_of(stands)
    if sorted(negations_in(here, tag)) != sorted(negations_in(there, tag)):
        return DifferenceKind.NEGATION
    alike = next((kind for kind, same in _SAME if same(quoted, stands)), None)
    if alike:
        return alike
    words = [*here, *there]
    if _is_date(words, around, tag):
        return DifferenceKind.DATE
    if numbers_in(words, tag):
        return DifferenceKind.NUMBER
    return DifferenceKind.NAME if _is_name(words, tag, names) else DifferenceKind.WORDS


def _same_by(fold: Callable[[str], str]) -> Callable[[str, str], bool]:
    return lambda one, other: fold(one) == fold(other)


def _visible(text: str) -> str:
    return "".join(sign for sign in text if unicodedata.category(sign) != "Cf")


def _only_words(text: str) -> str:
    return "".join(words_of(text))


def _as_scanned(text: str) -> str:
    for pair, single in _SCANNED_PAIRS:
        text = text.replace(pair, single)
    return text.translate(_SCANNED)


def _without_accents(text: str) -> str:
    letters = unicodedata.normalize("NFD", text.translate(_BARRED))
    return "".join(sign for sign in letters if not unicodedata.combining(sign))


def _in_base_letters(text: str) -> str:
    return _without_accents(text.replace("đ", "dj").replace("Đ", "Dj"))


_SAME: tuple[tuple[DifferenceKind, Callable[[str, str], bool]], ...] = (
    (DifferenceKind.INVISIBLE, _same_by(_visible)),
    (DifferenceKind.TYPOGRAPHY, _same_by(_only_words)),
    (DifferenceKind.CASE, _same_by(str.casefold)),
    (DifferenceKind.SCRIPT, _same_by(lambda text: text.translate(_LOOK_ALIKES))),
    (DifferenceKind.SCRIPT, _same_by(lambda text: to_latin(text.lower()))),
    (DifferenceKind.ACCENTS, _same_by(_without_accents)),
    (DifferenceKind.ACCENTS, _same_by(_in_base_letters)),
    (DifferenceKind.SCANNED, _same_by(_as_scanned)),
)
"""Ways in which two texts can be the same to a reader, the slightest first."""


def _is_date(words: Iterable[str], around: str, tag: str) -> bool:
    months = _calendar_words(tag)
    near = words_of(around)
    named = any(_is_calendar_word(word, months) for word in (*words, *near))
    figures = any(sign.isdigit() for word in words for sign in word)
    return (
        any(_is_calendar_word(word, months) for word in words)
        or any(_YEAR.match(word) for word in words)
        or (figures and (named or _FULL_DATE.search(around) is not None))
    )


def _is_calendar_word(word: str, known: frozenset[str]) -> bool:
    endings = _ENDING if len(word) > _SHORT else 0
    return any(word[: len(word) - cut] in known for cut in range(endings + 1))


@cache
def _calendar_words(tag: str) -> frozenset[str]:
    """Names of months and days of the week."""
    calendar = language(tag).calendar
    return frozenset(
        name for names in (*calendar.months.values(), *calendar.weekdays.values()) for name in names
    )


def _is_name(words: Iterable[str], tag: str, names: frozenset[str]) -> bool:
    """Whether one of the words is a name: a known one, or a capital where nouns have none."""
    capitals = language(tag).capitals != "nouns"
    return any(word.lower() in names or (capitals and word[:1].isupper()) for word in words)
