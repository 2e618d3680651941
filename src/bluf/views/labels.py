"""The words that a brief prints by itself, in one language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.languages import locale_data, plural_form

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_LEFT_TO_RIGHT = "\u200e"
"""A mark that has no width and runs from left to right."""


class Labels(Struct, frozen=True):
    """A catalogue.

    Attributes:
        language: The language asked for, as a BCP 47 tag.
        words: Single words and phrases, by name.
        vocabularies: Closed vocabularies, by name and word.
        plurals: Phrases with a number, by name and plural form (CLDR).
        dates: Patterns of dates where the language needs others than CLDR's.
        months: The months in the form that a phrase asks for; empty where CLDR has it.
    """

    language: str
    words: Mapping[str, str]
    vocabularies: Mapping[str, Mapping[str, str]]
    plurals: Mapping[str, Mapping[str, str]]
    dates: Mapping[str, str]
    months: tuple[str, ...] = ()

    def say(self, name: str, **values: str) -> str:
        """The word or phrase of that name, with its braces filled in."""
        return self.words[name].format(**values)

    def word(self, vocabulary: str, value: str) -> str:
        """The word of a closed vocabulary in this language."""
        return self.vocabularies[vocabulary][value]

    def counted(self, name: str, count: int, **values: str) -> str:
        """The phrase of that name, as the language says it of so many."""
        forms = self.plurals[name]
        phrase = forms.get(plural_form(count, self.language), forms["other"])
        return phrase.format(count=count, **values)

    def listed(self, parts: Iterable[str]) -> str:
        """The parts that are not empty, with commas of the language."""
        return self.words["comma"].join(filter(None, parts))

    def chained(self, parts: Iterable[str]) -> str:
        """The parts that are not empty, with semicolons of the language."""
        return self.words["semicolon"].join(filter(None, parts))

    def aside(self, text: str, *notes: str) -> str:
        """A text with notes in brackets of the language; without them where all are empty."""
        note = self.listed(notes)
        return self.say("aside", text=text, note=note) if note else text

    def labelled(self, name: str, text: str) -> str:
        """``To: Deputy Minister``."""
        return f"{self.words[name]}{self.words['colon']}{text}"

    def upright(self, text: str) -> str:
        """A number with hyphens or strokes, so that no page from right to left turns it round.

        What comes before would else take its digits along (Unicode Standard Annex 9, rule W2).
        """
        turns = self.direction == "rtl" and text[:1].isdigit()
        return f"{_LEFT_TO_RIGHT}{text}" if turns else text

    @property
    def direction(self) -> str:
        """``ltr`` or ``rtl``."""
        return locale_data(self.language).direction
