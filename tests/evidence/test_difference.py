from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.evidence import proven
from bluf.evidence.difference import _is_calendar_word

if TYPE_CHECKING:
    from tests.evidence.conftest import QuoteBrief


@pytest.mark.parametrize(
    ("language", "source", "quote", "kinds"),
    [
        ("en", "We will not fund the crossing.", "We will fund the crossing.", "a negation"),
        ("en", "We can't fund the crossing now.", "We can fund the crossing now.", "a negation"),
        ("en", "It was done by 39 people in all.", "It was done by 93 people in all.", "a number"),
        ("en", "It was done by two people.", "It was done by three people.", "a number"),
        ("en", "We will meet on 6 August in Rome.", "We will meet on 7 August in Rome.", "a date"),
        ("en", "We will meet in August, all of us.", "We will meet in March, all of us.", "a date"),
        ("en", "We will meet on 6.8.2025 there.", "We will meet on 7.8.2025 there.", "a date"),
        ("en", "It was said by Mr. Dodik himself.", "It was said by Mr. Vulin himself.", "a name"),
        ("sr", "Sastanak je u avgustu u Rimu.", "Sastanak je u martu u Rimu.", "a date"),
        ("de", "Das sagte Herr Smith im Haus.", "Das sagte Herr Serbia im Haus.", "a name"),
        ("de", "Das war ein gutes Gespräch dort.", "Das war ein gutes Treffen dort.", "words"),
        ("en", "It was a good meeting, all in all.", "It was a bad meeting, all in all.", "words"),
        ("en", "The fund paid for the crossing.", "The fund paid for the crоssing.", "letters of"),
        ("sr", "Било је добро у Београду синоћ.", "Било је добро у Beogradu синоћ.", "letters of"),
        ("en", "We will fund the crossing.", "We will fu\u2063nd the crossing.", "cannot be seen"),
        ("en", "The modern office closed early.", "The modem office closed early.", "a scan"),
        ("en", "It was said by Đurić in Rome.", "It was said by Djuric in Rome.", "accents"),
        ("en", "Das war ein café in der Stadt.", "Das war ein cafe in der Stadt.", "accents"),
        ("en", "They agreed in the White House.", "They agreed in the white House.", "capital and"),
        ("en", "They met, and agreed on it all.", "They met and agreed on it all.", "punctuation"),
        ("en", "They met - and agreed on it.", "They met-and agreed on it.", "punctuation"),
        ("en", "They met 10.5 years after that.", "They met 10", "cuts a word or a number"),
        ("xx", "They met in April after that.", "They met in May after that.", "a name"),
    ],
)
def test_the_kind_of_difference_is_named(
    quote_brief: QuoteBrief, language: str, source: str, quote: str, kinds: str
) -> None:
    findings = proven(quote_brief(quote, source, language)).findings
    assert findings[0].rule == "quote-not-in-source"
    assert kinds in findings[0].message
    assert findings[0].hint


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("avgust", True),
        ("avgusta", True),
        ("avgustom", True),
        ("avgustove", False),
        ("may", True),
        ("mays", False),
        ("mayor", True),
    ],
)
def test_names_of_months_take_an_ending_of_two_letters(word: str, *, expected: bool) -> None:
    assert _is_calendar_word(word, frozenset({"avgust", "may"})) is expected
