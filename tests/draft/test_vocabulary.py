from __future__ import annotations

import pytest

from bluf.draft.vocabulary import LANGUAGES, vocabulary


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_list_that_a_language_has_not_matches_nothing(tag: str) -> None:
    words = vocabulary(tag)
    assert words.words("people", "no such list") == ()
    assert words.pattern("people", "no such list").search("anything at all") is None


def test_offices_are_known_as_a_whole() -> None:
    words = vocabulary("en")
    found = words.offices.search("he met the foreign minister there")
    assert found is not None
    assert found.group() == "foreign minister"
    assert words.honorifics.search("met Mr. Reed") is not None
