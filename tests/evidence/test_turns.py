from __future__ import annotations

import pytest

from bluf.evidence.turns import (
    ending_cut,
    number_cut,
    turned_before,
    turns_before,
    turns_behind,
    turns_in,
)


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


@pytest.mark.parametrize(
    ("tag", "clause", "turns"),
    [
        ("de", "der querung in diesem jahr nicht", ["nicht"]),
        ("de", "nicht der querung", ["nicht"]),
        ("en", "the crossing not", []),
        ("en", "it not", ["not"]),
    ],
)
def test_a_negation_behind_a_verb_turns_it(tag: str, clause: str, turns: list[str]) -> None:
    assert turns_behind(clause, tag) == turns


def test_a_sign_right_before_a_passage_turns_it_where_words_do_not_stand_apart() -> None:
    assert turns_before("双方不同意", 3) == ["不"]
    assert turns_before("双方已同意", 3) == turns_before("同意", 0) == []


def _cut(text: str, passage: str, tag: str = "en") -> str:
    start = text.index(passage)
    return number_cut(text, start, start + len(passage), tag)


FAR = "Nothing of it was said there, and nobody asked for it at all on that day in the town. "


@pytest.mark.parametrize(
    ("text", "passage", "number"),
    [
        ("They sent twenty-five trucks.", "They sent twenty", "twenty-five"),
        ("They sent twenty-five trucks.", "five trucks", "twenty-five"),
        ("They sent three hundred men.", "They sent three", "three hundred"),
        ("They sent three hundred men.", "hundred men", "three hundred"),
        (FAR + "They sent three hundred men. " + FAR, "They sent three", "three hundred"),
        (FAR + "They sent three hundred men. " + FAR, "hundred men", "three hundred"),
        (FAR + FAR + "They sent three hundred men.", "hundred men", "three hundred"),
    ],
)
def test_a_number_in_words_is_not_cut(text: str, passage: str, number: str) -> None:
    assert _cut(text, passage) == number


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("They sent twenty-five trucks.", "twenty-five trucks"),
        ("They sent twenty-five trucks.", "They sent"),
        ("They sent five. Hundreds came.", "They sent five"),
        (FAR + "They sent three men. " + FAR, "They sent three men"),
        ("three hundred " + FAR + "They sent men.", "They sent men"),
    ],
)
def test_a_whole_number_is_no_cut(text: str, passage: str) -> None:
    assert not _cut(text, passage)


@pytest.mark.parametrize(
    ("text", "passage", "ending"),
    [
        ("政府は支援しない方針だ。", "政府は支援し", "ない"),
        ("両国は合意していません。", "両国は合意してい", "ません"),
        ("问题解决不了。", "问题解决", "不了"),
        ("参加するつもりはない。", "参加する", "つもりはな"),
    ],
)
def test_an_ending_that_turns_the_verb_is_told(text: str, passage: str, ending: str) -> None:
    assert ending_cut(text, len(passage)).startswith(ending[:2])


@pytest.mark.parametrize(
    ("text", "passage"), [("政府は支援した。", "政府は支援し"), ("同意。", "同意")]
)
def test_another_ending_is_none(text: str, passage: str) -> None:
    assert not ending_cut(text, len(passage))


@pytest.mark.parametrize(
    ("text", "passage", "turned"),
    [
        ("双方未同意开放口岸", "同意开放口岸", True),
        ("双方不同意开放口岸", "同意开放口岸", True),
        ("对方拒绝。双方同意开放口岸", "同意开放口岸", False),
        ("双方都同意开放口岸", "同意开放口岸", False),
        ("双方不A同意开放口岸", "同意开放口岸", True),
        ("They did not agree", "agree", False),
    ],
)
def test_a_word_before_a_passage_without_spaces_turns_it(
    text: str, passage: str, turned: bool
) -> None:
    found = turned_before(text, text.index(passage), "zh" if "双" in text else "en")
    assert bool(found) is turned
