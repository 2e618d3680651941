"""List levels, their labels and counters (ECMA-376 part 1, 17.9)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from lxml.etree import _Element
from msgspec import Struct

from octavo.ooxml import is_on
from octavo.pages.formats import Properties
from octavo.pages.properties import merge, read_paragraph, read_run
from octavo.pages.reading import Reading, Unmeasurable
from octavo.pages.tags import W, value, whole

_MOST_COUNTED = 30_000
_LAST_LEVEL = 8
"""17.9.3: the levels of a list are 0 to 8."""
_LONGEST_LABEL = 255
_PLACE = re.compile("%([1-9])")


class NumberingLevel(Struct, frozen=True):
    """One ``w:lvl``: how its label looks and how far its paragraphs are indented."""

    start: int
    kind: str
    text: str
    suffix: str
    legal: bool
    restart: int | None
    paragraph: Properties
    run: Properties


class Numbering:
    """The lists of a document."""

    def __init__(self, root: _Element | None, reading: Reading) -> None:
        self._reading = reading
        self._lists: dict[int, tuple[dict[int, NumberingLevel], str]] = {}
        self._abstract: dict[str | None, _Element] = {}
        self._numbers: dict[int, _Element] = {}
        if root is not None:
            for found in root.iterfind(W + "abstractNum"):
                self._abstract[found.get(W + "abstractNumId")] = found
            for found in root.iterfind(W + "num"):
                self._numbers[whole(found.get(W + "numId"))] = found

    def level(self, number: int, level: int) -> NumberingLevel | None:
        """The level of a list; None where the list does not exist."""
        return self._list(number)[0].get(level)

    def list_of(self, number: int) -> str:
        """Name of the list whose counters ``number`` shares (17.9.15)."""
        return self._list(number)[1]

    def _list(self, number: int) -> tuple[dict[int, NumberingLevel], str]:
        """The levels of a list and its name, read when first asked for."""
        if number not in self._lists:
            self._lists[number] = self._read(number)
        return self._lists[number]

    def indented(self, own: Properties, inherited: Properties) -> Properties:
        """Properties on top of those that the list level they name brings along (17.9.22)."""
        if "number" not in own:
            return own
        found = self.level(own["number"], (inherited | own).get("level", 0))
        return own if found is None else merge(found.paragraph, own)

    def _read(self, number_id: int) -> tuple[dict[int, NumberingLevel], str]:
        number = self._numbers.get(number_id)
        abstract_id = value(number, "abstractNumId")
        base = self._abstract.get(abstract_id)
        if number is None or base is None:
            return {}, ""
        levels = {whole(one.get(W + "ilvl")): one for one in base.iterfind(W + "lvl")}
        starts: dict[int, int] = {}
        for override in number.iterfind(W + "lvlOverride"):
            at = whole(override.get(W + "ilvl"))
            own = override.find(W + "lvl")
            if own is not None:
                levels[at] = own
            start = value(override, "startOverride")
            if start is not None:
                starts[at] = whole(start)
        if max(levels, default=0) > _LAST_LEVEL:
            raise Unmeasurable("a list of more than nine levels", base)
        read = {at: self._read_level(one, starts.get(at)) for at, one in levels.items()}
        return read, f"{number_id}*" if starts else abstract_id or ""

    def _read_level(self, element: _Element, start: int | None) -> NumberingLevel:
        legal = element.find(W + "isLgl")
        restart = value(element, "lvlRestart")
        return NumberingLevel(
            start=whole(value(element, "start")) if start is None else start,
            kind=value(element, "numFmt") or "decimal",
            text=value(element, "lvlText") or "",
            suffix=value(element, "suff") or "tab",
            legal=legal is not None and is_on(legal),
            restart=None if restart is None else whole(restart),
            paragraph=read_paragraph(element.find(W + "pPr"), self._reading),
            run=read_run(element.find(W + "rPr"), self._reading.theme),
        )


class Counters:
    """The state of all lists while a document is read from its start."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._counts: dict[str, dict[int, int]] = {}

    def label(self, number: int, level: int) -> tuple[NumberingLevel, str] | None:
        """Count one paragraph; gives its level and the text of its label."""
        found = self._numbering.level(number, level)
        if found is None:
            return None
        counts = self._counts.setdefault(self._numbering.list_of(number), {})
        counts[level] = counts.get(level, found.start - 1) + 1
        for deeper in [at for at in counts if at > level]:
            del counts[deeper]

        def shown(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            other = self._numbering.level(number, at) or found
            kind = "decimal" if found.legal and at != level else other.kind
            return _spell(counts.get(at, other.start), kind)

        text = _PLACE.sub(shown, found.text)
        if len(text) > _LONGEST_LABEL:
            raise Unmeasurable(f"a list label of more than {_LONGEST_LABEL} characters")
        return found, text


def _spell(count: int, kind: str) -> str:
    """ST_NumberFormat (17.18.59), those whose labels differ in width in Latin lists."""
    if kind not in _SPELLINGS:
        raise Unmeasurable(f"list numbers of the kind “{kind}”")
    if count > _MOST_COUNTED:
        raise Unmeasurable(f"a list that counts past {_MOST_COUNTED:,}")
    return _SPELLINGS[kind](count)


def _letters(count: int) -> str:
    return chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)


def _roman(count: int) -> str:
    spelt = ""
    for figure, letters in _ROMAN:
        spelt += letters * (count // figure)
        count %= figure
    return spelt


def _ideographs(count: int) -> str:
    """Up to 99 all countings in ideographs are one."""
    if count > _MOST_IDEOGRAPHS:
        raise Unmeasurable(f"a list that counts past {_MOST_IDEOGRAPHS} in ideographs")
    tens, ones = divmod(count, 10)
    before = _DIGITS[tens] * (tens > 1) + "十" * (tens > 0)
    return before + (_DIGITS[ones] if ones or not tens else "")


_DIGITS, _MOST_IDEOGRAPHS = "〇一二三四五六七八九", 99
_ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    )
)
_SPELLINGS: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda count: f"{count:02}",
    "lowerLetter": _letters,
    "upperLetter": lambda count: _letters(count).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda count: _roman(count).upper(),
    **dict.fromkeys(("chineseCounting", "chineseCountingThousand"), _ideographs),
    **dict.fromkeys(("taiwaneseCounting", "taiwaneseCountingThousand"), _ideographs),
    "japaneseCounting": _ideographs,
    "bullet": lambda _: "",
    "none": lambda _: "",
}
