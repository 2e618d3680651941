"""Dates stand in a source or in the record, and none lies before what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.claims.conftest import Held, Rules


@pytest.mark.parametrize(
    ("text", "source", "language", "more", "broken"),
    [
        ("They met on 3 May 2025.", "They met on 3 May 2025.", "en", "", []),
        ("They met on 3 May 2025.", "Они встретились 3 мая 2025 года.", "ru", "", []),
        ("They met on 3 May 2025.", "他们于2025年5月3日会晤。", "zh", "", []),
        ("They met on 3 May 2025.", "They met yesterday.", "en", ", date: 2025-05-04", []),
        ("They met on 3 May 2025.", "They met on Saturday.", "en", ", date: 2025-05-05", []),
        ("They met on 3 May 2025.", "They met on Friday.", "en", ", date: 2025-05-05",
         ["date-not-found"]),
        ("They met on 3 May 2025.", "They met.", "en", "", ["date-not-found"]),
        ("They met on 2 March.", "They met.", "en", "", []),
        ("It is late from 3 March 2026.", "They met.", "en", "", ["date-not-found"]),
        ("It is for 2029.", "They met.", "en", "", ["date-not-found"]),
        ("On Monday, 3 May 2025 they met.", "On 3 May 2025.", "en", "", ["date-differs"]),
        ("On Saturday, 3 May 2025 they met.", "On 3 May 2025.", "en", "", []),
    ],
)  # fmt: skip
def test_a_date_is_of_the_record_or_of_a_source(
    rules: Rules, text: str, source: str, language: str, more: str, broken: list[str]
) -> None:
    found = rules(text, source, language, more=more)
    assert [rule for rule in found if rule != "name-undecided"] == broken


ITEM = """\
sources:
  a: {{title: A, publisher: P, file: a.txt}}
  b: {{title: B, publisher: P, language: fr, file: b.txt}}
outcomes:
  - id: O1
    statement: {statement}
    strength: conveyed
    evidence:
      - {{source: a, quote: {quote}}}
      - {{source: b, quote: une réunion, translation: a meeting on 9 May, translator: T}}
"""


@pytest.mark.parametrize(
    ("statement", "quote", "broken"),
    [
        ("A meeting on 3 May", "a meeting on 3 May", []),
        ("A meeting on 9 May", "a meeting on 3 May", []),
        ("A meeting on 5 May", "a meeting on 3 May", ["date-differs"]),
        ("A meeting on 5 May", "a meeting", ["date-not-found"]),
    ],
)
def test_a_date_of_an_item_is_that_of_its_evidence(
    held: Held, statement: str, quote: str, broken: list[str]
) -> None:
    record = ITEM.format(statement=statement, quote=quote)
    _, findings = held(record, a="There was a meeting on 3 May.", b="C’était une réunion.")
    assert [finding.rule for finding in findings] == broken


EVENT = """\
sources:
  a: {{title: A, publisher: P, file: a.txt{more}}}
events:
  - {{id: E1, title: Talks, date: {date}}}
"""


@pytest.mark.parametrize(
    ("date", "source", "more", "broken"),
    [
        ("{value: 2026-02-03, source: a}", "They met on 3 February.", "", []),
        ("{value: 2026-02-09, source: a}", "They met on 3 February.", "", ["date-differs"]),
        ("{value: 2026-02-09, source: a}", "On 3 and on 5 February, 3 March.", "",
         ["date-not-found"]),
        ("{value: 2026-02-03, source: a}", "They met.", ", date: 2026-02-03", []),
        ("{value: 2026-02-02, source: a}", "They met yesterday.", ", date: 2026-02-03", []),
        ("2026-02-09", "They met on 3 February.", "", ["date-not-found"]),
        ("2026-02-03", "They met on 3 February.", "", []),
    ],
)  # fmt: skip
def test_the_day_of_an_event_is_that_of_its_source(
    held: Held, date: str, source: str, more: str, broken: list[str]
) -> None:
    _, findings = held(EVENT.format(date=date, more=more), a=source)
    assert [finding.rule for finding in findings] == broken


FOLLOW_UP = """\
sources:
  a: {{title: A, publisher: P, file: a.txt, date: 2026-02-03}}
events:
  - {{id: E1, title: Talks, date: {{value: 2026-02-03, source: a}}}}
