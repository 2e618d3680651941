"""A place counts where a source says that it was there, and not where it only names it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.claims.conftest import broken

from bluf.model import ClaimKind

if TYPE_CHECKING:
    from tests.claims.conftest import Held

ABSENT = ["place-not-in-source"]


@pytest.mark.parametrize(
    ("place", "source", "expected"),
    [
        ("Belgrade", "They met in Belgrade.", []),
        ("Belgrade", "They met in the Serbian capital Belgrade.", []),
        ("Belgrade", "BELGRADE, 2 March – They met.", []),
        ("Belgrade", "BELGRADE/PRESS/ They met.", []),
        ("Belgrade", "2 March 2026 BELGRADE: They met.", []),
        ("Belgrade", "They met at State House, Belgrade.", []),
        ("Belgrade", "They met at 2 School Road, Belgrade.", []),
        ("Serbia", "Serbia welcomed the offer.", []),
        ("Belgrade", "He visited Belgrade.", []),
        ("Belgrade", "Belgrade.- They met.", []),
        ("Belgrade", "In March, Belgrade welcomed it.", ABSENT),
        ("Minsk", "They met in the capital of Belarus.", []),
        ("Minsk", "They met in the Belarusian capital.", []),
        ("Minsk", "They met in Belarus, far from its capital.", ABSENT),
        ("New Haven", "They met. New Haven is far.", ABSENT),
        ("Port of Spain", "Port of Spain, 2 March (P) – They met.", []),
        ("Belgrade", "Belgrade welcomed the offer.", ABSENT),
        ("Belgrade", "Serbia welcomed the offer.", ABSENT),
        ("Belgrade", "In March. Belgrade welcomed it.", ABSENT),
        ("Yakima", "They met in the city of Yakima.", []),
        ("Yakima", "The Yakima accord is old.", ABSENT),
        ("Yakima", "They met in Yakina.", ["name-misspelt"]),
        ('"Belgrade, Serbia"', "They met in Belgrade, in Serbia.", []),
        ('"Belgrade, Yakima"', "They met in Belgrade.", ABSENT),
    ],
)
def test_a_place(held: Held, place: str, source: str, expected: list[str]) -> None:
    assert broken(held, place, source) == expected


def test_a_language_without_a_file_cannot_say_where(held: Held) -> None:
    _, findings = held(
        "sources: {a: {title: A, publisher: P, language: fi, file: a.txt}}\n"
        "events: [{id: E1, title: Talks, place: Yakima}]\n",
        a="Yakima päätti.",
    )
    assert not [each for each in findings if each.rule.startswith("place")]


FILLER = "They spoke of the ferry and of its fares for the night. " * 12


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (f"Lubeck council minutes\n{FILLER}They closed.", []),
        (f"{FILLER}They closed. The clerk, Lubeck", []),
        (f"Minutes\n{FILLER}A letter of the mayor of Lubeck came. {FILLER}", ABSENT),
        (f"Minutes\n{FILLER}They met in Lubeck again. {FILLER}", []),
    ],
)
def test_minutes_name_their_town_at_head_or_foot(
    held: Held, source: str, expected: list[str]
) -> None:
    assert broken(held, "Lubeck", source, ", kind: session") == expected


@pytest.mark.parametrize(
    ("place", "verdict"), [("Belgrade", "borne out"), ("Lima", "cannot be told")]
)
def test_the_place_of_another_event_cannot_be_told(held: Held, place: str, verdict: str) -> None:
    source = "Anna Novak was received in Belgrade. A summit was held in Lima last year."
    event = f"[{{id: E1, title: Talks, place: {place}, participants: [{{name: Anna Novak}}]}}]"
    record = f"sources: {{a: {{title: A, publisher: P, file: a.txt}}}}\nevents: {event}\n"
    claims, _ = held(record, a=source)
    assert [str(each.verdict) for each in claims if each.kind is ClaimKind.PLACE] == [verdict]


@pytest.mark.parametrize(
    ("source", "verdict"),
    [
        ("Anna Novak met Peter Braun in Belgrade.", "borne out"),
        ("Anna Novak will travel to Belgrade in May.", "cannot be told"),
        ("On 2 March 2026 Anna Novak was in Belgrade.", "borne out"),
        ("Anna Novak came to the trade talks of ministers in Belgrade.", "borne out"),
        ("The trade talks of ministers in Belgrade went on.", "cannot be told"),
    ],
)
def test_one_participant_alone_may_have_been_there_at_another_time(
    held: Held, source: str, verdict: str
) -> None:
    record = """\
sources: {a: {title: A, publisher: P, file: a.txt}}
events:
  - id: E1
    title: Trade talks
    date: 2026-03-02
    place: Belgrade
    participants: [{name: Anna Novak}, {name: Peter Braun}]
"""
    claims, _ = held(record, a=f"{source} On 2 March 2026 Anna Novak and Peter Braun spoke.")
    assert [str(each.verdict) for each in claims if each.kind is ClaimKind.PLACE] == [verdict]
