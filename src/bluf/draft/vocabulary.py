"""What a draft knows of a language: each list of its file as one pattern."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache, cached_property, partial

from msgspec import Struct

from bluf.languages import Language, WordPattern, draft_words, language, pattern
from bluf.model import Strength

_SEARCHED = ("says", "people", "event", "aside", "look")
"""Tables whose lists are looked for in each sentence."""
_STRENGTHS = tuple(strength.value for strength in Strength)
MEETINGS = ("meeting", "call", "visit")
"""Lists of verbs and nouns for people who meet."""
LANGUAGES = ("en", "fr", "es", "de", "pt", "ru", "sr-Latn", "sr-Cyrl", "ar", "zh")
"""The languages that a draft can read, by their BCP 47 tags."""


class DraftVocabulary(Struct, frozen=True, dict=True):
    """One language, its lists compiled when they are first asked for."""

    tag: str
    language: Language

    @cached_property
    def pattern(self) -> Callable[..., WordPattern]:
        """The pattern of one list or of several, by the name of their table and of each.

        A list that the language does not have gives a pattern that matches nothing.
        """
        return cache(partial(_pattern, self.language))

    def look_at(self, text: str) -> None:
        """Make the patterns that a whole text needs at once, not again for each sentence."""
        named = [self.pattern(table, name) for table in _SEARCHED for name in self.table(table)]
        for each in (*named, self.offices, self.honorifics, self.reporting):
            each.within(text)

    def words(self, table: str, name: str) -> tuple[str, ...]:
        """The entries of a list."""
        return self.table(table).get(name, ())

    def table(self, name: str) -> Mapping[str, tuple[str, ...]]:
        """All lists of a table."""
        return draft_words(self.language.tag, name)

    @cached_property
    def stop(self) -> frozenset[str]:
        """Capitalised words that are no part of a name."""
        return frozenset(self.words("people", "stop"))

    @cached_property
    def offices(self) -> WordPattern:
        """Offices of which each word is known."""
        known = (*self.words("people", "roles"), *self.language.people.roles)
        return _compiled((word for word in known if "_" not in word), self.language)

    @cached_property
    def telling(self) -> WordPattern:
        """Every verb that says how firm something is."""
        return self.pattern("says", *_STRENGTHS)

    @cached_property
    def discussing(self) -> WordPattern:
        """Verbs of discussing, as a check of a brief knows them."""
        verbs = self.language.verbs.get(Strength.DISCUSSED, ())
        return pattern(verbs, self.language.script)

    @cached_property
    def conjunctions(self) -> WordPattern:
        """Words before the last entry of a list."""
        return pattern(self.language.conjunctions, self.language.script)

    @cached_property
    def honorifics(self) -> WordPattern:
        """What stands before a name and is no office."""
        return pattern(self.language.people.honorifics, self.language.script)

    @cached_property
    def titles(self) -> WordPattern:
        """Offices, and what else stands before a name."""
        offices = _entries(self.language, "people", "roles")
        return _compiled((*offices, *self.language.people.honorifics), self.language)

    @cached_property
    def reporting(self) -> WordPattern:
        """Verbs of speaking."""
        return pattern(self.language.speech.reporting, self.language.script)

    @cached_property
    def calendar(self) -> WordPattern:
        """Names of months and of days of the week."""
        groups = (self.language.calendar.months, self.language.calendar.weekdays)
        names = (name for group in groups for part in group.values() for name in part)
        return pattern(tuple(names), self.language.script)

    def tells_of_meeting(self, text: str) -> bool:
        """Whether a text speaks of a meeting, a call or a visit, and not of what was before."""
        is_aside = self.pattern("aside", "background").search(text)
        return not is_aside and self.pattern("event", *MEETINGS).search(text) is not None

    def ends_in_office(self, text: str) -> bool:
        """Whether an office stands right before: “adviser in National Security”."""
        ends = (" ".join(text.split()[-count:]) for count in (1, 2))
        return any(map(self.pattern("people", "roles").stands_for, ends))

    def names_several(self, subject: str) -> bool:
        """Whether a subject is of more than one: “both sides”, “Ann and Bo”."""
        joins = self.conjunctions.search(subject)
        return joins is not None or self.pattern("look", "subjects").match(subject) is not None

    def says_we(self, text: str) -> bool:
        """Whether a text says “we”, “our” or “us”; “US” is a country."""
        return any(
            not (len(found.group()) > 1 and found.group().isupper())
            for found in self.pattern("look", "own").finditer(text)
        )

    @property
    def is_spaced(self) -> bool:
        """Whether words stand apart."""
        return self.language.script != "Hani"

    @property
    def is_cased(self) -> bool:
        """Whether names begin with a capital letter."""
        return self.language.capitals != "none"


@cache
def vocabulary(tag: str) -> DraftVocabulary:
    """What a draft knows of the language of a tag."""
    return DraftVocabulary(tag, language(tag))


def _pattern(known: Language, table: str, *names: str) -> WordPattern:
    return _compiled((word for name in names for word in _entries(known, table, name)), known)


def _compiled(words: Iterable[str], known: Language) -> WordPattern:
    longest_first = sorted(dict.fromkeys(words), key=len, reverse=True)
    return pattern(tuple(longest_first), known.script)


def _entries(known: Language, table: str, name: str) -> tuple[str, ...]:
    """What a list holds, here and in the rest of the file."""
    words = draft_words(known.tag, table).get(name, ())
    if (table, name) == ("people", "roles"):
        return (*words, *known.people.roles)
    return (*words, *_shared(known, name)) if table == "says" else words


def _shared(known: Language, name: str) -> tuple[str, ...]:
    """What the rest of the file holds of a list of verbs: what serves the proof serves a draft."""
    if name == "asking":
        return known.speech.asking
    if name == "future":
        return known.turns.futures
    said = known.speech.reporting if name == Strength.CONVEYED else ()
    return (*known.verbs.get(Strength(name), ()), *said) if name in _STRENGTHS else ()
