"""A figure or day is borne out where its own words stand with it, and not those of another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.claims.conftest import Held

PLEDGES = "Norway pledged 5 million euros, Sweden 7 million euros and the EU 9 million euros."
PARTS = "The plan gives 40 million euros for schools and 60 million euros for roads."
RISE = "Norway gave the port another 5 million euros, plus 7 million euros for repairs."
RESPECTIVELY = "Norway and Sweden pledged 5 and 7 million euros respectively."
DAYS = "The council meets in Oslo on 3 May 2026 and the court meets in Bergen on 9 June 2026."
TRAFFIC = "Exports rose by 12 percent, while prices fell by 3 percent."
UNTIL = "The road stays closed until 1 June 2026."
HAN_UNTIL = "贷款在2025年前提供。"
HAN = "挪威承诺提供500万欧元，瑞典承诺提供700万欧元。"
GERMAN = "Der Verein erhält 400 Euro, das DRK für den Dienst während der Feier 100 Euro."
ARABIC = "تعهدت النرويج بتقديم 5 ملايين يورو، وتعهدت السويد بتقديم 7 ملايين يورو."
YEARS = "Donors pledged 458 million dollars for 2017 and 214 million dollars for 2018."


@pytest.mark.parametrize(
    ("source", "text", "words", "verdict"),
    [
        (PLEDGES, "Norway pledged 5 million euros.", "5 million euros", "borne out"),
        (PLEDGES, "Norway pledged 7 million euros.", "7 million euros", "not found"),
        (PLEDGES, "Sweden pledged 5 million euros.", "5 million euros", "cannot be told"),
        (PLEDGES, "The European Union pledged 7 million euros.", "7 million euros",
         "cannot be told"),
        (PLEDGES, "UK and Norway pledged 7 million euros.", "7 million euros", "cannot be told"),
        (PLEDGES, "They pledged 5 million and 7 million euros.", "7 million euros", "borne out"),
        (PLEDGES, "They pledged 7 million and 5 million euros.", "7 million", "cannot be told"),
        (PLEDGES, "Sweden pledged 7 million and Norway 5 million euros.", "5 million euros",
         "borne out"),
        (PARTS, "The plan has 60 million euros.", "60 million euros", "cannot be told"),
        (f"{PARTS} Later {PARTS.lower()}", "The plan has 60 million euros.", "60 million euros",
         "cannot be told"),
        (PARTS, "They get 40 million euros for schools.", "40 million euros", "borne out"),
        (PARTS, "They get 60 million euros for schools.", "60 million euros", "not found"),
        (RISE, "Norway gave 7 million euros.", "7 million euros", "cannot be told"),
        (RESPECTIVELY, "Sweden pledged 5 million euros.", "5 million euros", "cannot be told"),
        (RESPECTIVELY, "The two pledged 5 and 7 million euros.", "7 million euros", "borne out"),
        (YEARS, "They pledged 214 million dollars for 2018.", "214 million dollars", "borne out"),
        (YEARS, "They pledged 214 million dollars for 2017.", "214 million dollars", "not found"),
        (DAYS, "The council meets in Oslo on 3 May 2026.", "3 May 2026", "borne out"),
        (DAYS, "The council meets in Oslo on 9 June 2026.", "9 June 2026", "not found"),
        (DAYS, "There is a session on 9 June 2026.", "9 June 2026", "cannot be told"),
        (TRAFFIC, "Exports rose by 12 percent.", "12 percent", "borne out"),
        (TRAFFIC, "Exports fell by 12 percent.", "12 percent", "not found"),
        (TRAFFIC, "It fell by 12 percent.", "12 percent", "not found"),
        (f"{TRAFFIC[:27]}.", "It fell by 12 percent.", "12 percent", "cannot be told"),
        (UNTIL, "It is closed until 1 June 2026.", "1 June 2026", "borne out"),
        (UNTIL, "It is closed from 1 June 2026.", "1 June 2026", "cannot be told"),
    ],
)  # fmt: skip
def test_of_several_in_a_sentence(
    held: Held, source: str, text: str, words: str, verdict: str
) -> None:
    record = f"""\
sources: {{a: {{title: A, publisher: P, file: a.txt}}}}
outcomes:
  - {{id: O1, strength: conveyed, statement: "{text}",
     evidence: [{{source: a, quote: "{source}"}}]}}
"""
    claims, findings = held(record, a=source)
    told = [str(each.verdict) for each in claims if each.words == words]
    assert told == [verdict]
    rules = [each.rule for each in findings if each.rule in {"figure-not-found", "date-not-found"}]
    assert len(rules) == (verdict == "not found")


@pytest.mark.parametrize(
    ("tag", "source", "text", "words", "verdict"),
    [
        ("zh", HAN, "挪威提供500万欧元。", "500万欧元", "borne out"),
        ("zh", HAN, "挪威提供700万欧元。", "700万欧元", "not found"),
        ("zh", HAN, "会议提供700万欧元。", "700万欧元", "cannot be told"),
        ("de", GERMAN, "An das DRK gehen 100 Euro.", "100 Euro", "borne out"),
        ("de", GERMAN, "An das DRK gehen 400 Euro.", "400 Euro", "not found"),
        ("ar", ARABIC, "النرويج تعهدت 5 ملايين يورو.", "5 ملايين يورو", "borne out"),
        ("ar", ARABIC, "تقدم السويد 7 ملايين يورو.", "7 ملايين يورو", "borne out"),
        ("ar", ARABIC, "تقدم السويد 5 ملايين يورو.", "5 ملايين يورو", "not found"),
    ],
)
def test_in_scripts_without_capitals(
    held: Held, tag: str, source: str, text: str, words: str, verdict: str
) -> None:
    record = f"""\
language: {tag}
sources: {{a: {{title: A, publisher: P, file: a.txt, language: {tag}}}}}
bottom_line: {text}
"""
    claims, _ = held(record, a=source)
    assert [str(each.verdict) for each in claims if each.words == words] == [verdict]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("The council will meet on 21 October 2025.", "borne out"),
        ("The council will meet on 8 October 2025.", "cannot be told"),
        ("On 8 October 2025 they chose 21 October 2025.", "borne out"),
    ],
)
def test_a_day_of_the_record_in_place_of_that_of_the_evidence(
    held: Held, text: str, verdict: str
) -> None:
    source = "They met on 8 October 2025. The council will meet on 21 October 2025."
    quote = "The council will meet on 21 October 2025"
    record = f"""\
sources: {{a: {{title: A, publisher: P, file: a.txt}}}}
events: [{{id: E1, title: Talks, date: {{value: 2025-10-08, source: a}}}}]
outcomes:
  - {{id: O1, statement: "{text}", strength: conveyed, evidence: [{{source: a, quote: "{quote}"}}]}}
"""
    claims, _ = held(record, a=source)
    days = [each for each in claims if each.words in text and each.path[0] == "outcomes"]
    assert {str(each.verdict) for each in days if "October" in each.words} == {verdict}
