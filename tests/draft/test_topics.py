"""The subject of a draft item is a field of policy that its words speak of."""

from __future__ import annotations

import pytest

from bluf.draft.topics import topic_of
from bluf.draft.vocabulary import LANGUAGES, vocabulary


@pytest.mark.parametrize(
    ("tag", "statement", "topic"),
    [
        ("en", "To build a gas pipeline", "energy"),
        ("en", "Foreign Minister Ann Harbour will visit", ""),
        ("en", "The council voted", ""),
        ("de", "Die Schulen bleiben offen", "Bildung"),
        ("fr", "Ouvrir un hôpital", "santé"),
        ("ru", "Открыть новую школу", "образование"),
        ("sr-Cyrl", "Отворити нову школу", "образовање"),
        ("zh", "双方将扩大能源合作", "能源"),
    ],
)
def test_a_topic_is_the_name_of_a_field(tag: str, statement: str, topic: str) -> None:
    assert topic_of(statement, statement, vocabulary(tag), vocabulary(tag)) == topic


def test_of_two_fields_the_source_decides() -> None:
    source = "Schools. A school and its teachers. Gas."
    assert topic_of("Gas for schools", source, vocabulary("en"), vocabulary("en")) == "education"


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_language_names_the_same_fields(tag: str) -> None:
    assert vocabulary(tag).table("topics").keys() == vocabulary("en").table("topics").keys()


def test_a_topic_is_read_in_the_language_of_its_words() -> None:
    words = "Les pays ouvrent un hôpital"
    assert topic_of(words, words, vocabulary("fr"), vocabulary("en")) == "health"
