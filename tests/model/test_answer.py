"""A request is answered by the record, else by the outcomes that answer it."""

from __future__ import annotations

import datetime as dt

import pytest

from bluf.model import Brief, Outcome, Request, Response, Strength, answer, answer_by


@pytest.mark.parametrize(
    ("recorded", "strengths", "said"),
    [
        (None, [], "not reported"),
        ("noted", ["agreed"], "noted"),
        ("not reported", ["agreed"], "accepted"),
        (None, ["agreed"], "accepted"),
        (None, ["announced", "decided"], "accepted"),
        (None, ["disagreed"], "refused"),
        (None, ["welcomed"], "noted"),
        (None, ["discussed"], "not reported"),
        (None, ["agreed", "disagreed"], "not reported"),
    ],
)
def test_a_request_has_one_answer(recorded: str | None, strengths: list[str], said: str) -> None:
    request = Request(
        id="R1",
        from_="rs",
        to="us",
        ask="Support",
        response=Response(recorded) if recorded else None,
    )
    outcomes = tuple(
        Outcome(id=f"O{number}", statement="It", strength=Strength(strength), answers=("R1",))
        for number, strength in enumerate(strengths)
    )
    brief = Brief(
        id="talks", title="Talks", date=dt.date(2026, 3, 2), to="Minister", from_="Desk",
        bottom_line="They talked.", requests=(request,), outcomes=outcomes,
    )  # fmt: skip
    assert answer(brief, request) == said


def test_talk_is_no_answer() -> None:
    assert answer_by(Strength.CONVEYED) is None
