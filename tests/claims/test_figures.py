"""Figures stand in the evidence, or are reckoned from the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.model import ClaimKind, Verdict

if TYPE_CHECKING:
    from tests.claims.conftest import Held, Rules

WRONG = ["figure-not-found"]


@pytest.mark.parametrize(
    ("text", "source", "language", "broken"),
    [
        ("It costs 400 million euros.", "It costs 400 million euros.", "en", []),
        ("It costs 400 million euros.", "Es kostet 400 Mio. Euro.", "de", []),
        ("It costs 400 million euros.", "这条线路耗资4亿欧元。", "zh", []),
        ("It costs about 400 euros.", "It costs 413 euros.", "en", []),
        ("It costs 400 euros.", "It costs 413 euros.", "en", ["figure-not-found"]),
        ("It costs 400 euros.", "It costs 400 dollars.", "en", ["figure-not-found"]),
        ("Nine ships came.", "There were nine ships.", "en", []),
        ("They spoke of 2020号.", "It was the year 2020.", "en", []),
        ("It costs USD 10 billion.", "It costs USD10 billion.", "en", []),
        ("It was 70 years ago.", "It was the 70th anniversary.", "en", []),
        ("It was 70 years ago.", "It was the 60th anniversary.", "en", ["figure-not-found"]),
        ("Six of ten ships came.", "60 % of the ships came.", "en", []),
        ("Six of ten ships came.", "70 % of the ships came.", "en", ["figure-not-found"]),
        ("Four ships came.", "Anna, Maria, Berta and Clara came.", "en", []),
        ("Nine ships came.", "There were ships.", "en", []),
        ("Nine ships came.", "There were ten ships.", "en", ["figure-not-found"]),
        ("Nine ships came.", "The ships are Ada, Bea and Cleo.", "en", ["figure-not-found"]),
        ("Nine ships came.", "There were boats.", "en", ["figure-not-found"]),
        ("It backs PEC 66.", "They spoke of PEC 66.", "en", []),
        ("It costs 36,700.", "It costs 36,700.08 euros.", "en", []),
        ("It costs 36,700 euros.", "It costs 36,701.08 euros.", "en", ["figure-not-found"]),
        ("The two regions met.", "The regions met.", "en", []),
        ("They spoke of resolution 1244.", "On resolution 1244 they spoke.", "en", []),
        ("They spoke of resolution 1245.", "On resolution 1244 they spoke.", "en",
         ["figure-not-found"]),
    ],
)  # fmt: skip
def test_a_figure_of_the_bottom_line_stands_in_a_source(
    rules: Rules, text: str, source: str, language: str, broken: list[str]
) -> None:
    found = [rule for rule in rules(text, source, language) if rule != "source-unused"]
    assert found == broken


ITEM = """\
sources:
  a: {{title: A, publisher: P, file: a.txt}}
outcomes:
  - id: O1
    statement: {statement}
    strength: conveyed
    evidence: [{{source: a, quote: {quote}{more}}}]
"""
SOURCE = "The line will cost 400 million euros. The bridge will cost 500 million euros."


@pytest.mark.parametrize(
    ("statement", "quote", "more", "broken"),
    [
        ("A line for 400 million euros", "The line will cost 400 million euros", "", []),
        ("A line for 700 million euros", "The line will cost 400 million euros", "",
         ["figure-differs"]),
        ("A line for 500 million euros", "The line will cost", "", ["figure-not-found"]),
        ("A line for 300 million euros", "The line will cost", "", ["figure-not-found"]),
        ("A line for 333 million euros", "The line will cost",
         ", translation: for 333 million euros, translator: T", []),
        ("A line for 334 million euros", "The line will cost",
         ", translation: for 333 million euros, translator: T", ["figure-not-found"]),
    ],
)  # fmt: skip
def test_a_figure_of_an_item_stands_in_its_evidence(
    held: Held, statement: str, quote: str, more: str, broken: list[str]
) -> None:
    _, findings = held(ITEM.format(statement=statement, quote=quote, more=more), a=SOURCE)
    assert [finding.rule for finding in findings] == broken


def test_an_amount_is_not_borne_out_by_a_number_of_something_else(held: Held) -> None:
    claims, findings = held(
        ITEM.format(
            statement="A line for 40 million euros", quote="cost 40 million crowns", more=""
        ),
        a="The line will cost 40 million crowns.",
    )
    (figure,) = (claim for claim in claims if claim.kind is ClaimKind.FIGURE)
    assert figure.verdict is Verdict.UNDECIDED
    assert not findings


def test_those_who_met_are_counted(held: Held) -> None:
    record = """\
