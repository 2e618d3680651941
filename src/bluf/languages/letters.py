"""Numbers written in words: “twenty-five”, “quatre-vingt-dix”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from bluf.languages.language import Language, language
from bluf.languages.pattern import either, pattern

_BETWEEN = re.compile(r"[\s-]+(?:(?:and|et|y|e|und|и|i)\s+)?|\s*و\s*", re.IGNORECASE)
_HUNDRED, _TEN = 100, 10
HALF = Decimal("0.5")


def numbers_in_words(text: str, tag: str) -> Iterator[tuple[int, int, Decimal]]:
    """Numbers that a text writes in words: where each starts and ends, and its value."""
    known = language(tag)
    if not pattern(tuple(_table(known.tag)), known.script).may_stand_in(text):
        return
    for run in _runs(text, known.tag):
        start = run[0].start()
        near = text[max(0, start - 8) : start]
        if not near.rstrip(" \u00a0\u202f-")[-1:].isdigit():
            yield from _numbers(run, known)


def _runs(text: str, tag: str) -> Iterator[list[re.Match[str]]]:
    """The number words of a text, those that follow each other together."""
    run: list[re.Match[str]] = []
    for word in _word(tag).finditer(text):
        if run and not _BETWEEN.fullmatch(text, run[-1].end(), word.start()):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _numbers(run: list[re.Match[str]], known: Language) -> Iterator[tuple[int, int, Decimal]]:
    """The numbers of one run of number words, each as long as its words add up.

    A run of multipliers alone, such as “millions”, is no number, unless the first is one by itself.
    """
    read = [(word, *_value(word.group(), known)) for word in run]
    while read and read[0][1] == HALF:
        del read[0]
    if not read or (
        all(multiplies or value == HALF for _, value, multiplies in read)
        and not any(_folded(read[0][0].group(), known) in each for each in known.numbers.values())
    ):
        return
    start, last = read[0][0].start(), Decimal(0)
    total = part = Decimal(0)
    end, scale = start, Decimal(1)
    for word, number, multiplies in read:
        value = number * scale if number == HALF else number
        adds = word.start() == start or multiplies or number == HALF
        if not adds and not _adds(last, value, known):
            yield start, end, total + part
            start, total, part = word.start(), Decimal(0), Decimal(0)
        total, part = _count(total, part, value, multiplies=multiplies)
        last, end, scale = value, word.end(), value if multiplies else Decimal(1)
    yield start, end, total + part


def _count(
    total: Decimal, part: Decimal, value: Decimal, *, multiplies: bool
) -> tuple[Decimal, Decimal]:
    if not multiplies:
        return total, part + value
    if value <= _HUNDRED:
        return total, max(part, Decimal(1)) * value
    if total and value > total:  # mil millones: the whole is multiplied
        return (total + part) * value, Decimal(0)
    return total + max(part, Decimal(1)) * value, Decimal(0)


def _adds(last: Decimal, value: Decimal, known: Language) -> bool:
    """Whether a word goes on with the number: “twenty” with “five”, not “four” with “two”."""
    if known.script == "Arab":
        return value >= _TEN or last >= _HUNDRED
    return value < last and last % _TEN == 0


@cache
def _table(tag: str) -> dict[str, tuple[Decimal, bool]]:
    known = language(tag)
    table = {
        _small(word): (Decimal(n), False) for n, words in known.numbers.items() for word in words
    }
    for factor, words in known.multipliers.items():
        if factor > 1:
            number = (factor, factor >= _TEN)
            table.update({_small(word): number for word in words if len(word) > 1})
    return table | {_small(words): (HALF, False) for words in known.halves}


def _value(word: str, known: Language) -> tuple[Decimal, bool]:
    table = _table(known.tag)
    return table.get(word) or table[_folded(word, known)]


def _small(word: str) -> str:
    return " ".join(word.lower().replace("’", "'").split())


def _folded(word: str, known: Language) -> str:
    small = _small(word)
    if known.script != "Arab":
        return small
    return small if small in _table(known.tag) else small[1:]


@cache
def _word(tag: str) -> re.Pattern[str]:
    known = language(tag)
    joined = either(_table(tag))
    prefix = "و?" if known.script == "Arab" else ""
    return re.compile(rf"(?<!\w){prefix}(?:{joined})(?!\w)", re.IGNORECASE)
