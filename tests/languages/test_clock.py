"""Times of day are read as people of each language write them, and lengths of time are none."""

from __future__ import annotations

import pytest
from tests.languages.test_firmness import forms

from bluf.languages import figures_in, language, languages, times_in


@pytest.mark.parametrize(
    ("tag", "text", "minutes"),
    [
        ("en", "began at 18:08 UT and ended at 7:40 p.m.", [1088, 1180]),
        ("en", "at 7 pm, at 12 am, at seven o’clock", [1140, 0, 420]),
        ("en", "it lasted 3 hours; 3:2, 1:14:30, 25:10", []),
        ("de", "von 19.30 bis 20.30 Uhr, neunzehn Uhr dreißig", [1170, 1230, 1170]),
        ("de", "um 19 Uhr, um 7 Uhr abends, 3.50 Euro", [1140, 1140]),
        ("fr", "à vingt heures trente, à 20 h 45, 20h30", [1230, 1245, 1230]),
        ("fr", "une visite de 24 heures", []),
        ("es", "a las 19:30 horas, a las 7 de la tarde", [1170, 1140]),
        ("es", "durante 24 horas", []),
        ("pt", "às 15h30, às 15h, às 3 horas da tarde", [930, 900, 900]),
        ("pt", "durou 2 horas", []),
        ("ru", "в 10:00, в 10 часов, в 7 часов вечера", [600, 600, 1140]),
        ("ru", "10 часов работы, 3 дня", []),
        ("sr-Latn", "u 14 časova, u 14.30 h, u 7 sati uveče", [840, 870, 1140]),
        ("sr-Cyrl", "у 14 часова", [840]),
        ("sr-Latn", "3 sata", []),
        ("ar", "الساعة 10:30 صباحا، الساعة 7 مساء", [630, 1140]),
        ("zh", "10月17日上午10时，下午3点30分", [600, 930]),
        ("zh", "三点共识，3点建议", []),
        ("ja", "14:30", [870]),
    ],
)
def test_a_time_of_day_is_told_from_a_length_of_time(
    tag: str, text: str, minutes: list[int]
) -> None:
    assert [each.minutes for each in times_in(text, tag)] == minutes
    assert not any(
        each.start < time.end and time.start < each.end
        for each in figures_in(text, tag)
        for time in times_in(text, tag)
    )


@pytest.mark.parametrize("tag", languages())
def test_each_word_for_a_time_of_a_list_is_read(tag: str) -> None:
    calendar = language(tag).calendar
    blank = "" if tag == "zh" else " "
    unit, lead = calendar.length[0], calendar.at[0]
    texts = [(f"9{blank}{word}", 540) for each in calendar.hour for word in forms(each)]
    texts += [(f"{lead}{blank}9{blank}{word}", 540) for word in calendar.length]
    texts += [(f"{word}{blank}9{blank}{unit}", 540) for word in calendar.at]
    for words, minutes in ((calendar.am, 540), (calendar.pm, 1260)):
        texts += [
            (f"{word}9{unit}" if tag == "zh" else f"{lead} 9 {word}", minutes) for word in words
        ]
    for text, minutes in texts:
        assert [each.minutes for each in times_in(text, tag)] == [minutes], text
