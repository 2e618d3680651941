"""No outcome is firmer than the sentences in which its quotations stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.claims import proven
from bluf.data import read
from bluf.model import Verdict

if TYPE_CHECKING:
    from tests.claims.conftest import Held

OUTCOME = """\
sources:
  a: {{title: A, publisher: P, language: {language}, file: a.txt}}
outcomes:
  - id: O1
    statement: It
    strength: {strength}
    evidence: [{evidence}]
"""
RECORD = """\
sources:
  a: {title: A, publisher: P, party: rs, file: a.txt}
  b: {title: B, publisher: Q, party: us, file: b.txt}
outcomes:
  - id: O1
    statement: A dialogue
    strength: agreed
    evidence: [{source: a, quote: a dialogue}, {source: b, quote: a dialogue}]
"""


@pytest.mark.parametrize(
    ("strength", "evidence", "source", "broken"),
    [
        ("agreed", "{source: a, quote: a dialogue}", "They agreed on a dialogue.", []),
        ("agreed", "{source: a, quote: a dialogue}", "A dialogue was agreed; a dialogue.", []),
        ("agreed", "{source: a, quote: on a dialogue}", "They spoke. We agreed. Now on a dialogue.",
         ["strength-not-in-source"]),
        ("agreed", "{source: a, quote: We discussed it}", "We discussed it.",
         ["strength-overstated"]),
        ("agreed", "{source: a, quote: We discussed it, strength: agreed}", "We discussed it.",
         ["strength-overstated", "strength-overstated"]),
        ("agreed", "{source: a, quote: a plan}", "He stressed a plan.", ["strength-not-in-source"]),
        ("agreed", "{source: a, quote: stressed a plan}", "He stressed a plan.",
         ["strength-overstated"]),
        ("agreed", "{source: a, quote: We announced it}", "We announced it.",
         ["strength-overstated"]),
        ("agreed", "{source: a, quote: not agree on it}", "They did not agree on it.",
         ["strength-overstated"]),
        ("disagreed", "{source: a, quote: not agree on it}", "They did not agree on it.", []),
        ("discussed", "{source: a, quote: not agree on it}", "They did not agree on it.",
         ["strength-overstated"]),
        ("discussed", "{source: a, quote: the plan}", "On the plan.", []),
        ("discussed", "{source: a, quote: We agreed}", "We agreed.", []),
        ("agreed", "{source: a, quote: We met}, {source: a, quote: We agreed}",
         "We met. We agreed.", []),
        ("agreed", "{source: a, quote: We discussed it}, {source: a, quote: We met}",
         "We met. We discussed it.", ["strength-not-in-source"]),
        ("announced", "{source: a, quote: will go on}", "They say that they will go on.", []),
        ("announced", "{source: a, quote: hope they will go on}", "They hope they will go on.",
         ["strength-overstated"]),
        ("announced", "{source: a, quote: 'will go on, but hope for less'}",
         "They will go on, but hope for less.", []),
        ("disagreed", "{source: a, quote: didnt agree on it}", "They didnt agree on it.", []),
        ("agreed", "{source: a, quote: a dialogue}", "They agreed with Dr. Lee on a dialogue.", []),
        ("agreed", "{source: a, quote: in the U.S. a dialogue}",
         "They agreed to hold in the U.S. a dialogue.", []),
    ],
)  # fmt: skip
def test_a_strength_is_held_to_the_verbs(
    held: Held, strength: str, evidence: str, source: str, broken: list[str]
) -> None:
    record = OUTCOME.format(language="en", strength=strength, evidence=evidence)
    _, findings = held(record, a=source)
    assert [finding.rule for finding in findings] == broken


def test_a_language_without_a_file_is_said_once(held: Held) -> None:
    record = OUTCOME.format(
        language="ja", strength="agreed", evidence="{source: a, quote: 対話に合意した}"
    )
    claims, findings = held(record, a="両国は対話に合意した。")
    assert [finding.rule for finding in findings] == ["language-unknown"]
    assert [claim.verdict for claim in claims if claim.kind == "strength"] == [Verdict.UNDECIDED]


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("A ship will be here to repair", []),
        ("They hope a ship will be here", ["strength-overstated"]),
    ],
)
def test_a_purpose_behind_a_future_leaves_nothing_open(
    held: Held, quote: str, expected: list[str]
) -> None:
    record = (
        "sources: {a: {title: A, publisher: P, file: a.txt}}\noutcomes: [{id: O1, statement: A "
        f"ship, strength: announced, evidence: [{{source: a, quote: {quote}}}]}}]\n"
    )
    assert [each.rule for each in held(record, a=f"{quote}.")[1]] == expected


@pytest.mark.parametrize(
    ("source", "quote", "expected"),
    [
        ("Flights to resume\n\nThey met.", "Flights to resume", []),
        ("Flights between them.", "Flights between them", []),
        ("He said flights between them.", "He said flights between them", []),
        ("They hope for flights.", "They hope for flights", ["strength-overstated"]),
        ("He comes to Belgrade in May.", "He comes to Belgrade in May", []),
        ("We discussed a visit by the minister.", "a visit by the minister", []),
        ("We discussed plans that will help.", "We discussed plans that will help", []),
        ("We discussed plans.", "We discussed plans", ["strength-overstated"]),
    ],
)
def test_an_announcement_without_a_verb_that_announces(
    held: Held, source: str, quote: str, expected: list[str]
) -> None:
    record = OUTCOME.format(
        language="en", strength="announced", evidence=f"{{source: a, quote: {quote}}}"
    )
    _, findings = held(record, a=source)
    assert [finding.rule for finding in findings] == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("The talks resulted in an agreement on ports.", []),
        ("The talks were about ports.", ["strength-not-in-source"]),
        ("They hope for an agreement on ports.", ["strength-overstated"]),
    ],
)
def test_a_noun_may_name_what_was_agreed(held: Held, source: str, expected: list[str]) -> None:
    record = OUTCOME.format(
        language="en", strength="agreed", evidence=f"{{source: a, quote: '{source[:-1]}'}}"
    )
    assert [finding.rule for finding in held(record, a=source)[1]] == expected


def test_announced_in_chinese_is_not_agreed(held: Held) -> None:
    evidence = "{source: a, quote: 中方宣布举行对话}"
    record = OUTCOME.format(language="zh", strength="agreed", evidence=evidence)
    _, findings = held(record, a="中方宣布举行对话。")
    assert [finding.rule for finding in findings] == ["strength-overstated"]


def test_a_basis_leaves_no_mark(held: Held) -> None:
    claims, findings = held(
        "outcomes: [{id: O1, statement: It, strength: agreed, basis: the duty officer}]\n"
    )
    assert findings == []
    assert [(claim.verdict, claim.found) for claim in claims if claim.kind == "strength"] == [
        (Verdict.OWN, "the duty officer")
    ]


def test_a_quotation_that_is_not_there_bears_nothing_out(held: Held) -> None:
    record = OUTCOME.format(
        language="en", strength="agreed", evidence="{source: a, quote: They agreed on it}"
    )
    claims, findings = held(record, a="They met.")
    assert [finding.rule for finding in findings] == ["quote-not-in-source"]
    assert [claim.verdict for claim in claims if claim.kind == "strength"] == [Verdict.UNDECIDED]


def test_an_outcome_without_evidence_is_a_finding_of_its_own(held: Held) -> None:
    claims, findings = held("outcomes: [{id: O1, statement: It, strength: agreed}]\n")
    assert [finding.rule for finding in findings] == ["evidence-missing"]
    assert [claim for claim in claims if claim.kind == "strength"] == []


@pytest.mark.parametrize(
    ("source", "broken", "verdict"),
    [
        ("We discussed the treaty signed in May", ["strength-overstated"], Verdict.CONTRADICTED),
        ("We welcomed the treaty signed in May", [], Verdict.UNDECIDED),
        ("Work goes on under the treaty signed in May", [], Verdict.UNDECIDED),
        ("They signed the treaty in May", [], Verdict.BORNE_OUT),
    ],
)
def test_a_verb_that_describes_a_noun_bears_no_agreement_out(
    held: Held, source: str, broken: list[str], verdict: Verdict
) -> None:
    record = OUTCOME.format(
        language="en", strength="agreed", evidence=f"{{source: a, quote: {source}}}"
    )
    claims, findings = held(record, a=f"{source}.")
    assert [finding.rule for finding in findings] == broken
    assert [claim.verdict for claim in claims if claim.kind == "strength"] == [verdict]


@pytest.mark.parametrize("where", ["bottom_line", "statement"])
def test_a_text_that_agrees_where_a_source_describes_cannot_be_told(held: Held, where: str) -> None:
    statement = "They agreed on a treaty" if where == "statement" else "A treaty"
    record = OUTCOME.format(
        language="en", strength="conveyed", evidence="{source: a, quote: the treaty signed in May}"
    ).replace("statement: It", f"statement: {statement}")
    if where == "bottom_line":
        record += "bottom_line: They agreed on a treaty\n"
    claims, findings = held(record, a="Work goes on under the treaty signed in May.")
    assert [finding.rule for finding in findings] == []
    told = [
        claim.verdict for claim in claims if claim.kind == "strength" and claim.words == "agreed"
    ]
    assert told == [Verdict.UNDECIDED]


def test_the_rest_of_a_sentence_says_how_firm_an_account_is(held: Held) -> None:
    _, findings = held(RECORD, a="They agreed on a dialogue.", b="They discussed a dialogue.")
    assert findings == []
    proof = proven(read("brief.yaml")).proof
    (difference,) = proof.differences
    assert [account.strength for account in difference.accounts] == ["agreed", "discussed"]


def test_a_quotation_that_is_not_there_says_nothing(held: Held) -> None:
    held(RECORD, a="They agreed on a dialogue.", b="They met.")
    assert proven(read("brief.yaml")).proof.differences == ()
