from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import icalendar
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from bluf.register import Reckoning, make_register
from bluf.register.formats import ics

if TYPE_CHECKING:
    from bluf.register import Linked, Register


def _events(register: Register) -> dict[str, icalendar.Event]:
    calendar = icalendar.Calendar.from_ical(ics.render(register))
    assert not calendar.errors
    events = [each for each in calendar.walk("VEVENT") if isinstance(each, icalendar.Event)]
    assert not [error for event in events for error in event.errors]
    return {str(event["SUMMARY"]): event for event in events}


def test_each_last_day_is_an_all_day_entry_without_a_time_zone(register: Register) -> None:
    events = _events(register)
    assert list(events) == [
        "Due: Launch the dialogue",
        "Dropped: Write a letter",
        "Done: Pay",
        "Due: Answer",
        "Due: Call",
    ]
    launch = events["Due: Launch the dialogue"]
    assert launch.decoded("DTSTART") == dt.date(2025, 12, 31)
    assert launch.decoded("DTEND") == dt.date(2026, 1, 1)
    assert launch["CATEGORIES"].to_ical() == rb"Dialogue\, launch\; <b>bold</b>"
    told = "“uskoro” “soon” (translation, the desk)\nNovosti: Članak, 3 Jan 2025"
    assert told in str(launch["DESCRIPTION"])
    assert str(events["Dropped: Write a letter"]["STATUS"]) == "CANCELLED"
    assert "Done (20 Jan 2025)" in str(events["Done: Pay"]["DESCRIPTION"])


def test_the_uid_stays_when_the_item_is_carried(linked: Linked, register: Register) -> None:
    before = make_register(linked, Reckoning(dt.date(2025, 1, 10)))
    name = "Due: Launch the dialogue"
    assert _events(before)[name]["UID"] == _events(register)[name]["UID"]
    assert _events(before)[name].decoded("SEQUENCE") < _events(register)[name].decoded("SEQUENCE")


def test_vague_dates_are_left_out_and_counted(register: Register) -> None:
    assert ics.undated(register) == 1
    calendar = icalendar.Calendar.from_ical(ics.render(register))
    assert str(calendar["DESCRIPTION"]) == (
        "bluf register 2025-02-02; Open follow-ups without a date, left out: 1"
    )


def test_lines_end_and_fold_as_the_standard_says(register: Register) -> None:
    data = ics.render(register)
    assert data.endswith(b"END:VCALENDAR\r\n")
    lines = data.split(b"\r\n")
    assert not [line for line in lines if b"\n" in line or b"\r" in line]
    assert max(map(len, lines)) <= 75
    assert all(line.decode() is not None for line in lines)


@given(what=st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1))
def test_any_words_come_back_as_they_were(register: Register, what: str) -> None:
    (entry,) = (entry for entry in register.entries if entry.id == "2025-01-05-a#F6")
    changed = replace(register, entries=(replace(entry, what=what),))
    assert list(_events(changed)) == [f"Due: {what}"]


def test_an_item_that_begins_after_the_brief_has_its_day_all_the_same(register: Register) -> None:
    (entry,) = (entry for entry in register.entries if entry.id == "2025-01-05-a#F6")
    bare = replace(entry, steps=(), marking="")
    (event,) = _events(replace(register, entries=(bare,))).values()
    assert event.decoded("DTSTAMP") == dt.datetime(2025, 1, 5, tzinfo=dt.UTC)
