"""The names that a brief's record and its sources hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from bluf.claims import gazetteer
from bluf.claims.judgement import Basis
from bluf.claims.source_words import SourceWords
from bluf.claims.spelling import declined, endings, forms, near
from bluf.claims.vocabulary import WORD
from bluf.languages import WordPattern, base, pattern

if TYPE_CHECKING:
    from bluf.claims.passages import ClaimContext, SourceSpan

_SHORTEST, _INITIALS, _DERIVED, _LONG, _ENDING = 2, 3, 5, 6, 3
_ELIDED = re.compile(r"^\w{1,2}['’]")


class NameRegister(Struct, frozen=True, dict=True):
    """Where names of a brief can stand."""

    desk: ClaimContext

    @cached_property
    def lexes(self) -> Mapping[str, SourceWords]:
        """The words of each source, by its id."""
        return {key: SourceWords(span) for key, span in self.desk.sources.items()}

    def words_of(self, span: SourceSpan) -> SourceWords:
        """The words of a piece of a source; several names are looked up in the same."""
        return self._pieces.setdefault((span.key, span.start, span.text), SourceWords(span))

    @cached_property
    def _pieces(self) -> dict[tuple[str, int, str], SourceWords]:
        return {}

    @cached_property
    def people(self) -> tuple[str, ...]:
        """Words of the names of participants and parties, which are held to sources themselves."""
        return tuple(dict.fromkeys(word for name in self._named() for word in WORD.findall(name)))

    @cached_property
    def _known(self) -> frozenset[str]:
        brief = self.desk.brief
        names = [*self._named(), brief.to, brief.from_, brief.contact or "", *brief.through]
        names += [person.role or "" for event in brief.events for person in event.participants]
        names += [event.place or "" for event in brief.events]
        for source in brief.sources.values():
            names += [source.publisher, source.title, source.translation or ""]
        names += [words for _, words in self.desk.translated]
        return frozenset(
            form for name in names for word in WORD.findall(name) for form in forms(word)
        )

    def find(self, word: str, keys: Iterable[str] | None = None) -> Basis | None:
        """Where a word stands in some sources, or in any."""
        for key in self.lexes if keys is None else keys:
            offset = self.lexes[key].find(word, self.desk.brief.language)
            if offset is not None:
                return Basis(self.lexes[key].span, offset, word)
        return None

    def recorded(self, word: str) -> bool:
        """Whether a word belongs to a name of the record, as it is or with an ending."""
        if forms(word) & self._known:
            return True
        ends = endings(self.desk.language.tag)
        return any(
            declined(known, form, ends)
            for form in forms(word)
            for known in self._known
            if known[:3] == form[:3]
        )

    def country(self, words: str, *, place: bool = False) -> tuple[Basis | None, bool]:
        """Where a country or city stands in any language, and whether the words name one.

        As a place a capital is the city, and does not stand for its country.
        """
        tag = self.desk.brief.language
        codes = gazetteer.codes_of(words, tag, place=place)
        for code in sorted(codes):
            standing = self._standing(code, place=place)
            if standing:
                return replace(standing, words=words), True
            for name in self._named():
                seat = "" if place else gazetteer.country_of(code)
                if words in name or {code, seat} & gazetteer.codes_of(name, tag):
                    return Basis(words=name), True
        return None, bool(codes)

    def _standing(self, code: str, *, place: bool) -> Basis | None:
        """Where a country or city first stands in a source; a brief names the same ones often."""
        if (code, place) not in self._places:
            found = (
                Basis(span, offset)
                for span in self.desk.sources.values()
                for offset, _ in gazetteer.places_of(code, span.text, span.tag, place=place)
            )
            self._places[code, place] = next(found, None)
        return self._places[code, place]

    @cached_property
    def _places(self) -> dict[tuple[str, bool], Basis | None]:
        return {}

    def nearest(self, word: str, *, people: bool = False) -> str:
        """The known name that a word is a slip for; empty where there is none."""
        known: list[Iterable[str]] = [self.people]
        if not people:
            known += [lexis.capitals.values() for lexis in self.lexes.values()]
        found = next((name for names in known for name in names
                      if near(word, _ELIDED.sub("", name))), "")  # fmt: skip
        return found if found or people else self._nearest_seat(word)

    def _nearest_seat(self, word: str) -> str:
        """The longer name of a capital, for a country of the record or of a source."""
        seats = self.desk.language.seats.values()
        names = (name for entries in seats for name in entries if len(name) >= _LONG)
        return next((name for name in names if near(word, name) and self.country(name)[0]), "")

    @cached_property
    def foreign(self) -> bool:
        """Whether a source speaks another language than the brief."""
        own = base(self.desk.brief.language)
        return any(base(span.tag) != own for span in self.desk.sources.values())

    @cached_property
    def untold(self) -> bool:
        """Whether a source is written so that names cannot be carried over."""
        return any(not lexis.alphabetic for lexis in self.lexes.values())

    def begins(self, word: str) -> bool:
        """Whether a longer word of a source begins with a name: “Sahel” in “sahélo-saharienne”."""
        form = min(forms(word))
        form = form[: max(_DERIVED, len(form) - _ENDING)]  # “Albanaca”, “albanskih”
        return len(form) >= _DERIVED and any(lexis.begins(form) for lexis in self.lexes.values())

    def abridged(self, word: str) -> bool:
        """Whether a word is made of the first letters of words that a source has in a row."""
        if not word.isupper() or len(word) < _INITIALS:
            return False
        letters = r"\w+(?:\W{1,2}\w{1,3})*?\W{1,2}".join(map(re.escape, word))
        initials = re.compile(rf"(?<!\w){letters}", re.IGNORECASE)
        return any(initials.search(lexis.span.text) for lexis in self.lexes.values())

    def common(self, word: str) -> bool:
        """Whether a word bears a capital without being a name: a month, an office, “Ministry”."""
        return (
            len(word.replace(".", "")) < _SHORTEST
            or word.lower() in self._offices
            or self._common.stands_for(word)
        )

    @cached_property
    def _offices(self) -> frozenset[str]:
        roles = self.desk.language.people.roles
        return frozenset(each.lower() for entry in roles for each in re.findall(r"\w+", entry))

    @cached_property
    def _common(self) -> WordPattern:
        known = self.desk.language
        calendar, people = known.calendar, known.people
        lists = (
            *calendar.months.values(), *calendar.weekdays.values(), people.honorifics,
            people.common,
        )  # fmt: skip
        return pattern(tuple(entry for entries in lists for entry in entries), known.script)

    def _named(self) -> Iterator[str]:
        brief = self.desk.brief
        for event in brief.events:
            for person in event.participants:
                yield from (person.name, *person.also)
        for party in brief.parties.values():
            yield from filter(None, (party.name, party.short))
