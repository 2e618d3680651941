"""The figures of a text: numbers, amounts, shares, with their units, in digits or in words."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from bluf.languages.clock import times_in
from bluf.languages.dates import dates_in
from bluf.languages.digits import NUMBER, values
from bluf.languages.han import han_numbers
from bluf.languages.language import Language, language
from bluf.languages.letters import HALF, numbers_in_words
from bluf.languages.pattern import pattern
from bluf.languages.remembering import remembered
from bluf.languages.senses import senses_in
from bluf.languages.units import (
    PERCENT,
    factors,
    half_behind,
    money_behind,
    multiplier,
    unit_after,
    unit_before,
)

_BLOT = "\n"
COUNTED = "counted"
_ADDRESS = re.compile(r"https?://\S+|\S+@\S+|\b\d{1,2}:\d{2}\b|(?m:^[ \t]*\d{1,2}[.)])(?=\s)")
"""What has digits and is no figure: an address, a time, the number of a line in a list."""
_ORDINAL = re.compile(
    r"(?:st|nd|rd|th|er|re|e|ère|\.?[ºª]|°|-?(?:й|я|го|му|м|х|е)|ter|te|tes)\b(?!\s*\w*%)"
)
_RANGE = re.compile(r"\s*[-–—]\s*|\s+(?:to|and|à|et|bis|und|a|y|до|do|إلى|至|到)\s+|[至到~～]")
_SENTENCE_START = re.compile(r"(?:^|[.!?。！？:\n]\s*[\"“„«]?)$")
_LAST_WORD = re.compile(r"([^\W\d_][\w.’'-]*)[\s\u00a0]*$")


class Figure(Struct, frozen=True):
    """A figure.

    Attributes:
        start: Where it starts in the text.
        end: Where it ends, with its unit.
        words: As it stands there.
        values: What it may stand for; several where the way of writing leaves a choice.
        unit: ``percent``, an ISO 4217 code, an English unit, ``counted`` with the noun that follows
            in ``noun``, or nothing.
        noun: The word that follows a figure without a unit.
        rounded: Whether “about” or the like stands before it.
        bound: 1 where that says that it is more, -1 where it says that it is less.
        label: The word whose number it is, as in “resolution 1244” and “Expo 2027”.
        spelt: Whether it is written in words.
    """

    start: int
    end: int
    words: str
    values: frozenset[Decimal]
    unit: str = ""
    noun: str = ""
    rounded: bool = False
    label: str = ""
    spelt: bool = False
    bound: int = 0

    def agrees(self, other: Figure) -> bool:
        """Whether two figures can be the same one; “about 400” is 413 as well.

        “More than 400” is neither 400 nor 390; a figure without a bound leaves one out.
        """
        units = {self.unit, other.unit}
        if (COUNTED in units and not units <= _LOOSE) or not (units & _LOOSE or len(units) == 1):
            return False
        if self.values & other.values:
            return self.bound in {0, other.bound}
        return self._rounds(other)

    def is_like(self, other: Figure) -> bool:
        """Whether both may have one unit, and neither is the number of something."""
        units = {self.unit, other.unit}
        alike = len(units) == 1 or "" in units
        return alike and not (self.label or other.label)

    def counts_what(self, other: Figure) -> bool:
        """Whether one has a unit and the other counts something: “40 euros” and “40 crowns”."""
        units = {self.unit, other.unit}
        return COUNTED in units and not units <= {*_LOOSE, PERCENT}

    def _rounds(self, other: Figure) -> bool:
        """Whether the other one, of the same unit, is what this one rounds, on the right side."""
        if self.unit not in _LOOSE and self.unit != other.unit:
            return False
        if not self.rounded and (self.bound or other.bound or not self._shortens(other)):
            return False
        gaps = [(two - one, _precision(one)) for one in self.values for two in other.values]
        if self.bound:
            return min(self.values) > _SMALL and any(
                0 <= gap * self.bound <= 2 * precision for gap, precision in gaps
            )
        return any(abs(gap) <= precision for gap, precision in gaps)

    def _shortens(self, other: Figure) -> bool:
        """Whether the other one goes on behind the decimals of this one: “57.3” for “57.29”.

        A large number has none: “36,700” for “36,700.08”.
        """
        exact = max(other.values)
        if min(self.values) >= _LARGE and exact % 1 and round(exact) in self.values:
            return True
        mine, theirs = (_DECIMALS.search(each.words) for each in (self, other))
        return bool(mine and theirs and len(theirs[1]) > len(mine[1]))


_DECIMALS = re.compile(r"\d[.,٫](\d+)")
_SMALL, _NEAR, _LARGE = 20, 2, 100
"""“At most ten” is said of ten, and no rounding."""
_LOOSE = frozenset({"", COUNTED})
"""Units that may be any unit: the text does not say."""


@remembered
def figures_in(text: str, tag: str) -> tuple[Figure, ...]:
    """The figures of a text in the language of a BCP 47 tag, without its dates."""
    known = language(tag)
    masked = _masked(text, tag)
    is_han = known.script == "Hani"
    found = [*_in_words(_without_units(masked, known) if is_han else masked, known)]
    if is_han:
        masked = _blotted(masked, [(figure.start, figure.end) for figure in found])
    found += _in_digits(masked, known)
    return tuple(_ranges(masked, sorted(found, key=lambda figure: figure.start)))


def _without_units(text: str, known: Language) -> str:
    """The text without the units behind its digits, whose signs may be those of numbers: “千克”."""
    ends = (match.end() for match in NUMBER.finditer(text))
    units = (unit_after(known.tag).match(text, end) for end in ends)
    return _blotted(text, [unit.span() for unit in units if unit])


def _masked(text: str, tag: str) -> str:
    """The text with its dates, times and addresses blotted out, so that places stay."""
    spans = [(day.start, day.end) for day in dates_in(text, tag)]
    spans += [(time.start, time.end) for time in times_in(text, tag)]
    spans += [match.span() for match in _ADDRESS.finditer(text)]
    return _blotted(text, spans)


def _blotted(text: str, spans: list[tuple[int, int]]) -> str:
    pieces, last = [], 0
    for start, end in sorted(spans):
        first = max(start, last)
        pieces += [text[last:first], _BLOT * max(0, end - first)]
        last = max(last, end)
    return "".join((*pieces, text[last:]))


def _in_digits(text: str, known: Language) -> Iterator[Figure]:
    for match in NUMBER.finditer(text):
        start, end = match.span()
        if _part_of_word(text, start, end, known):
            continue
        factor, more, end = _multiplied(text, end, known)
        stands = values(match.group(), known if known.known else None)
        unit, noun, first, last = _unit(text, start, end, known)
        if unit == COUNTED and len(noun) <= _NEAR and noun.islower():
            unit, noun = "", ""  # “36 700 à l’investissement”
        half, last = _and_half(text, last, unit, known)
        read = frozenset(value * factor + more + half for value in stands)
        label = "" if unit not in _LOOSE or factor > 1 else _label(text, start, known)
        about, bound = _bounds(text, (first, last), known)
        yield Figure(first, last, text[first:last], read, unit, noun, about, label, bound=bound)


def _part_of_word(text: str, start: int, end: int, known: Language) -> bool:
    """Whether letters stand against the digits: G20, F-35, 5G, 1st."""
    if _ORDINAL.match(text, end) or (known.script == "Hani" and text[start - 1 : start] == "第"):
        return True
    before, after = text[start - 1 : start], text[end : end + 1]
    if known.script == "Hani":
        after = "" if unit_after(known.tag).match(text, end) else after
    if unit_before(known.tag).search(text[max(0, start - _PREFIX) : start]):
        return False  # “USD10”
    if known.script == "Hani":
        beside = re.search(r"[A-Za-z]-?$", text[max(0, start - _NEAR) : start])
        return bool(beside) or (after.isascii() and after.isalpha())
    if before.isalpha() or (before in "-/" and text[start - 2 : start - 1].isalpha() and before):
        return True
    multiplied = multiplier(known.tag).match(text, end) or unit_after(known.tag).match(text, end)
    return after.isalpha() and multiplied is None


def _in_words(text: str, known: Language) -> Iterator[Figure]:
    read = han_numbers if known.script == "Hani" else numbers_in_words
    for start, end, value in read(text, known.tag):
        unit, noun, first, last = _unit(text, start, end, known)
        bare = value <= 1 or known.script == "Hani" or not noun
        if (bare and unit in _LOOSE and value < _BIG) or _is_part(text, (start, end), value, known):
            continue
        half, last = _and_half(text, last, unit, known)
        about, bound = _bounds(text, (first, last), known)
        yield Figure(
            first, last, text[first:last], frozenset([value + half]), unit, noun,
            about, spelt=True, bound=bound,
        )  # fmt: skip


_BIG = 100
_PREFIX = 120
"""So far before a number stands what tells of it; a long text is not read again for each."""


def _is_part(text: str, span: tuple[int, int], value: Decimal, known: Language) -> bool:
    """Whether a word is no number alone: “mille fois”, “dix pour cent”, “mehrere hundert Euro”."""
    start, end = span
    if value > 1 and text[start:end].lower() not in factors(known.tag):
        return False
    near = text[max(0, start - _REACH) : end]
    some = _LAST_WORD.search(near[: start - end])
    shares = pattern(known.percent, known.script).finditer(near)
    return (
        not unit_after(known.tag).match(text, end)
        or any(each.end() == len(near) for each in shares)
        or any(each.pole == "some" for each in senses_in(some[1] if some else "", known.tag))
    )


def _and_half(text: str, end: int, unit: str, known: Language) -> tuple[Decimal, int]:
    """A half behind a figure with its unit, and where both end: “trois heures et demie”."""
    found = None if unit in _LOOSE else half_behind(known.tag).match(text, end)
    return (HALF, found.end()) if found else (Decimal(0), end)


def _multiplied(text: str, end: int, known: Language) -> tuple[Decimal, Decimal, int]:
    """What the words after a number multiply it by and add to it, and where they end."""
    factor, more = Decimal(1), Decimal(0)
    while match := multiplier(known.tag).match(text, end):
        if known.script == "Hani" and unit_after(known.tag).match(text, end):
            break
        number = factors(known.tag).get(" ".join(match["word"].lower().split()))
        factor, more = (factor * number, more * number) if number else (factor, factor * HALF)
        end = match.end()
    return factor, more, end


def _unit(text: str, start: int, end: int, known: Language) -> tuple[str, str, int, int]:
    """The unit of a number, or the noun after it, and where both start and end."""
    first = max(0, start - _PREFIX)
    before = unit_before(known.tag).search(text[first:start])
    if before:
        return _group(before), "", first + before.start(), end
    after = unit_after(known.tag).match(text, end)
    if after:
        return _group(after), "", start, after.end()
    money = money_behind(known.tag).match(text, end)
    if money:
        return _group(money), "", start, money.end()
    noun = re.compile(r"[\s\u00a0-]+([^\W\d_][\w’'-]*)").match(text, end)
    joined = noun and pattern(known.conjunctions, known.script).stands_for(noun[1])
    return (COUNTED, noun[1], start, end) if noun and not joined else ("", "", start, end)


def _group(match: re.Match[str]) -> str:
    return str(match.lastgroup)


def _label(text: str, start: int, known: Language) -> str:
    """The word before a number that is its name rather than its count."""
    text = text[max(0, start - _PREFIX) : start]
    words = _LAST_WORD.search(text)
    listed = pattern(known.labels, known.script)
    sign = re.search(r"(№|#|n°|nº|§)\s*$", text)
    if sign:
        return sign[1]
    if not words:
        return ""
    if listed.stands_for(words[1]):
        return words[1]
    named = words[1][:1].isupper() and known.capitals == "names"
    return words[1] if named and not _SENTENCE_START.search(text[: words.start()]) else ""


def _bounds(text: str, span: tuple[int, int], known: Language) -> tuple[bool, int]:
    """Whether “about” or the like stands beside a figure, and whether it says more or less."""
    near, behind = text[max(0, span[0] - _REACH) : span[0]], text[span[1] : span[1] + _REACH]
    inside = re.sub(r"^\W*[\d.,\s]+", "", text[slice(*span)])
    every = pattern((*known.above, *known.below, *known.about), known.script)
    if not every.may_stand_in(f"{near} {inside} {behind}"):
        return False, 0
    above, below, about = (
        max(_beside(near, behind, words, known), _beside("", inside, words, known))
        for words in (known.above, known.below, known.about)
    )
    bound = 0 if above == below else 1 if above > below else -1
    return max(above, below, about) > 0, bound


def _beside(before: str, after: str, words: tuple[str, ...], known: Language) -> int:
    """How long the longest of some words is that stands right before or behind."""
    listed = pattern(words, known.script)
    ends = (
        len(match.group())
        for match in listed.finditer(before)
        if not re.search(r"\d|\w{3,}", before[match.end() :])  # “hasta un 28 %”
    )
    begins = listed.match(after.lstrip())
    behind = begins and (
        " " in begins.group() or known.script in {"Hani", "Arab"}
    )  # “até agora” sets no bound
    return max((*ends, len(begins.group()) if begins and behind else 0))


_REACH = 24


def _ranges(text: str, found: list[Figure]) -> list[Figure]:
    """The figures, with what one end of a range says of the other: “3–5 million euros”."""
    pairs = enumerate(itertools.pairwise(found))
    for index, (one, other) in pairs:
        if one.end > other.start or not _RANGE.fullmatch(text[one.end : other.start]):
            continue
        unit = other.unit if one.unit in _LOOSE else one.unit
        scale = max(other.values) / _bare(other) if _bare(one) in one.values else 1
        scaled = frozenset(value * scale for value in one.values) | one.values
        found[index] = replace(one, values=scaled, unit=unit, noun=other.noun)
        if other.unit in _LOOSE:
            found[index + 1] = replace(other, unit=unit)
    return found


def _bare(figure: Figure) -> Decimal:
    """The number of a figure without what multiplies it."""
    match = NUMBER.search(figure.words)
    return max(values(match.group()), default=Decimal(1)) if match else max(figure.values)


def _precision(value: Decimal) -> Decimal:
    """Half of the last place that a round number gives: 50 for 400, 5 for 410."""
    if not value:
        return Decimal(0)
    exponent = value.normalize().as_tuple().exponent
    return Decimal(5).scaleb(int(exponent) - 1)
