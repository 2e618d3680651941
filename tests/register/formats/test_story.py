from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from bluf.register.formats import text

if TYPE_CHECKING:
    from bluf.register import Register


def test_a_thread_is_told_from_its_first_step_to_its_last(register: Register) -> None:
    (entry,) = (entry for entry in register.entries if entry.id == "2025-01-05-a#F1")
    assert (
        text.entry_story(entry, dt.date(2025, 2, 2))
        == """\
2025-01-05-a#F1 · follow-up
Launch the dialogue
both sides; due “this year” (by 2025-12-31); carried over 1×, last as
2025-02-01-b#F1
As of 2025-02-02: open, 332 days left

2025-01-03  outcome: agreed — Hold a dialogue (2025-01-05-a)
            “agreed to hold a dialogue”
              A ministry: A release

2025-01-03  open (2025-01-05-a)

2025-01-31  open — Not begun (2025-02-01-b)
            “uskoro”
            “soon” (translation, the desk)
              Novosti: Članak, 2025-01-03 <https://example.org/a>

2025-02-01  carried over (2025-02-01-b)
"""
    )


def test_a_thread_fits_a_narrow_terminal(register: Register) -> None:
    for entry in register.entries:
        lines = text.entry_story(entry, register.day, 40).splitlines()
        assert max(map(len, lines)) <= 40
