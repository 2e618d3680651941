"""Patterns of words, as the files of languages write them, and the expressions they stand for.

``agreed`` is that word; ``(an|a|) agreement`` has alternatives, an empty one for “or nothing”;
``possib*`` takes any ending; ``_`` is any one word. Capital and small letters are the same. In
Arabic a word may bear “and”, the article and the prepositions that are written onto it, and the
forms of a letter that are often confused are the same; in Cyrillic ё may be written е; in scripts
without spaces a pattern may stand anywhere.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bluf.languages.language import Words

_OPTIONAL = re.compile(r"\s+\(([^()]*)\|\)|^\(([^()]*)\|\)\s+")
"""A group that may be nothing, with the space that then falls away."""
_SIGN = re.compile(r"\(\?:|[()|?]|\*|_|\s+|.", re.DOTALL)
_EXPRESSIONS = {
    "(": "(?:", "(?:": "(?:", ")": ")", "|": "|", "?": "?",
    "*": r"\w*",
    "_": r"\w+(?:[-'’]\w+)*",
    "'": "['’]",
}  # fmt: skip
_UNSPACED = "Hani"
_SHORT = 2
_ARABIC = {"ا": "[اأإآ]", "أ": "[اأإآ]", "إ": "[اأإآ]", "آ": "[اأإآ]", "ي": "[يى]", "ى": "[يى]",
           "ه": "[هة]", "ة": "[هة]"}  # fmt: skip
_VOWELS = "[\u064b-\u0652\u0640]*"
_PREFIX, _AND = "(?:[وف]?(?:ال|لل|[بكل](?:ال)?)?)", "[وف]?"


@cache
def pattern(words: Words, script: str = "Latn") -> re.Pattern[str]:
    """The expression that finds any of some patterns in a text, and nothing if there are none."""
    alternatives = "|".join(_together(_bounded(entry, script) for entry in words))
    return re.compile(alternatives or r"(?!)", re.IGNORECASE)


def expression(entry: str, script: str = "Latn") -> str:
    """One pattern as a regular expression."""
    return "".join(_together([_bounded(entry, script)]))


def _together(entries: Iterable[tuple[str, str, str]]) -> Iterator[str]:
    """Those that follow each other between the same bounds share them: most places fail at one."""
    for (start, end), group in groupby(entries, key=lambda entry: (entry[0], entry[2])):
        inside = "|".join(each for _, each, _ in group)
        yield f"{start}(?:{inside}){end}"


def _bounded(entry: str, script: str) -> tuple[str, str, str]:
    """What has to stand before a pattern, the pattern itself, and what has to follow."""
    spaced = _OPTIONAL.sub(_optional, entry)
    inside = "".join(_sign(match.group(), script) for match in _SIGN.finditer(spaced))
    if script == _UNSPACED:
        return "", inside, ""
    if script == "Arab" and entry[:1].isalpha():
        inside = (_AND if len(entry) <= _SHORT else _PREFIX) + inside
    start = r"(?<!\w)" if _is_wordlike(entry[:1]) else ""
    end = r"(?!\w)" if _is_wordlike(entry[-1:]) else ""
    return start, inside, end


def _optional(match: re.Match[str]) -> str:
    after, before = match.groups()
    return f"(?: ({after}))?" if before is None else f"(?:({before}) )?"


def _is_wordlike(sign: str) -> bool:
    return sign.isalnum() or sign in "()_*"


def _sign(sign: str, script: str) -> str:
    if sign.isspace():
        return r"\s+"
    if script == "Arab" and sign.isalpha():
        return _ARABIC.get(sign, sign) + _VOWELS
    if script == "Cyrl" and sign in "еЕ":
        return "[её]"
    return _EXPRESSIONS.get(sign) or re.escape(sign)
