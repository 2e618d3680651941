"""The different words of a text, and where each stands; no record is made of every place.

A long source has millions of words of some ten thousand kinds, and few of them are asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise

from msgspec import Struct

from bluf.languages import folded, language

WORD = re.compile(r"[^\W\d_](?:\.(?:[^\W\d_]\.)+|[^\W\d_]*(?:['’](?![sS]\b)[^\W\d_]+)*)")
"""A word, or initials with points."""
_BLANK = re.compile(r"\s")
_PIECE = 1 << 20
_JOINED = ".'’"
"""What may stand within a word besides letters."""
_LONGEST = 200
_GAP = 2


class Vocabulary(Struct, frozen=True, dict=True):
    """The words of a text."""

    text: str

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The different words, as they first stand; no word holds a blank."""
        chunks: dict[str, None] = {}
        for piece in self._pieces():
            chunks |= dict.fromkeys(piece.split())
        return tuple(dict.fromkeys(word for chunk in chunks for word in WORD.findall(chunk)))

    def _pieces(self) -> Iterator[str]:
        begin = 0
        while begin < len(self.text):
            blank = _BLANK.search(self.text, begin + _PIECE)
            end = blank.start() if blank else len(self.text)
            yield self.text[begin:end]
            begin = end

    def starts(self, word: str) -> Iterator[int]:
        """Where a word stands, one place after the other."""
        start = self.text.find(word)
        while start >= 0:
            if not self.text[start - 1 : start].isalpha() and self._is_word(start, word):
                yield start
            start = self.text.find(word, start + 1)

    def before(self, start: int) -> str:
        """The word in front of a word, with nothing but a blank or a point between."""
        words = list(WORD.finditer(self.text, self._chunk(max(0, start - _GAP)), start))
        return words[-1].group() if words and start - words[-1].end() <= _GAP else ""

    def _is_word(self, start: int, word: str) -> bool:
        """Whether these letters are a word of their own, and no part of one."""
        words = WORD.finditer(self.text, self._chunk(start))
        found = next((each for each in words if each.start() >= start), None)
        return found is not None and found.start() == start and found.group() == word

    def _chunk(self, start: int) -> int:
        """Where the letters that stand together with those at ``start`` begin."""
        first, least = start, max(0, start - _LONGEST)
        while first > least and (self.text[first - 1].isalnum() or self.text[first - 1] in _JOINED):
            first -= 1
        return first


def stems(words: str, tag: str) -> Iterator[tuple[str, str]]:
    """How each longer word, year and short name begins, with it; in Chinese any two signs."""
    script = language(tag).script
    for word in _TOKEN.findall(words):
        if script == "Hani" and not word.isascii():
            yield from ((pair, pair) for pair in map("".join, pairwise(word)))
        elif script == "Arab" and len(word) >= _LETTERS:
            yield _PREFIX.sub("", word, count=1)[:_LETTERS], word
        elif len(word) >= _LETTERS or (word.isupper() and len(word) > 1):
            yield folded(word)[:_STEM], word


_TOKEN = re.compile(r"[^\W\d_]+|\d{4}")
_PREFIX = re.compile(r"[وف]?(?:ال|لل|[بكل](?:ال)?)?(?=\w{3})")
_LETTERS, _STEM = 4, 5
