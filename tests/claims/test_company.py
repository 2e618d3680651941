"""A figure of the bottom line is borne out where its source has it of the same thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.model import ClaimKind

if TYPE_CHECKING:
    from tests.claims.conftest import Held

SOURCE = (
    "Anna Novak opened the bridge in April. The tunnel costs 40 million euros, the minister said. "
    "Peter Braun will pay for the new port of Lima. The museum gets 60 million euros."
)


@pytest.mark.parametrize(
    ("text", "words", "verdict"),
    [
        ("The tunnel costs 40 million euros.", "40 million euros", "borne out"),
        ("The tunnel costs 60 million euros.", "60 million euros", "cannot be told"),
        ("They met. The bridge was opened by Novak.", "Novak", "borne out"),
        ("The new port of Lima is paid by Novak.", "Novak", "cannot be told"),
        ("The bridge was opened in April.", "April", "borne out"),
        ("The museum was closed in April.", "April", "cannot be told"),
        ("In April.", "April", "borne out"),
        ("The tunnel costs 40 million euros, the museum gets 40 million euros.",
         "40 million euros", "cannot be told"),
    ],
)  # fmt: skip
def test_words_of_another_sentence_bear_nothing_out(
    held: Held, text: str, words: str, verdict: str
) -> None:
    record = f"bottom_line: {text}\nsources: {{a: {{title: A, publisher: P, file: a.txt}}}}\n"
    claims, findings = held(record, a=SOURCE)
    kinds = {ClaimKind.NAME, ClaimKind.FIGURE, ClaimKind.DATE}
    told = [str(each.verdict) for each in claims if each.words == words and each.kind in kinds]
    assert told == [verdict]
    assert [each.rule for each in findings if each.rule != "source-unused"] == []
