"""Patterns of words, as the files of languages write them, and the expressions they stand for.

``agreed`` is that word; ``(an|a|) agreement`` has alternatives, an empty one for “or nothing”;
``possib*`` takes any ending; ``_`` is any one word, `` … `` any within a clause. Capital and small
letters are the same. In Arabic a word may bear “and”, the article and the prepositions that are
written onto it, and the forms of a letter that are often confused are the same; in Cyrillic ё may
be written е; in scripts without spaces a pattern may stand anywhere.

Most texts hold none of the words of a list, and no text holds many. Which may stand there is told
by looking for a part of each entry that has to stand there letter by letter. That is far faster
than an expression, and to make one of a whole list takes longer than to search with it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, groupby
from typing import Generic, NamedTuple, TypeVar

from bluf.languages.language import Words
from bluf.languages.remembering import remembered

Key = TypeVar("Key")
_OPTIONAL = re.compile(r"\s+\(([^()]*)\|\)|^\(([^()]*)\|\)\s+")
"""A group that may be nothing, with the space that then falls away."""
_SIGN = re.compile(r"\s…\s|\(\?:|[()|?]|\*|_|\s+|[^\W\d_]+|.", re.DOTALL)
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


class WordPattern:
    """The expression of a list, of those entries alone that the texts so far may have held.

    It is asked as an expression of `re` is, and answers alike.
    """

    def __init__(self, words: Words, script: str) -> None:
        self._words, self._script = words, script
        self._plain = frozenset(
            entry.lower() for entry in words if entry.isascii() and entry.isalpha()
        )
        self._places: dict[str, list[int]] = {}
        for at, entry in enumerate(words):
            for anchor in _anchors(entry, script):
                self._places.setdefault(anchor, []).append(at)
        self.whole = frozenset(each[:-1] for each in self._places if each[-1:] == _END)
        self.parts = tuple(each for each in self._places if each[-1:] != _END)
        self._known = _Known(frozenset(), _NEVER)

    def may_stand_in(self, text: str) -> bool:
        """Whether a text has what it takes to hold an entry; an expression is not asked."""
        small, words = _indexed(text)
        return not self.whole.isdisjoint(words) or any(part in small for part in self.parts)

    def within(self, text: str) -> re.Pattern[str]:
        """The expression that finds any entry in this text; one for nothing where it holds none."""
        if not self.may_stand_in(text):
            return _NEVER
        small, words = _indexed(text)
        found = {f"{word}{_END}" for word in self.whole & words}
        found.update(part for part in self.parts if part in small)
        known = self._known  # another thread may set another one meanwhile
        if not found <= known.anchors:
            self._known = known = self._with(known.anchors | found)
        return known.expression

    def _with(self, anchors: frozenset[str]) -> _Known:
        """What is known with further entries; with all, where few are left."""
        if len(anchors) * _MOST > len(self._places):
            anchors = frozenset(self._places)
        places = sorted({at for each in anchors for at in self._places[each]})
        written = self._written(self._words[at] for at in places)
        return _Known(anchors, re.compile(written, re.IGNORECASE))

    def _written(self, entries: Iterable[str]) -> str:
        return "|".join(_together(_bounded(each, self._script) for each in entries))

    @property
    def pattern(self) -> str:
        """How the expression of all entries is written."""
        return self._written(self._words) or _NEVER.pattern

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first entry in a text, or between two places of it."""
        return self.within(text).search(text, start, end)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """The entry that a text has at a place."""
        return self.within(text).match(text, start)

    def stands_for(self, text: str) -> bool:
        """Whether a text is an entry, and nothing more."""
        is_plain = text.isascii() and text.lower() in self._plain
        return is_plain or self.within(text).fullmatch(text) is not None

    def finditer(
        self, text: str, start: int = 0, end: int = sys.maxsize
    ) -> Iterator[re.Match[str]]:
        """Every entry in a text, or between two places of it."""
        return self.within(text).finditer(text, start, end)

    def sub(self, replacement: str | Callable[[re.Match[str]], str], text: str) -> str:
        """The text with something else for every entry."""
        return self.within(text).sub(replacement, text)


class WordTable(Generic[Key]):
    """Lists of words, each by what its words stand for."""

    def __init__(self, lists: Mapping[Key, Words], script: str) -> None:
        self._patterns = {key: pattern(words, script) for key, words in lists.items()}
        self._keys: dict[str, list[Key]] = {}
        for key, each in self._patterns.items():
            for word in each.whole:
                self._keys.setdefault(word, []).append(key)

    def finditer(self, text: str) -> Iterator[tuple[Key, re.Match[str]]]:
        """Every entry in a text with what it stands for, one list after another."""
        found = self._keys.keys() & _indexed(text)[1]
        keys = {key for word in found for key in self._keys[word]}
        for key, each in self._patterns.items():
            if key in keys or each.parts:
                yield from ((key, match) for match in each.finditer(text))


class _Known(NamedTuple):
    """The anchors whose entries an expression finds, and that expression."""

    anchors: frozenset[str]
    expression: re.Pattern[str]


_NEVER = re.compile("\U0010ffff(?!)")
"""It begins with a letter that is in no text, which a search tells fifty times as fast."""
_MOST = 2
"""Once half of the entries are wanted, all of them are."""


@cache
def pattern(words: Words, script: str = "Latn") -> WordPattern:
    """What finds any of some patterns in a text, and nothing if there are none."""
    return WordPattern(words, script)


