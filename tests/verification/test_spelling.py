"""The same words with other capitals or signs are near, never found and never nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.evidence import Searchable, decode_source, in_either_case
from bluf.verification.verifying import written_otherwise

if TYPE_CHECKING:
    from tests.verification.conftest import MakeVerification

SOURCE = (
    "Machine-readable formats. Open Data Policy—Managing Information. National Security Systems."
)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("machine readable", "Machine-readable"),
        ("Open Data Policy – Managing", "Open Data Policy—Managing"),
        ("national security systems", "National Security Systems"),
        ("machine learning", None),
        ("Data Policies", None),
        ("…", None),
        ("machine " * 201, None),
    ],
)
def test_the_same_words_written_otherwise(words: str, found: str | None) -> None:
    source = Searchable(decode_source(SOURCE.encode(), "a.txt"))
    like = written_otherwise(source, words)
    assert (like and like.words) == found


@pytest.mark.parametrize(
    ("words", "written"),
    [("issue an order", "[i]ssue an order"), ("A deal", "a deal"), ("i. Timeline", "I. Timeline")],
)
def test_a_word_of_one_letter_stands_for_no_other(words: str, written: str) -> None:
    assert in_either_case(words) == written


@pytest.mark.parametrize(
    ("draft", "verdict"),
    [
        ("They say “[w]e agreed to” there.", "found"),
        ("They say “[W]e agreed to”[1] there.", "found"),
        ("They say “we Agreed to” there.", "near"),
        ("They say “A agreed to” there.", "near"),
        ('They say "we agreed to” there.', "found"),
        ('They say “we agreed to" there.', "found"),
    ],
)
def test_what_a_draft_quotes(verified: MakeVerification, draft: str, verdict: str) -> None:
    (checked,) = verified(draft).checked
    assert checked.verdict == verdict
