"""Words that the record takes from a source stand in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.evidence import prove

if TYPE_CHECKING:
    from tests.evidence.conftest import MakeBrief

RECORD = """\
sources:
  a: {{title: A, publisher: P, party: rs, file: a.txt}}
follow_ups:
  - id: F1
    action: Meet
    due: {due}
    evidence: [{{source: a, quote: We meet, {more}}}]
"""
SOURCE = "Later this year we will decide. We meet very soon."


@pytest.mark.parametrize(
    ("due", "more", "found"),
    [
        ("2026-05-01", "due: very soon", []),
        ("2026-05-01", "due: later this year", []),
        ("2026-05-01", "due: soon enough", ["16:49 due-not-in-source"]),
        ("{wording: very soon, source: a}", "due: very soon", []),
        ("{wording: by May, source: a}", "due: very soon", ["15:20 due-not-in-source"]),
        ("{wording: by May}", "due: very soon", []),
        ("{latest: 2026-05-01, source: a}", "due: “very soon”", ["16:49 due-not-in-source"]),
        ("by May", "translation: On se voit, translator: Desk", []),
        ("by May", "translation: On se voit", ["16:57 translator-missing"]),
    ],
)
def test_each_word_taken_from_a_source_is_looked_up(
    make_brief: MakeBrief, due: str, more: str, found: list[str]
) -> None:
    _, findings = prove(make_brief(RECORD.format(due=due, more=more), a=SOURCE))
    told = [f"{finding.location} {finding.rule}" for finding in findings]
    assert told == [f"brief.yaml:{each}" for each in found]
