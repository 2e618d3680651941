from __future__ import annotations

import pytest

from bluf.evidence.turns import turns_before, turns_in


@pytest.mark.parametrize(
    ("tag", "text", "turns"),
    [
        ("en", "they will not sign", ["not"]),
        ("en", "they refused to sign", ["refused to"]),
        ("fr", "ils ne signeront pas", ["ne", "pas"]),
        ("en", "they will sign", []),
    ],
)
def test_words_turn_the_sense_of_a_sentence(tag: str, text: str, turns: list[str]) -> None:
    assert turns_in(text, tag) == turns


def test_a_sign_right_before_a_passage_turns_it_where_words_do_not_stand_apart() -> None:
    assert turns_before("双方不同意", 3) == ["不"]
    assert turns_before("双方已同意", 3) == turns_before("同意", 0) == []
