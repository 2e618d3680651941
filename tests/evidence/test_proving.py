"""A brief is proven against its sources, and every fault is said at its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.data import read
from bluf.evidence import SourceError, proven
from octavo.finding import Level
from octavo.location import TextLocation

if TYPE_CHECKING:
    from pathlib import Path

    from tests.evidence.conftest import MakeBrief, QuoteBrief

QUOTE = ("requests", 0, "evidence", 0, "quote")
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


def test_a_quotation_knows_where_it_stands(quote_brief: QuoteBrief) -> None:
    found = proven(quote_brief("fund the crossing", "Title\n\nWe will fund the crossing."))
    proof, findings = found.proof, found.findings
    assert findings == ()
    assert proof.places == {QUOTE: TextLocation("a.txt", 3, 9)}
    assert (proof.verified, proof.quotations) == (1, 1)


def test_a_changed_figure_is_found_at_its_line(quote_brief: QuoteBrief) -> None:
    found = proven(quote_brief("We will fund the crossing in 2028."))
    proof, (finding,) = found.proof, found.findings
    assert proof.verified == 0
    assert (finding.rule, finding.level) == ("quote-not-in-source", Level.ERROR)
    assert finding.location == TextLocation("brief.yaml", 17, 35)
    assert finding.message == (
        "“We will fund the crossing in 2028.” is not in source “a”; "
        "the nearest passage differs in a date"
    )
    assert finding.hint == "the source has “2027”, not “2028”"
    assert finding.excerpt.startswith("    evidence:")
    assert finding.notes == (
        "nearest passage: a.txt:1:1",
        "  source: We will fund the crossing in >2027<.",
        "  quoted: We will fund the crossing in >2028<.",
    )


def test_a_quotation_of_another_source_is_sent_there(make_brief: MakeBrief) -> None:
    brief = make_brief(
        "sources:\n"
        "  a: {title: A, publisher: P, file: a.txt}\n"
        "  b: {title: B, publisher: P, file: b.txt}\n"
        "  c: {title: C, publisher: P, file: c.txt}\n"
        "outcomes:\n"
        "  - id: O1\n    statement: Funds\n    strength: announced\n"
        "    evidence: [{source: a, quote: We will fund the crossing}]\n",
        a="Nothing of the kind.",
        b="Indeed. We will fund the crossing.",
        c="Again: We will fund the crossing.",
    )
    (finding,) = proven(brief).findings
    assert finding.message == "“We will fund the crossing” is not in source “a”"
    assert finding.hint == "it is in source “b” (b.txt:1:9): name that one"
    assert finding.notes == ()


def test_all_faults_come_at_once_when_a_source_is_refused(make_brief: MakeBrief) -> None:
    brief = make_brief(
        "sources:\n"
        "  a: {title: A, publisher: P, file: a.txt}\n"
        "  b: {title: B, publisher: P, file: b.txt}\n"
        "requests:\n"
        "  - {id: R1, from: rs, to: us, ask: Money, evidence: [{source: a, quote: not there}]}\n"
        "  - {id: R2, from: rs, to: us, ask: Money, evidence: [{source: b, quote: not there}]}\n"
        "  - {id: R3, from: rs, to: us, ask: Money}\n",
        a="Other words.",
    )
    with pytest.raises(SourceError) as caught:
        proven(brief)
    assert [(f.rule, str(f.location)) for f in caught.value.findings] == [
        ("source-file-missing", "brief.yaml:12:37"),
        ("quote-not-in-source", "brief.yaml:14:74"),
        ("evidence-missing", "brief.yaml:16:5"),
    ]


def test_the_shipped_brief_is_proven(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository)
    found = proven(read("briefs/2025-08-06-serbia-us/brief.yaml"))
    proof, findings = found.proof, found.findings
    assert findings == ()
    assert proof.verified == proof.quotations > 0
    assert [difference.item for difference in proof.differences] == ["O1"]


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
    findings = proven(make_brief(RECORD.format(due=due, more=more), a=SOURCE)).findings
    told = [f"{finding.location} {finding.rule}" for finding in findings]
    assert told == [f"brief.yaml:{each}" for each in found]
