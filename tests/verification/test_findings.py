from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.reporters import REPORTERS
from bluf.verification import findings_of

if TYPE_CHECKING:
    from tests.verification.conftest import MakeVerification


@pytest.mark.parametrize(
    ("draft", "rules"),
    [
        ("“We agreed to reopen the crossing”", []),
        ("“crossing”", []),
        ("“10,000 lorries” [release]", ["quote-misattributed"]),
        ("“agree on tariffs”", ["negation-left-out"]),
        ("“We agreed to reopen", ["quote-not-closed"]),
        ("“We agreed to close it all”", ["quote-not-in-source"]),
        ("“no words like these”", ["quote-not-in-source"]),
    ],
)
def test_each_fault_has_its_rule(verified: MakeVerification, draft: str, rules: list[str]) -> None:
    assert [each.rule for each in findings_of(verified(draft))] == rules


def test_a_near_passage_is_set_against_the_words(verified: MakeVerification) -> None:
    findings = findings_of(verified("“The crossing carries 20,000 lorries a year”"))
    assert REPORTERS["text"](findings) == (
        "draft.md:1:2: error quote-not-in-source: “The crossing carries 20,000 lorries a year” "
        "does not stand in any of the 2 sources; in “sources/note.txt” the nearest passage differs "
        "in a number\n"
        "   nearest passage: sources/note.txt:1:1\n"
        "     source: The crossing carries >10<,000 lorries a year\n"
        "     quoted: The crossing carries >20<,000 lorries a year\n"
        "   = give the words as they stand there, or take the quotation marks away\n"
    )


def test_a_long_passage_is_cut_in_messages(verified: MakeVerification) -> None:
    (finding,) = findings_of(verified(f"“{'never heard of ' * 9}it”"))
    assert "…” does not stand in any of the 2 sources, nor does anything like it" in finding.message
