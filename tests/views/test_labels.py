from __future__ import annotations

import string
from typing import TYPE_CHECKING

import pytest
from babel import Locale

from bluf.model import (
    Decision,
    EventKind,
    FollowUpStatus,
    RequestState,
    Response,
    SourceKind,
    Strength,
)
from bluf.views import UnknownLanguageError, labels_for, languages

if TYPE_CHECKING:
    from enum import StrEnum

VOCABULARIES: dict[str, type[StrEnum]] = {
    "kinds": SourceKind,
    "events": EventKind,
    "states": RequestState,
    "responses": Response,
    "strengths": Strength,
    "statuses": FollowUpStatus,
    "decisions_for": Decision,
}


def holes(phrase: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(phrase) if name}


@pytest.mark.parametrize("language", languages())
def test_every_language_has_the_same_words_with_the_same_holes(language: str) -> None:
    english, other = labels_for("en").words, labels_for(language).words
    assert {name: holes(text) for name, text in other.items()} == {
        name: holes(text) for name, text in english.items()
    }


@pytest.mark.parametrize("language", languages())
def test_every_language_has_a_word_for_each_word_of_the_vocabularies(language: str) -> None:
    spoken = labels_for(language).vocabularies
    for name, words in VOCABULARIES.items():
        assert set(spoken[name]) == {str(word) for word in words}


@pytest.mark.parametrize("language", languages())
def test_every_language_has_the_same_vocabularies(language: str) -> None:
    english, other = labels_for("en").vocabularies, labels_for(language).vocabularies
    assert {name: set(words) for name, words in other.items()} == {
        name: set(words) for name, words in english.items()
    }


@pytest.mark.parametrize("language", languages())
def test_every_language_has_each_phrase_in_all_its_plural_forms(language: str) -> None:
    english, other = labels_for("en"), labels_for(language)
    assert set(other.plurals) == set(english.plurals)
    for name, forms in other.plurals.items():
        assert set(forms) == {*Locale.parse(other.language, sep="-").plural_form.tags, "other"}
        wanted = holes(english.plurals[name]["other"])
        assert holes(forms["other"]) == wanted
        assert all(holes(phrase) <= wanted for phrase in forms.values())


@pytest.mark.parametrize(
    ("language", "count", "phrase"),
    [
        ("en", 1, "1 further item in the annex"),
        ("en-US", 3, "3 further items in the annex"),
        ("fr", 1, "1 autre point en annexe"),
        ("fr", 2, "2 autres points en annexe"),
        ("sr", 21, "Још 21 ставка у прилогу"),
        ("sr-Latn", 3, "Još 3 stavke u prilogu"),
        ("sr-Latn", 11, "Još 11 stavki u prilogu"),
    ],
)
def test_a_number_takes_the_plural_of_its_language(language: str, count: int, phrase: str) -> None:
    assert labels_for(language).counted("further", count) == phrase


def test_a_country_takes_the_words_of_its_language() -> None:
    assert labels_for("en-US").words == labels_for("en").words


def test_serbian_without_a_script_is_cyrillic() -> None:
    assert labels_for("sr").words["to"] == "За"


def test_a_language_without_labels_is_refused_with_those_there_are() -> None:
    with pytest.raises(UnknownLanguageError, match="no labels in “tlh”; there are: ar, de, en, "):
        labels_for("tlh")
