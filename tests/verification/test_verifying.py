from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.verification import Verdict

if TYPE_CHECKING:
    from tests.verification.conftest import MakeVerification


@pytest.mark.parametrize(
    "quotation",
    [
        "We agreed to reopen the crossing by 2027",
        "We agreed to reopen the crossing by 2027.",
        "we agreed to reopen the crossing by 2027,",
        "We agreed […] by 2027",
        "[The crossing] carries 10,000 lorries",
        "10,000",
    ],
)
def test_words_of_a_source_are_found(verified: MakeVerification, quotation: str) -> None:
    (checked,) = verified(f"He said “{quotation}”.").checked
    assert checked.verdict is Verdict.FOUND
    assert checked.sighting


@pytest.mark.parametrize(
    "quotation",
    [
        "We agreed to reopen the crossing by 2028",
        "We did agree on tariffs",
        "We agreed to reopen the crossings by 2027",
        "0,000 lorries a year",
        "by 2027 […] We agreed",
    ],
)
def test_altered_words_are_near_and_never_found(verified: MakeVerification, quotation: str) -> None:
    (checked,) = verified(f"He said “{quotation}”.").checked
    assert checked.verdict is Verdict.NEAR
    assert checked.likeness
    assert checked.likeness.reason


def test_words_like_none_are_not_found(verified: MakeVerification) -> None:
    (checked,) = verified("He said “nothing of the sort was ever written”.").checked
    assert (checked.verdict, checked.source) == (Verdict.MISSING, None)


def test_the_named_source_comes_first(verified: MakeVerification) -> None:
    found = verified("“crossing” [release] and “crossing” [note] and “crossing”").checked
    assert [each.source for each in found] == [
        "sources/release.txt",
        "sources/note.txt",
        "sources/note.txt",
    ]


def test_words_of_another_source_than_the_named_one_are_told(verified: MakeVerification) -> None:
    first, second = verified("“10,000 lorries” [release] and “10,000 lorries” [note]").checked
    assert (first.is_misattributed, second.is_misattributed) == (True, False)
    assert first.verdict is Verdict.FOUND


def test_the_nearest_passage_of_the_named_source_is_shown(verified: MakeVerification) -> None:
    (checked,) = verified("“The crossing carries 20,000 lorries” [note]").checked
    assert checked.source == "sources/note.txt"


def test_short_passages_are_passed_over_on_demand_and_counted(verified: MakeVerification) -> None:
    verification = verified("The “crossing” and “we never met in May”.", 2)
    assert (len(verification.checked), verification.too_short) == (1, 1)
    assert verification.count(Verdict.FOUND) == 0
