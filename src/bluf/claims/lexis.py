"""The words of a source, made ready to look names up in."""

from __future__ import annotations

import re
from array import array
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.claims.spelling import declined, forms, skeleton
from bluf.claims.words import script_of
from bluf.languages import base, pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

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
    def _words(self) -> Mapping[str, array[int]]:
        """Where each word stands; an array, since a long source has millions of words."""
        found: dict[str, array[int]] = {}
        for match in WORD.finditer(self.span.text):
            word = match.group()
            if word not in found:
                found[word] = array("L")
            found[word].append(match.start())
        return found

    @cached_property
    def _forms(self) -> Mapping[str, int]:
        """Where each word first stands, by the plain ways to write it."""
        found: dict[str, int] = {}
        for word, starts in self._words.items():
            for form in forms(word):
                found.setdefault(form, starts[0])
        return found

    @cached_property
    def _capitals(self) -> Mapping[str, int]:
        """Where each word with a capital last stands."""
        return {word: starts[-1] for word, starts in self._words.items() if word[:1].isupper()}

    @cached_property
    def capitals(self) -> Mapping[str, str]:
        """Words with a capital, by their plain form, as each stands last."""
        found: dict[str, str] = {}
        for word, start in self._capitals.items():
            other = found.setdefault(min(forms(word)), word)
            if start > self._capitals[other]:
                found[min(forms(word))] = word
        return found

    @cached_property
    def _skeletons(self) -> Mapping[str, int]:
        found: dict[str, int] = {}
        for word, start in self._capitals.items():
            found[skeleton(word)] = max(start, found.get(skeleton(word), start))
        return found

    @cached_property
    def _by_start(self) -> Mapping[str, list[tuple[str, int]]]:
        found: dict[str, list[tuple[str, int]]] = {}
        for form, start in self._forms.items():
            found.setdefault(form[:_START], []).append((form, start))
        return found

    @cached_property
    def endings(self) -> frozenset[str]:
        """What a name may end in besides, plainly written."""
        endings = self.span.language.people.endings
        return frozenset(form for ending in endings for form in forms(ending))

    def find(self, word: str, tag: str) -> int | None:
        """Where a word of a text in another or the same language stands; None where nowhere."""
        for form in forms(word):
            if form in self._forms:
                return self._forms[form]
        for form in forms(word):
            for other, start in self._by_start.get(form[:_START], ()):
                if declined(form, other, self.endings):
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

    def spelt(
        self, word: str, same: Callable[[str], bool], *, sounding: bool
    ) -> list[tuple[int, str]]:
        """Where words that may be another one stand of which something is true, and each word.

        It is asked of those that begin alike, and where ``sounding`` of those that sound alike.
        """
        alike = {other for form in forms(word) for other in self._begun.get(form[:_START], ())}
        if sounding:
            alike.update(self._heard.get(skeleton(word), ()))
        found = ((self._words[other], other) for other in alike if same(other))
        return sorted((start, other) for starts, other in found for start in starts)

    @cached_property
    def _begun(self) -> Mapping[str, list[str]]:
        """The words by the first letters of their plain forms."""
        found: dict[str, list[str]] = {}
        for word in self._words:
            for form in forms(word):
                found.setdefault(form[:_START], []).append(word)
        return found

    @cached_property
    def _heard(self) -> Mapping[str, list[str]]:
        """The words by their skeletons, and by these without an ending."""
        found: dict[str, list[str]] = {}
        for word in self._words:
            for heard in (skeleton(word), skeleton(word)[:-1]):
                found.setdefault(heard, []).append(word)
        return found

    def before(self, start: int) -> str:
        """The word in front of a word, with nothing but a blank or a point between."""
        text, first = self.span.text, max(0, start - _GAP)
        while first and (text[first - 1].isalnum() or text[first - 1] in ".'’"):
            first -= 1
        words = list(WORD.finditer(text, first, start))
        return words[-1].group() if words and start - words[-1].end() <= _GAP else ""

    @cached_property
    def _offices(self) -> frozenset[str]:
        return frozenset(WORD.findall(" ".join(self._titles).lower()))

    @cached_property
    def _titles(self) -> tuple[str, ...]:
        people = self.span.language.people
        return (*people.honorifics, *people.roles, *people.common)

    @cached_property
    def _titled(self) -> re.Pattern[str]:
        return pattern(self._titles, self.span.language.script)

    def is_office(self, word: str) -> bool:
        """Whether a word is an office, an honorific, or the like."""
        return word.lower() in self._offices or bool(self._titled.fullmatch(word))


_SAMPLE, _GAP = 2000, 2