bottom_line: The three ministers met; the four did not.
sources: {a: {title: A, publisher: P, file: a.txt}}
events: [{id: E1, title: Talks, participants: [{name: Roe}, {name: Doe}, {name: Poe}]}]
"""
    claims, findings = held(record, a="Roe, Doe and Poe met.")
    assert [claim.found for claim in claims if claim.kind is ClaimKind.FIGURE] == [
        "3 participants",
        "",
    ]
    assert [finding.rule for finding in findings] == ["figure-not-found"]


@pytest.mark.parametrize(
    ("text", "source", "language", "broken"),
    [
        ("It was the 31st session.", "the 31st session", "en", []),
        ("It was the 13th session.", "the 31st session", "en", ["figure-not-found"]),
        ("It was the twelfth session.", "the 12th session", "en", []),
        ("It was the twelfth session.", "the eleventh session", "en", ["figure-not-found"]),
        ("It was the 12th session.", "la douzième session", "fr", []),
        ("It was the 12th session.", "第十一回", "ja", []),
    ],
)
def test_an_ordinal_stands_in_a_source(
    rules: Rules, text: str, source: str, language: str, broken: list[str]
) -> None:
    found = rules(text, source, language)
    assert [rule for rule in found if rule.startswith("figure")] == broken


def test_a_number_may_count_what_the_evidence_lists(held: Held) -> None:
    record = (
        "sources: {{a: {{title: A, publisher: P, file: a.txt}}}}\noutcomes: [{{id: O1, statement: "
        "{statement}, strength: discussed, evidence: [{{source: a, quote: They named}}]}}]\n"
    )
    source = "They named the roads, the woods and the towns."
    (claim,) = [
        each
        for each in held(record.format(statement="All three matters"), a=source)[0]
        if each.kind is ClaimKind.FIGURE
    ]
    assert claim.verdict is Verdict.UNDECIDED
    assert held(record.format(statement="All five matters"), a=source)[1] != []


def test_at_most_ten_is_no_rounding(rules: Rules) -> None:
    assert rules("At most ten people came.", "Eight people came.") == ["figure-not-found"]


@pytest.mark.parametrize(
    ("text", "own", "broken"),
    [
        ("Three ministers: of trade, of energy and of health.", "en", []),
        ("Four ministers: of trade, of energy and of health.", "en", WRONG),
        ("Two papers: a charter, a plan and a budget.", "en", WRONG),
        ("It rests on three papers (a charter, a plan, and a budget).", "en", []),
        ("It rests on two papers: a charter and a plan. Three papers are late.", "en", WRONG),
        ("Three papers are late. It rests on three papers: a charter, a plan and a map.", "en", []),
        ("It rests on three papers.", "en", WRONG),
        ("It rests on three papers:", "en", WRONG),
        ("Trois textes : une charte, un plan et un budget.", "fr", []),
        ("Tres textos: una carta, un plan y un mapa.", "es", []),
        ("Drei Papiere: eine Charta, ein Plan und eine Karte.", "de", []),
        ("Três textos: uma carta, um plano e um mapa.", "pt", []),
        ("Три документа: устав, план и карта.", "ru", []),
        ("Tri dokumenta: povelja, plan i karta.", "sr-Latn", []),
    ],
)
def test_a_count_of_what_the_text_lists(
    rules: Rules, text: str, own: str, broken: list[str]
) -> None:
    found = rules(text, "They met.", own=own)
    assert [rule for rule in found if rule == "figure-not-found"] == broken


@pytest.mark.parametrize(
    ("source", "broken"),
    [
        ("They visited the mountain villages of Ala, Bela and Cala by helicopter.", []),
        ("They visited the mountain villages of Ala and Bela by helicopter.", WRONG),
        ("The band brought drums, pipes and horns.", WRONG),
    ],
)
def test_a_count_of_what_a_sentence_of_a_source_lists(
    rules: Rules, source: str, broken: list[str]
) -> None:
    assert rules("They visited three mountain villages.", source) == broken


@pytest.mark.parametrize("quote", ["", "It is at most 40 tonnes."])
def test_another_limit_is_named(held: Held, quote: str) -> None:
    record = "sources: {a: {title: A, publisher: P, file: a.txt}}\n"
    record += (
        "outcomes: [{id: O1, statement: At least 40 tonnes, strength: conveyed, evidence: [{"
        f"source: a, quote: {quote[:-1]}}}]}}]\n"
        if quote
        else "bottom_line: It is at least 40 tonnes.\n"
    )
    _, findings = held(record, a="It is at most 40 tonnes.")
    assert [each.message for each in findings if "figure" in each.rule] == [
        "“40 tonnes” has another limit in source “a”: “is at most 40 tonnes”"
    ]


@pytest.mark.parametrize(
    ("text", "source", "verdict"),
    [
        (
            "Two memoranda were signed.",
            "A memorandum of two countries was signed.",
            "cannot be told",
        ),
        ("Two memoranda were signed.", "They signed two memoranda.", "borne out"),
        ("Two changes were made.", "Changes of plan No. 2 were made.", "cannot be told"),
    ],
)
def test_a_small_number_of_other_things_bears_nothing_out(
    held: Held, text: str, source: str, verdict: str
) -> None:
    record = f"bottom_line: {text}\nsources: {{a: {{title: A, publisher: P, file: a.txt}}}}\n"
    claims, _ = held(record, a=source)
    assert [each.verdict for each in claims if each.kind == "figure"] == [verdict]


def test_a_length_that_a_source_gives_is_not_reckoned_from_the_record(held: Held) -> None:
    source = "{a: {title: A, publisher: P, file: a.txt, date: 2026-02-27}}"
    record = f"bottom_line: The visit lasted three days.\nsources: {source}\n"
    claims, _ = held(record, a="The visit lasted two days.")
    assert [each.verdict for each in claims if each.kind == "figure"] == ["cannot be told"]
    claims, _ = held(record, a="The visit was long.")
    assert [each.verdict for each in claims if each.kind == "figure"] == ["borne out"]
