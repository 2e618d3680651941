"""Printed words read back: the value of a field that a text on the page stands for."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from contextlib import suppress
from itertools import product

from bluf.model import Party
from bluf.roundtrip.origins import DATES, PARTIES, Origin
from bluf.views import Labels, long_date
from octavo.word import plain_text

_BLANKS = re.compile(r"\s+")
_BETWEEN = re.compile(r"\n\s*\n")


class Words:
    """The words of one language, read and shown as its briefs print them."""

    def __init__(self, labels: Labels, parties: Mapping[str, Party]) -> None:
        names = {name: party.short or party.name for name, party in parties.items()}
        self._labels = labels
        self._vocabularies = {**labels.vocabularies, PARTIES: names}

    def shown(self, origin: Origin, value: str) -> str:
        """The text that a value is printed as."""
        if origin.vocabulary == DATES:
            return long_date(dt.date.fromisoformat(value), self._labels)
        return self._vocabulary(origin).get(value) or plain_text(value)

    def without_rest(self, origin: Origin, value: str, before: str, now: str) -> tuple[str, str]:
        """Both texts without what a view prints behind a word: ``Accepted (outcome 1)``."""
        rest = before.removeprefix(self.shown(origin, value))
        if origin.vocabulary and rest and rest != before and now.endswith(rest):
            return before.removesuffix(rest), now.removesuffix(rest)
        return before, now

    def read(self, origin: Origin, text: str) -> str | dt.date | None:
        """The value that a text stands for, or None for a word that the vocabulary has not."""
        if origin.vocabulary == DATES:
            return day_of(text, self._labels)
        if not origin.vocabulary:
            return "\n".join(map(_settled, text.strip().split("\n")))
        pairs = self._vocabulary(origin).items()
        value = next((value for value, word in pairs if self.are_same(origin, word, text)), None)
        if value is None and origin.vocabulary == PARTIES:
            return _settled(text)  # a name or office that is no party
        return value

    def are_same(self, origin: Origin, one: str, other: str) -> bool:
        """Whether two texts read alike: blanks do not count, nor case in a vocabulary."""
        if origin.vocabulary:
            return _settled(one).casefold() == _settled(other).casefold()
        return _paragraphs(one) == _paragraphs(other)

    def is_marked(self, origin: Origin, value: str) -> bool:
        """Whether a text holds emphasis or a link, which an edited page does not tell."""
        return not origin.vocabulary and plain_text(value) != value

    def why_not(self, origin: Origin, text: str) -> str:
        """Why a text has no value."""
        if not origin.vocabulary:
            return "the field holds emphasis or a link, which the edited text does not show"
        if origin.vocabulary == DATES:
            return f"“{_settled(text)}” is not a day as this language writes it"
        known = ", ".join(self._vocabulary(origin).values())
        return f"“{_settled(text)}” is not one of: {known}"

    def _vocabulary(self, origin: Origin) -> Mapping[str, str]:
        return self._vocabularies.get(origin.vocabulary, {})


def _paragraphs(text: str) -> list[str]:
    return [_settled(part) for part in _BETWEEN.split(text.strip())]


def _settled(text: str) -> str:
    return _BLANKS.sub(" ", text).strip()


_NUMBER = re.compile(r"\d+")
_LAST = 31


def day_of(text: str, labels: Labels) -> dt.date | None:
    """The day that ``6 August 2025`` names; None for what the language does not write so."""
    numbers = [int(number) for number in _NUMBER.findall(text)]
    days = [number for number in numbers if number <= _LAST]
    years = [number for number in numbers if number > _LAST]
    for day, year, month in product(days, years, range(1, 13)):
        with suppress(ValueError):
            date = dt.date(year, month, day)
            if _plain(long_date(date, labels)) == _plain(text):
                return date
    return None


def _plain(text: str) -> str:
    """The words with one blank between them, whatever kind it was."""
    return " ".join(text.split())
