from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from bluf.draft.vocabulary import vocabulary
from bluf.draft.when import day_of

if TYPE_CHECKING:
    from tests.draft.conftest import Read

WRITTEN = dt.date(2026, 3, 3)
"""A Tuesday."""


@pytest.mark.parametrize(
    ("telling", "day", "reckoned"),
    [
        ("The ministers met on 1 March 2026.", dt.date(2026, 3, 1), ""),
        ("The ministers met on 1 March.", dt.date(2026, 3, 1), "1 March"),
        ("The ministers met yesterday.", dt.date(2026, 3, 2), "yesterday"),
        ("The ministers met on Thursday.", dt.date(2026, 2, 26), "Thursday"),
        ("The ministers will meet on Thursday.", dt.date(2026, 3, 5), "Thursday"),
        ("The ministers met.", None, ""),
    ],
)
def test_a_day_is_named_or_counted_from_when_the_text_was_written(
    telling: str, day: dt.date | None, reckoned: str
) -> None:
    assert day_of([telling], [], vocabulary("en"), WRITTEN, session=False) == (day, reckoned)


def test_a_sitting_without_a_day_was_on_the_day_of_its_minutes() -> None:
    words = vocabulary("en")
    assert day_of(["The council met."], [], words, WRITTEN, session=True) == (WRITTEN, "")
    assert day_of(["They met yesterday."], [], words, None, session=False) == (None, "")


def test_the_day_in_the_head_of_a_page_of_minutes_is_not_that_of_the_meeting(
    account: Read,
) -> None:
    text = 'title: "Quay Council" date: "2014-09-08" kind: x\nMINUTES OF THE COUNCIL MEETING\n'
    source = account(f"{text}TUESDAY MAY 6th 2014\nApologies: Bo Day\n", language="en")
    assert str(source.occasion.day) == "2014-05-06"


def test_the_weekday_of_this_week_is_not_the_day_of_the_text() -> None:
    telling = ["Los ministros se reunieron este lunes."]
    found = day_of(telling, [], vocabulary("es"), WRITTEN, session=False)
    assert found == (dt.date(2026, 3, 2), "lunes")


def test_a_chinese_sentence_may_begin_with_the_day() -> None:
    for text, day in (
        ("2026年3月3日，双方在海港会见。", WRITTEN),
        ("2026年3月3日电 双方会见。", None),
    ):
        assert day_of([text], [], vocabulary("zh"), WRITTEN, session=False)[0] == day


def test_a_weekday_with_a_later_day_of_its_own_is_not_counted_back() -> None:
    telling = ["Le rendez-vous avec le port est fixé au jeudi 11 juin."]
    assert day_of(telling, [], vocabulary("fr"), WRITTEN, session=False) == (None, "")
