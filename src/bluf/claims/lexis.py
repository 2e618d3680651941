"""The words of a source, made ready to look names up in."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.claims.spelling import declined, forms, skeleton
from bluf.claims.words import script_of
from bluf.languages import base

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bluf.claims.passages import Span

WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_](?:[^\W\d_]|['’](?![sS]\b)(?=[^\W\d_]))*")
"""A word, or initials with points."""
_START = 3
_FEWEST = 4
ALPHABETS = frozenset({"LATIN", "CYRILLIC"})


class Lexis(Struct, frozen=True, dict=True):
    """The words of one source."""

    span: Span

    @cached_property
    def forms(self) -> Mapping[str, int]:
        """Where each word first stands, by the plain ways to write it."""
        found: dict[str, int] = {}
        for word, start in self._words():
            for form in forms(word):
                found.setdefault(form, start)
        return found

    @cached_property
    def capitals(self) -> Mapping[str, str]:
        """Words with a capital, by their plain form."""
        return {min(forms(word)): word for word, _ in self._words() if word[:1].isupper()}

    @cached_property
    def _skeletons(self) -> Mapping[str, int]:
        return {skeleton(word): start for word, start in self._words() if word[:1].isupper()}

    @cached_property
    def _by_start(self) -> Mapping[str, list[tuple[str, int]]]:
        found: dict[str, list[tuple[str, int]]] = {}
        for form, start in self.forms.items():
            found.setdefault(form[:_START], []).append((form, start))
        return found

    @cached_property
    def _endings(self) -> frozenset[str]:
        endings = self.span.language.people.endings
        return frozenset(form for ending in endings for form in forms(ending))

    def find(self, word: str, tag: str) -> int | None:
        """Where a word of a text in another or the same language stands; None where nowhere."""
        for form in forms(word):
            if form in self.forms:
                return self.forms[form]
        for form in forms(word):
            for other, start in self._by_start.get(form[:_START], ()):
                if declined(form, other, self._endings):
                    return start
        return self._sounding(word, tag)

    def _sounding(self, word: str, tag: str) -> int | None:
        """Where a word of another language or script is written as it sounds."""
        if base(tag) == base(self.span.tag) or len(skeleton(word)) < _FEWEST - 1:
            return None
        return self._skeletons.get(skeleton(word))

    @cached_property
    def alphabetic(self) -> bool:
        """Whether it is written in an alphabet that names can be carried over into."""
        return script_of(self.span.text[:_SAMPLE]) in ALPHABETS

    def _words(self) -> Iterator[tuple[str, int]]:
        return ((match.group(), match.start()) for match in WORD.finditer(self.span.text))


_SAMPLE = 2000
