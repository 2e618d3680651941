"""Offices are known by their words, the longest at each place."""

from __future__ import annotations

import pytest
from tests.languages.test_firmness import forms

from bluf.languages import DEPUTY, language, languages, offices_in, pattern


@pytest.mark.parametrize("tag", languages())
def test_each_office_of_a_list_is_of_its_kind(tag: str) -> None:
    known = language(tag)
    ranks = pattern(known.people.ranks, known.script)
    for kind, words in known.offices.items():
        for text in (form for word in words for form in forms(word)):
            expected = DEPUTY if ranks.search(text) else kind
            assert [office.kind for office in offices_in(text, tag)] == [expected], text


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("the foreign minister and the minister of state", ["foreign_minister", "deputy"]),
        ("the deputy foreign minister", ["deputy"]),
        ("a minister of health", ["minister"]),
        ("nobody", []),
    ],
)
def test_the_longest_office_at_a_place_counts(text: str, kinds: list[str]) -> None:
    assert [office.kind for office in offices_in(text, "en")] == kinds
