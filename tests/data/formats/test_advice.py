"""The words for complaints of parsers."""

from __future__ import annotations

import pytest

from bluf.data.formats.advice import advice


@pytest.mark.parametrize("kind", ["yaml", "toml", "first_sign", "stray"])
def test_each_complaint_is_met_with_one_sentence_and_a_remedy(kind: str) -> None:
    for held, words in advice(kind).items():
        assert words.message[0].islower(), held
        assert not words.message.endswith("."), held
        assert words.hint, held


@pytest.mark.parametrize("kind", ["yaml", "toml"])
def test_what_is_not_known_has_words_too(kind: str) -> None:
    assert "other" in advice(kind)
