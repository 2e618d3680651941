"""Who speaks in a text, and what of it is no quotation of one speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.evidence.verify import _speakers, joins, look_up

if TYPE_CHECKING:
    from tests.evidence.conftest import SearchText


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("MR. PRICE: We met.\nQ: Why?\n", ["MR. PRICE", "Q"]),
        ("JANE DOE\nWe met.", ["JANE DOE"]),
        ("JANE\nWe met.", ["JANE"]),
        ("LEE\nWe met.", ["LEE"]),
        ("LI\nWe met.", []),
        ("XIV\nWe met.", []),
        ("MINISTRY\nWe met.", []),
        ("EMBASSY LEE\nWe met.", ["EMBASSY LEE"]),
        ("Embassy LEE\nWe met.", []),
        ("JANE DOE\nWe saw a doe.", []),
        ("Minister Doe\nWe met.", ["Minister Doe"]),
        ("Minister\nWe met.", []),
        ("Jane Doe\nWe met.", []),
        ("We met with\nLEE\nand left.", []),
        ("We met with\nMinister Doe\nand left.", []),
        ("We met with\nMinister DOE\nand left.", ["Minister DOE"]),
        ("We met.\nLEE\nWe left.", ["LEE"]),
        ("We met \n\nLEE\nWe left.", ["LEE"]),
        ("JANE DOE\nJOHN ROE\nWe met.", ["JANE DOE"]),
        ("JANE DOE\n\nJOHN ROE\nWe met.", ["JANE DOE", "JOHN ROE"]),
    ],
)
def test_a_line_names_who_speaks(text: str, names: list[str]) -> None:
    assert [name for _, name in _speakers(text, 0, len(text))] == names


@pytest.mark.parametrize(
    ("text", "quote", "reason"),
    [
        ("Q: We agree.\nA: We refuse.", "We agree […] We refuse", "Q and of A"),
        ("Q: We agree.\nA: We refuse.", "We agree. A: We refuse", "Q and of A"),
        ("Price: We agree.\nNovak: We refuse.", "We agree […] We refuse", "Price and of Novak"),
        ("Price: We agree.\nNovak: We refuse.", "We agree. Novak: We refuse", ""),
        ("Price: We agree.\nMr Novak: We refuse.", "agree. Mr Novak: We", "Price and of Mr Novak"),
        ("Price: We agree.\nPrice: We refuse.", "We agree […] We refuse", ""),
        ("We agree.\nNovak: We refuse.", "We agree […] We refuse", ""),
        ("Q: We agree.\nA: We refuse.", "A: We refuse", ""),
    ],
)
def test_a_quotation_has_the_words_of_one_speaker(
    search: SearchText, text: str, quote: str, reason: str
) -> None:
    source = search(text)
    (passage,) = look_up(source, [quote])[0]
    assert joins(source, passage) == (reason and f"it joins the words of {reason}")
