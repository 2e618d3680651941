from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.pages.breaks import segments


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("one two", ["one ", "two"]),
        ("one  two", ["one  ", "two"]),
        ("data-exchange", ["data-", "exchange"]),
        ("2021-2027", ["2021-2027"]),
        ("2021–2027", ["2021–", "2027"]),
        ("word—word", ["word", "—", "word"]),
        ("— so", ["— ", "so"]),
        ("and/or", ["and/or"]),
        ("24/7", ["24/7"]),
        ("what?now", ["what?", "now"]),
        ("wait…what", ["wait…", "what"]),
        ("EUR\u00a04.7 million", ["EUR\u00a04.7 ", "million"]),
        ("co\u00adoperate", ["co\u00ad", "operate"]),
        ("a\u200bb", ["a\u200b", "b"]),
        ("non\u2011breaking", ["non\u2011breaking"]),
        ("French !", ["French !"]),
        ("(a) word(s)", ["(a) ", "word(s)"]),
        ("-5 degrees", ["-5 ", "degrees"]),
    ],
)
def test_a_line_may_end_where_the_annex_allows_it(text: str, expected: list[str]) -> None:
    assert segments(text) == expected


@given(st.text(alphabet="ab -—–/?…\u00ad\u00a0(2\u200b"))
def test_cutting_loses_nothing(text: str) -> None:
    assert "".join(segments(text)) == text


SEEN = ["see ", "https://", "a-", "b.c/", "d-", "e ", "f-", "g"]


@pytest.mark.parametrize(
    ("text", "strict", "loose"),
    [
        ("and/or", ["and/or"], ["and/", "or"]),
        ("see https://a-b.c/d-e f-g", ["see ", "https://a-b.c/d-e ", "f-", "g"], SEEN),
        ("汉字", ["汉", "字"], ["汉", "字"]),
        ("字。字", ["字。", "字"], ["字", "。", "字"]),
        ("字「字", ["字", "「字"], ["字", "「", "字"]),
        ("ab字", ["ab", "字"], ["ab", "字"]),
        ("字 字", ["字 ", "字"], ["字 ", "字"]),
        ("字\u00a0字", ["字\u00a0字"], ["字\u00a0字"]),
        ("กขิ ค", ["กขิ ", "ค"], ["ก", "ขิ ", "ค"]),
    ],
)
def test_scripts_without_blanks_are_cut_within_bounds(
    text: str, strict: list[str], loose: list[str]
) -> None:
    assert segments(text) == strict
    assert segments(text, loose=True) == loose