outcomes:
  - id: O1
    event: E1
    statement: A plan
    strength: agreed
    evidence: [{{source: a, quote: agreed on a plan}}]
follow_ups:
  - id: F1
    action: Write it
    follows: [O1]
    due: {due}
    evidence: [{{source: a, quote: to be written}}]
    history: [{history}]
"""
SOURCE = "On 3 February they agreed on a plan, to be written later this year, by 9 March 2026."
CHANGE = "{{date: {0}, status: open, evidence: [{{source: a, quote: to be written}}]}}"


@pytest.mark.parametrize(
    ("due", "history", "broken"),
    [
        ("2026-03-09", "", []),
        ("{date: 2026-03-09, source: a}", "", []),
        ("{date: 2026-03-10, source: a}", "", ["date-not-found"]),
        ("{wording: later this year, latest: 2026-12-31, source: a}", "", []),
        ("{wording: later this year, latest: 2027-12-31, source: a}", "", ["date-differs"]),
        ("{wording: later this year, latest: 2026-12-31}", "", []),
        ("{wording: to be written, latest: 2026-12-30, source: a}", "", []),
        ("{after: the talks}", "", []),
        ("{latest: 2026-01-01}", "", ["dated-before-basis"]),
        ("{date: 2026-01-01}", "", ["date-not-found", "dated-before-basis"]),
        ("{after: the talks}", "{date: 2026-02-03, status: open, note: Begun}", []),
        ("2026-03-09", CHANGE.format("2026-02-03"), []),
        ("2026-03-09", CHANGE.format("2026-02-01"), ["dated-before-basis"]),
    ],
)
def test_a_due_day_is_that_of_its_source_and_not_before_it(
    held: Held, due: str, history: str, broken: list[str]
) -> None:
    _, findings = held(FOLLOW_UP.format(due=due, history=history), a=SOURCE)
    assert [finding.rule for finding in findings] == broken


@pytest.mark.parametrize(
    ("wording", "latest", "differs"),
    [
        ("September", "2026-06-30", True),
        ("September", "2026-09-30", False),
        ("before September", "2026-08-31", False),
        ("January", "2026-12-01", True),
        ("January", "2027-01-31", False),
        ("by 9 March", "2026-03-07", True),
        ("by 9 March", "2026-03-09", False),
        ("by 03/04/2026", "2026-02-20", False),
    ],
)
def test_a_month_cannot_end_before_it_begins(
    held: Held, wording: str, latest: str, *, differs: bool
) -> None:
    due = f"{{wording: {wording}, latest: {latest}, source: a}}"
    _, findings = held(FOLLOW_UP.format(due=due, history=""), a=SOURCE)
    assert ("date-differs" in [finding.rule for finding in findings]) is differs


def test_a_change_may_be_of_a_day_that_its_source_names(held: Held) -> None:
    record = FOLLOW_UP.format(due="2026-03-09", history=CHANGE.format("2026-01-09"))
    _, findings = held(record, a=f"{SOURCE} It began on 9 January.")
    assert findings == []


def test_a_source_after_the_brief_and_a_brief_before_its_event_are_found(held: Held) -> None:
    record = FOLLOW_UP.format(due="2026-05-09", history="").replace("2026-02-03", "2026-04-03")
    _, findings = held(record, a=SOURCE.replace("February", "April").replace("9 March", "9 May"))
    assert [finding.rule for finding in findings] == ["source-after-brief", "dated-before-basis"]
    assert findings[0].hint == "update “date”"


def test_the_day_after_a_due_day_is_one_of_the_record(rules: Rules) -> None:
    due = "follow_ups: [{id: F1, action: Write, own: true, due: 2026-04-30}]"
    text = "It is late from 1 May 2026."
    assert rules(text, "They met.", after=due) == []
    assert rules(text, "They met.") == ["date-not-found"]


@pytest.mark.parametrize(
    ("text", "source", "broken"),
    [
        ("They wrote on Tuesday.", "They wrote on Tuesday.", []),
        ("They wrote on Tuesday.", "They wrote on Wednesday.", ["date-not-found"]),
        ("They wrote on Monday.", "They wrote on Wednesday.", []),  # the day of the brief is one
        ("They wrote on Tuesday.", "They wrote.", []),
    ],
)
def test_a_day_of_the_week_is_named_by_a_source(
    rules: Rules, text: str, source: str, broken: list[str]
) -> None:
    assert rules(text, source) == broken
