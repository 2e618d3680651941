"""The words of a source, made ready to look names up in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.claims.spelling import declined, endings, forms, script_of, skeleton
from bluf.claims.vocabulary import WORD, Vocabulary
from bluf.languages import WordPattern, base, pattern

if TYPE_CHECKING:
    from bluf.claims.passages import SourceSpan

_START = 3
_FEWEST = 4
ALPHABETS = frozenset({"LATIN", "CYRILLIC"})


class SourceWords(Struct, frozen=True, dict=True):
    """The words of one source."""

    span: SourceSpan

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        return Vocabulary(self.span.text)

    @cached_property
    def _forms(self) -> Mapping[str, str]:
        """The word that stands first of those that may be written in a plain way."""
        found: dict[str, str] = {}
        for word in self._vocabulary.words:
            for form in forms(word):
                found.setdefault(form, word)
        return found

    @cached_property
    def capitals(self) -> Mapping[str, str]:
        """Words with a capital, by their plain form, as each stands last."""
        found: dict[str, list[str]] = {}
        for word in self._vocabulary.words:
            if word[:1].isupper():
                found.setdefault(min(forms(word)), []).append(word)
        return {form: words[0] if len(words) == 1 else max(words, key=self._end)
                for form, words in found.items()}  # fmt: skip

    def _end(self, word: str) -> int:
        return max(self._vocabulary.starts(word))

    def _first(self, word: str) -> int:
        return next(self._vocabulary.starts(word))

    @cached_property
    def _by_start(self) -> Mapping[str, list[tuple[str, str]]]:
        """The plain forms of the words, each with its word, by their first letters."""
        found: dict[str, list[tuple[str, str]]] = {}
        for word in self._vocabulary.words:
            for form in forms(word):
                found.setdefault(form[:_START], []).append((form, word))
        return found

    def begins(self, form: str) -> bool:
        """Whether a plain form is how a word begins."""
        return any(other.startswith(form) for other, _ in self._by_start.get(form[:_START], ()))

    def find(self, word: str, tag: str) -> int | None:
        """Where a word of a text in another or the same language stands; None where nowhere."""
        if (word, tag) not in self._found:
            self._found[word, tag] = self._sought(word, tag)
        return self._found[word, tag]

    @cached_property
    def _found(self) -> dict[tuple[str, str], int | None]:
        return {}

    def _sought(self, word: str, tag: str) -> int | None:
        written = sorted(forms(word))
        for form in written:
            if form in self._forms:
                return self._first(self._forms[form])
        for form in written:
            for other, found in self._by_start.get(form[:_START], ()):
                if declined(form, other, endings(self.span.tag)):
                    return self._first(found)
        return self._sounding(word, tag)

    def _sounding(self, word: str, tag: str) -> int | None:
        """Where a word of another language or script is written as it sounds."""
        heard = skeleton(word)
        if base(tag) == base(self.span.tag) or len(heard) < _FEWEST - 1:
            return None
        alike = (each for each in self._heard.get(heard, ()) if skeleton(each) == heard)
        return max((self._end(each) for each in alike if each[0].isupper()), default=None)

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
        starts = {form[:_START] for form in forms(word)}
        alike = {other for start in starts for _, other in self._by_start.get(start, ())}
        if sounding:
            alike.update(self._heard.get(skeleton(word), ()))
        found = filter(same, alike)
        return sorted((start, other) for other in found for start in self._vocabulary.starts(other))

    @cached_property
    def _heard(self) -> Mapping[str, list[str]]:
        """The words by their skeletons, and by these without an ending."""
        found: dict[str, list[str]] = {}
        for word in self._vocabulary.words:
            for heard in (skeleton(word), skeleton(word)[:-1]):
                found.setdefault(heard, []).append(word)
        return found

    def before(self, start: int) -> str:
        """The word in front of a word, with nothing but a blank or a point between."""
        return self._vocabulary.before(start)

    @cached_property
    def _offices(self) -> frozenset[str]:
        return frozenset(WORD.findall(" ".join(self._titles).lower()))

    @cached_property
    def _titles(self) -> tuple[str, ...]:
        people = self.span.language.people
        return (*people.honorifics, *people.roles, *people.common)

    @cached_property
    def _titled(self) -> WordPattern:
        return pattern(self._titles, self.span.language.script)

    def is_office(self, word: str) -> bool:
        """Whether a word is an office, an honorific, or the like."""
        return word.lower() in self._offices or self._titled.stands_for(word)


_SAMPLE = 2000
