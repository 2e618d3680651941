from __future__ import annotations

import datetime as dt

import pytest

from bluf.draft.occasion import is_session, occasion_in
from bluf.draft.sentences import sentences
from bluf.draft.vocabulary import vocabulary
from bluf.model import EventKind


@pytest.mark.parametrize(
    ("text", "kind", "day", "place"),
    [
        ("3 March 2026\n\nThe ministers met in Porthaven today.",
         EventKind.MEETING, dt.date(2026, 3, 3), "Porthaven"),
        ("3 March 2026\n\nThe ministers spoke in a telephone call today in Porthaven.",
         EventKind.CALL, dt.date(2026, 3, 3), ""),
        ("The ministers met.", EventKind.MEETING, None, ""),
    ],
)  # fmt: skip
def test_a_text_says_what_took_place(
    text: str, kind: EventKind, day: dt.date | None, place: str
) -> None:
    found = occasion_in(text, sentences(text), vocabulary("en"), ())
    assert (found.kind, found.day, found.place) == (kind, day, place)


def test_minutes_are_known_by_more_than_one_of_their_words() -> None:
    words = vocabulary("en")
    assert is_session("M i n u t e s of the City Council. Call to order. Roll call.", words)
    assert not is_session("They spoke of the minutes.", words)
