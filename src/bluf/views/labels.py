"""The words that a brief prints by itself, by language."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from babel import Locale
from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Mapping

_CATALOGUES = Path(__file__).parent / "catalogues"
_LOCALES = {"en": "en_001"}
"""English of no country writes the day first, as most of the world does."""
_SCRIPTS = {"sr": "sr-Cyrl"}
"""The script of a language that is written in two, where the tag names none (CLDR)."""


class Labels(Struct, frozen=True):
    """A catalogue: single words by name, closed vocabularies by name and word.

    ``plurals`` are phrases with a number, by name and plural form (CLDR).
    """

    language: str
    words: Mapping[str, str]
    vocabularies: Mapping[str, Mapping[str, str]]
    plurals: Mapping[str, Mapping[str, str]]

    def say(self, name: str, **values: str) -> str:
        """The word or phrase of that name, with its braces filled in."""
        return self.words[name].format(**values)

    def word(self, vocabulary: str, value: str) -> str:
        """The word of a closed vocabulary in this language."""
        return self.vocabularies[vocabulary][value]

    def counted(self, name: str, count: int) -> str:
        """The phrase of that name, as the language says it of so many."""
        return self.plurals[name][self.locale.plural_form(count)].format(count=count)

    @property
    def locale(self) -> Locale:
        """The locale by which dates and lists are written."""
        return Locale.parse(_LOCALES.get(self.language, self.language.replace("-", "_")))


class UnknownLanguageError(Exception):
    """There is no catalogue for this language."""

    def __init__(self, language: str) -> None:
        self.language = language
        super().__init__(
            f"there are no labels in “{language}”; there are: {', '.join(languages())}"
        )


@cache
def languages() -> tuple[str, ...]:
    """The languages that labels exist in, as BCP 47 tags."""
    return tuple(sorted(path.stem for path in _CATALOGUES.glob("*.toml")))


@cache
def labels_for(language: str) -> Labels:
    """The catalogue of a language; ``en-US`` finds ``en``.

    Raises:
        UnknownLanguageError: No catalogue fits.
    """
    names = languages()
    tag = _SCRIPTS.get(language, language)
    while tag not in names:
        tag, dash, _ = tag.rpartition("-")
        if not dash:
            raise UnknownLanguageError(language)
    text = (_CATALOGUES / f"{tag}.toml").read_text(encoding="utf-8")
    entries = tomllib.loads(text)
    plurals = entries.pop("plurals")
    words = {name: value for name, value in entries.items() if isinstance(value, str)}
    vocabularies = {name: value for name, value in entries.items() if isinstance(value, dict)}
    return Labels(language, words, vocabularies, plurals)