def fold(text: str) -> str:
    """A text with all letters alike that an entry may take for the same."""
    small = text.replace("ı", "i").replace("İ", "i")
    # in pieces: for what it folds Python takes twelve bytes a character
    pieces = (small[at : at + _LONG] for at in range(0, len(small), _LONG))
    return "".join(map(str.casefold, pieces)).replace("ё", "е")


folded = remembered(fold)


@remembered
def _indexed(text: str) -> tuple[str, frozenset[str]]:
    """A text, folded, and its words."""
    small = folded(text)
    pieces = (match[0] for match in _PIECE.finditer(small))
    words = map(_WORD.findall, [small] if len(small) <= _LONG else pieces)
    return small, frozenset(chain.from_iterable(words))


_END = " "
_WORD = re.compile(r"\w+")
_LONG = 65_536
_PIECE = re.compile(rf"(?s:.){{1,{_LONG}}}\S*")
"""Of a long text; no word stands in two."""
_GROUPED = re.compile(r"(?:\([^()]*\)|[^\s()])+")
"""What stands between blanks; a group may hold some."""
_VARIED = re.compile(r"\(([^()]*)\)(\??)|(\w)\?")
_WHOLE = re.compile(r"(?<![\w*])[^\W_]+(?![\w*])")
_PART = re.compile(r"[^\s()?*_'’…]+")
_MANY, _WORTH = 32, 3


def _anchors(entry: str, script: str) -> Sequence[str]:
    """What of an entry stands, folded, in each text that holds it: one of these does.

    They are whole words where they can be; in Arabic, whose letters have many forms, empty.
    """
    if script == "Arab":
        return ("",)
    if "(" not in entry and "?" not in entry:
        return ("",) if "|" in entry else (_anchor(entry, script),)
    if {*"()|"} & {*_VARIED.sub("", entry)}:
        return ("",)
    groups = (_variants(each) for each in _GROUPED.findall(entry))
    found = [[_anchor(each, script) for each in group] for group in groups if group]
    return max(found, key=_worth, default=("",))


def _variants(words: str) -> list[str]:
    """All that some words with choices may be; none where these are too many to tell."""
    found, last = [""], 0
    for match in _VARIED.finditer(words):
        choices = (match[1] or match[3] or "").split("|")
        choices += [""] if match[2] or match[3] else []
        found = [f"{each}{words[last:match.start()]}{choice}"
                 for each in found for choice in choices][: _MANY + 1]  # fmt: skip
        last = match.end()
    return [each + words[last:] for each in found] if len(found) <= _MANY else []


def _anchor(words: str, script: str) -> str:
    """The longest whole word, with the sign of one, or the longest part of one."""
    small = words.lower() if words.isascii() else folded(words)
    whole = small.split() if small.replace(" ", "").isalpha() else _WHOLE.findall(small)
    if whole and script != _UNSPACED:
        return max(whole, key=len) + _END
    return max(_PART.findall(small), key=len, default="")


def _worth(anchors: Sequence[str]) -> int:
    """How few texts are likely to hold one of some anchors; whole words are found at once."""
    return min(len(each) + _WORTH * (each[-1:] == _END) for each in anchors)


def expression(entry: str, script: str = "Latn") -> str:
    """One pattern as a regular expression."""
    return "".join(_together([_bounded(entry, script)]))


def _together(entries: Iterable[tuple[str, str, str]]) -> Iterator[str]:
    """Those that follow each other between the same bounds share them: most places fail at one."""
    for (start, end), group in groupby(entries, key=lambda entry: (entry[0], entry[2])):
        yield f"{start}(?:{_branched([each for _, each, _ in group])}){end}"


def either(words: Iterable[str]) -> str:
    """An expression, without flags, for any of some words as they are, the longest first."""
    return _branched([re.escape(word) for word in sorted(words, key=len, reverse=True)]) or r"(?!)"


def _branched(expressions: list[str]) -> str:
    """Alternatives that begin with the same letter under one branch: most fail at that letter.

    Which of two that can stand at one place comes first stays as it was.
    """
    branches: list[str] = []
    for lettered, group in groupby(expressions, key=_begins_with_letter):
        if not lettered:
            branches += group
            continue
        rests: dict[str, list[str]] = {}
        for each in group:
            rests.setdefault(each[0].lower(), []).append(each)
        branches += ("|".join(_shared_letter(same)) for same in rests.values())
    return "|".join(branches)


def _shared_letter(expressions: list[str]) -> list[str]:
    if len(expressions) == 1 or len({each[0] for each in expressions}) > 1:
        return expressions
    return [f"{expressions[0][0]}(?:{'|'.join(each[1:] for each in expressions)})"]


def _begins_with_letter(expression: str) -> bool:
    return expression[:1].isalnum() and expression[:1] != "İ" and expression[1:2] not in {"?", "*"}


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
    if sign.strip() == "…" != sign:
        return r"[^。！？，；,.;:!?]*?" if script == _UNSPACED else r"\s[^.;:!?]*?\s"
    if sign.isspace():
        return r"\s+"
    if script == "Arab" and sign.isalpha():
        return "".join(_ARABIC.get(letter, letter) + _VOWELS for letter in sign)
    if script == "Cyrl" and sign.isalpha():
        return sign.replace("е", "[её]").replace("Е", "[её]")
    return _EXPRESSIONS.get(sign) or re.escape(sign)
