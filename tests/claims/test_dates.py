"""Dates stand in a source or in the record, and none lies before what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.model import Verdict

if TYPE_CHECKING:
    from tests.claims.conftest import Held, Rules


@pytest.mark.parametrize(
    ("text", "source", "language", "more", "broken"),
    [
        ("They met on 3 May 2025.", "They met on 3 May 2025.", "en", "", []),
        ("It was the year 2020.", "2020—2021韩中文化交流年", "zh", "", []),
        ("It was the year 2021.", "2020—2021韩中文化交流年", "zh", "", []),
        ("They met on 3 May 2025.", "Они встретились 3 мая 2025 года.", "ru", "", []),
        ("They met on 3 May 2025.", "他们于2025年5月3日会晤。", "zh", "", []),
        ("They met on 3 May 2025.", "They met yesterday.", "en", ", date: 2025-05-04", []),
        ("They met on 3 May 2025.", "They met on Saturday.", "en", ", date: 2025-05-05", []),
        ("They met on 3 May 2025.", "They met on Friday.", "en", ", date: 2025-05-05",
         ["date-not-found"]),
        ("They met on 3 May 2025.", "They met.", "en", "", ["date-not-found"]),
        ("They met on 3 May 2025.", "Se reunieron el día 3.", "es", "", []),
        ("They met on 4 May 2025.", "Se reunieron el día 3.", "es", "", ["date-not-found"]),
        ("They met on 3 May 2025.", "Se vieron el día 3.", "es", ", date: 2025-05-05", []),
        ("They met on 3 April 2025.", "Se vieron el día 3.", "es", ", date: 2025-05-05", []),
        ("They met on 3 June 2025.", "Se vieron el día 3.", "es", ", date: 2025-05-05",
         ["date-not-found"]),
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


def test_next_year_is_reckoned_from_the_day_of_its_source(held: Held) -> None:
    record = (
        "bottom_line: They meet in 2027.\n"
        "sources: {a: {title: A, publisher: P, language: en, date: DAY, file: a.txt}}\n"
    )
    _, findings = held(record.replace("DAY", "2026-02-02"), a="They meet next year.")
    assert findings == []
    _, findings = held(record.replace("DAY", "2025-02-02"), a="They meet next year.")
    assert [each.rule for each in findings] == ["date-not-found"]


@pytest.mark.parametrize(
    ("source", "verdict"),
    [
        ("They met.", Verdict.BORNE_OUT),
        ("They met yesterday.", Verdict.UNDECIDED),
        ("They met on 1 February 2026.", Verdict.UNDECIDED),
        ("They will meet again on 9 February 2026.", Verdict.BORNE_OUT),
    ],
)
def test_the_day_of_a_source_is_none_of_an_event_that_it_tells_of_the_day_before(
    held: Held, source: str, verdict: Verdict
) -> None:
    record = EVENT.format(date="{value: 2026-02-03, source: a}", more=", date: 2026-02-03")
    claims, _ = held(record, a=source)
    assert [each.verdict for each in claims if each.words == "2026-02-03"] == [verdict]


def test_a_day_of_the_week_of_the_record_alone_cannot_be_told(held: Held) -> None:
    record = (
        "bottom_line: They met on Monday.\nsources: {a: {title: A, publisher: P, file: a.txt}}\n"
    )
    claims, _ = held(record, a="They met on Wednesday.")
    assert ("Monday", Verdict.UNDECIDED) in [(each.words, each.verdict) for each in claims]


def test_of_several_days_of_the_week_the_first_is_told_at_every_run(held: Held) -> None:
    record = (
        "bottom_line: They met on Monday.\nsources: {a: {title: A, publisher: P, file: a.txt}}\n"
    )
    lines = "\n".join(f"Team {number} met on Monday." for number in range(9))
    claims, _ = held(record, a=lines)
    (told,) = [each.place for each in claims if each.words == "Monday"]
    assert str(told).endswith("a.txt:1:15")
