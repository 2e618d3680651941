from __future__ import annotations

import pytest

from bluf.draft.says import said_in
from bluf.draft.sentences import sentences
from bluf.draft.vocabulary import vocabulary
from bluf.model import Strength


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("They discussed the ferry and agreed to share the cost.", Strength.AGREED),
        ("They discussed the ferry and reached no agreement.", Strength.DISAGREED),
        ("They discussed the ferry.", Strength.DISCUSSED),
        ("The minister welcomed the new line.", Strength.WELCOMED),
    ],
)
def test_the_firmest_verb_says_what_was_done(text: str, strength: Strength) -> None:
    (sentence,) = sentences(text)
    said = said_in(sentence, vocabulary("en"))
    assert said is not None
    assert (said.strength, said.asks) == (strength, None)


def test_who_asks_makes_a_request_and_who_does_not_makes_none() -> None:
    (asked,) = sentences("Ambassador Haven asked for a new berth.")
    said = said_in(asked, vocabulary("en"))
    assert said is not None
    assert asked.text[slice(*said.decides)] == "asked"
    (unasked,) = sentences("No dispensations were asked for.")
    other = said_in(unasked, vocabulary("en"))
    assert other is None or other.asks is None


def test_what_a_page_says_of_itself_is_nothing() -> None:
    (line,) = sentences("Subscribe to our newsletter")
    assert said_in(line, vocabulary("en")) is None


@pytest.mark.parametrize(
    "text",
    [
        "Following is the text of the statement that the two ministers made on Monday:",
        "The summary of the matters that the ministers discussed is as follows.",
    ],
)
def test_what_announces_a_text_is_nothing(text: str) -> None:
    (line,) = sentences(text)
    assert said_in(line, vocabulary("en")) is None
