"""iCalendar after RFC 5545: an all-day entry for each follow-up that has a last day.

The writer is our own, some forty lines, since the bytes must not change with the release of a
library; the tests read it back with one.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from bluf.register.card import ItemKind
from bluf.register.formats.columns import evidence_told, source_told
from bluf.register.standing import ItemState
from bluf.register.wording import Wording, wording_of

if TYPE_CHECKING:
    from bluf.register.entries import Entry
    from bluf.register.register import Register

_OCTETS = 75
_DAY = dt.timedelta(days=1)
_STATUS = {ItemState.DROPPED: "CANCELLED"}
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def render(register: Register) -> bytes:
    """A calendar of every last day; dates float, so that a day is the same day everywhere."""
    wording = wording_of(register)
    left_out = wording.say("undated", count=str(undated(register)))
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//bluf//register//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{_text(wording.heading(ItemKind.FOLLOW_UP))}",
        f"DESCRIPTION:{_text(f'{register.stamp}; {left_out}')}",
        *(line for entry in _dated(register) for line in _event(entry, wording)),
        "END:VCALENDAR",
    ]
    return "".join(_fold(line) for line in lines).encode("utf-8")


def undated(register: Register) -> int:
    """How many open follow-ups are left out because nobody named a last day."""
    return sum(1 for e in _follow_ups(register) if not e.last_day and not e.standing.state.closed)


def _follow_ups(register: Register) -> Iterator[Entry]:
    return (entry for entry in register.entries if entry.kind is ItemKind.FOLLOW_UP)


def _dated(register: Register) -> Iterable[Entry]:
    dated = (entry for entry in _follow_ups(register) if entry.last_day)
    return sorted(dated, key=lambda entry: entry.id)


def _event(entry: Entry, wording: Wording) -> Iterator[str]:
    day = entry.last_day or entry.since
    known = entry.steps[-1].date if entry.steps else entry.since
    yield "BEGIN:VEVENT"
    yield f"UID:{uuid.uuid5(uuid.NAMESPACE_URL, f'bluf:{entry.id}')}"
    yield f"DTSTAMP:{known:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day + _DAY:%Y%m%d}"
    yield f"SEQUENCE:{len(entry.steps)}"
    yield f"SUMMARY:{_text(_summary(entry, wording))}"
    yield f"DESCRIPTION:{_text(_description(entry, wording))}"
    if entry.topic:
        yield f"CATEGORIES:{_text(entry.topic)}"
    if entry.marking:
        yield f"X-BLUF-MARKING:{_text(entry.marking)}"
    yield f"STATUS:{_STATUS.get(entry.standing.state, 'CONFIRMED')}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _summary(entry: Entry, wording: Wording) -> str:
    state = entry.standing.state
    word = wording.state(state) if state.closed else wording.word("marks", "due")
    return f"{word}{wording.words['colon']}{entry.what}"


def _description(entry: Entry, wording: Wording) -> str:
    colon, sides = wording.words["colon"], wording.sides(entry)
    lines = [
        f"{wording.words['owes']}{colon}{sides}" if sides else "",
        f"{wording.word('marks', 'due')}{colon}{wording.due(entry.due)}",
        wording.standing(entry.standing) if entry.standing.state.closed else "",
        f"{wording.words['id']}{colon}{entry.id}",
        evidence_told(entry, wording),
        source_told(entry, wording),
    ]
    return "\n".join(line for line in lines if line)


def _text(value: str) -> str:
    """A TEXT value, section 3.3.11."""
    return value.replace("\r\n", "\n").translate(_ESCAPES)


def _fold(line: str) -> str:
    """A content line of at most 75 octets, section 3.1; no character is cut in two."""
    pieces, size = [""], 0
    for character in line:
        octets = len(character.encode("utf-8"))
        if size + octets > _OCTETS:
            pieces.append(" ")
            size = 1
        pieces[-1] += character
        size += octets
    return "\r\n".join(pieces) + "\r\n"
