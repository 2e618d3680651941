from __future__ import annotations

import string
from typing import TYPE_CHECKING

import pytest

from bluf.model import (
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


def test_a_country_takes_the_words_of_its_language() -> None:
    assert labels_for("en-US").words == labels_for("en").words


def test_serbian_without_a_script_is_cyrillic() -> None:
    assert labels_for("sr").words["to"] == "За"


def test_a_language_without_labels_is_refused_with_those_there_are() -> None:
    with pytest.raises(UnknownLanguageError, match="there are no labels in “tlh”; there are: en, "):
        labels_for("tlh")
