"""Lines that were wrapped go on; those that end a paragraph, an item or a cell do not."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluf.evidence import unwrapped
from bluf.evidence.formats import text as plain
from bluf.evidence.normal import LINE_HYPHEN
from bluf.evidence.text import Edge, SourceText

FULL = "The minister of transport met the minister of works of the"
"""A line that has no room for another word in a text of sixty characters a line."""


def read(*lines: str, end: str = "\n") -> str:
    return unwrapped(plain.read(end.join(lines).encode(), "a.txt"))


@pytest.mark.parametrize("end", ["\n", " \n", "\r\n", "\n  "])
def test_a_line_that_is_full_goes_on_and_no_character_moves(end: str) -> None:
    assert read(FULL, "Kingdom.", end=end) == f"{FULL}{' ' * len(end)}Kingdom."


@pytest.mark.parametrize(
    ("line", "following"),
    [
        ("Present were two ministers", "Kingdom"),
        (f"{FULL}:", "Kingdom"),
        (FULL, ""),
        (FULL, "- Kingdom"),
        (FULL, "• Kingdom"),
        (FULL, "3. Kingdom"),
        (FULL, "IV. Kingdom"),
        (FULL, "TOP 4 Kingdom"),
        ("a short text", "of short lines"),
    ],
)
def test_another_line_does_not(line: str, following: str) -> None:
    rest = [] if line.startswith("a short") else [FULL]
    text = "\n".join([line, following, *rest])
    assert read(line, following, *rest).startswith(text[: len(line) + len(following) + 1])


def test_a_line_of_chinese_is_full_with_half_as_many_characters() -> None:
    full = "双方商定在明年迎来建交三十周年之际通过成功举办有关活动增进"
    assert read(full, "了解。") == f"{full} 了解。"
    assert read(f"{full}友谊", full[:9], "了解。") == f"{full}友谊 {full[:9]}\n了解。"


def test_a_text_of_long_lines_has_each_paragraph_in_one() -> None:
    long = " ".join([FULL] * 3)
    assert read(long, "Kingdom") == f"{long}\nKingdom"


def test_a_text_whose_full_lines_end_sentences_has_each_paragraph_in_one() -> None:
    paragraphs = [f"{FULL[:-4]}. It is so.", f"{FULL[:-4]}: they met.", f"{FULL[:-4]} it asks"]
    assert read(*paragraphs) == "\n".join(paragraphs)


@pytest.mark.parametrize("edge", Edge)
def test_what_begins_a_paragraph_an_item_or_a_cell_stands_alone(edge: Edge) -> None:
    text = f"{FULL}\nKingdom"
    starts = (0, len(FULL) + 1)
    assert unwrapped(SourceText("a.docx", text, starts, edges=((starts[1], edge),))) == text


@given(
    st.lists(st.text("abcdefgh", min_size=1, max_size=12), min_size=2, max_size=60),
    st.integers(60, 100),
)
def test_a_paragraph_is_what_it_was_before_it_was_wrapped(words: list[str], width: int) -> None:
    paragraph = " ".join(words)
    assert read(*textwrap.wrap(paragraph, width)) == paragraph


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("Boris Pisto-rius, of", "Boris Pistorius,  of"),
        ("Дмитрий Мезен-цев был", "Дмитрий Мезенцев  был"),
        ("THE GOVERN-MENT says", "THE GOVERNMENT  says"),
        ("Ann Smith-Jones says", "Ann Smith-Jones says"),
        ("in 2026-2030 it", "in 2026-2030 it"),
        ("a non-binding text", "a nonbinding  text"),
        ("a (non-bind-ing) text, non-binding", "a (nonbinding)   text, nonbinding "),
        ("الشرق-الأوسط", "الشرق-الأوسط"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_is_itself_or_nothing(text: str, read_as: str) -> None:
    broken = SourceText("a.pdf", text.replace("-", LINE_HYPHEN), (0,))
    assert unwrapped(broken) == read_as


def test_a_hyphen_of_a_compound_is_known_by_the_same_word_in_a_line() -> None:
    broken = SourceText("a.pdf", f"a Non-binding text, non{LINE_HYPHEN}binding", (0,))
    assert unwrapped(broken) == "a Non-binding text, non-binding"


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("the Ver\u00adwal\u00adtung, of", "the Verwaltung,   of"),
        ("the Ver\u00ad\nwaltung of", "the Verwaltung   of"),
        ("the min\u200bister\u2060 of", "the minister   of"),
        ("وزيـــر الدفاع", "وزير    الدفاع"),
        ("两国\u200b部长", "两国\u200b部长"),
    ],
)
def test_signs_that_are_nothing_part_no_word(text: str, read_as: str) -> None:
    assert read(text) == read_as


@given(st.text(f"ab \u00ad{LINE_HYPHEN}-\nЖ两", max_size=40))
def test_whole_words_keep_the_length_of_a_text(text: str) -> None:
    assert len(unwrapped(SourceText("a.txt", text, (0,)))) == len(text)
