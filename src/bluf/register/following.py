"""The next brief of a series: what stays the same, and what the last one left open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from msgspec import Struct, to_builtins

from bluf.model import UNWRITTEN, Brief, FollowUp, Request
from bluf.register.entries import make_entry
from bluf.register.standing import Reckoning

if TYPE_CHECKING:
    from bluf.data import DataFile
    from bluf.register.links import Linked

_WIDTH = 98
_HEAD = """\
# yaml-language-server: $schema=../brief.schema.json
# Continues {brief}: what it left open is carried over below. “bluf register” shows the threads.
"""
_EVENT = "Title of the next meeting"
_CARRIED = (
    *("id", "from", "ask", "action", "owner", "to", "due", "state", "response", "priority"),
    *("topic", "marking", "carried_from", "own", "basis", "evidence"),
)
"""Fields of a request or follow-up that live on, in the order in which they are written."""
_KEPT = ("to", "from", "contact", "marking", "language")


class NextBrief(Struct, frozen=True):
    """A new data file, and the sources that have to lie beside it.

    ``copies`` gives each source's path beside the new data file, and the file to copy there.
    """

    text: str
    copies: tuple[tuple[str, Path], ...]


def next_brief(previous: DataFile, linked: Linked, brief: str, day: dt.date) -> NextBrief:
    """Start the brief that follows another.

    Parties, people and the sources of what is carried over stay; requests without an answer and
    follow-ups that are open are carried over with their links, unless another brief carries them
    already. ``linked`` are all briefs; ``brief`` is the id of the new one, and ``day`` its day.
    """
    old = previous.brief
    items: list[Request | FollowUp] = [*old.requests, *old.follow_ups]
    kept = [item for item in items if _is_open(f"{old.id}#{item.id}", linked, day)]
    carried = {item.id: _carry(item, old.id) for item in kept}
    sources = set(_cited(kept))
    sections = _sections(old, brief, day)
    sections["sources"] = {k: _plain(v) for k, v in old.sources.items() if k in sources}
    sections["events"] = [_event(old)]
    sections["requests"] = [carried[item.id] for item in old.requests if item.id in carried]
    sections["outcomes"] = []
    sections["follow_ups"] = [carried[item.id] for item in old.follow_ups if item.id in carried]
    folder = Path(previous.path).parent
    copies = ((old.sources[key].file, folder / old.sources[key].file) for key in sorted(sources))
    return NextBrief(_HEAD.format(brief=old.id) + "".join(_text(sections)), tuple(copies))


def _is_open(ref: str, linked: Linked, day: dt.date) -> bool:
    thread = linked.thread(ref)
    entry = make_entry(thread, Reckoning(day)) if thread else None
    return entry is not None and entry.ref == ref and not entry.standing.state.closed


def _cited(items: Iterable[Request | FollowUp]) -> Iterator[str]:
    """Ids of the sources that items quote or take their due wording from."""
    for item in items:
        yield from (entry.source for entry in item.evidence)
        due = item.due if isinstance(item, FollowUp) else None
        if due and due.source:
            yield due.source


def _plain(record: object) -> dict[str, Any]:
    """A part of the record as it would be typed: nothing that was left out, no default."""
    plain: dict[str, Any] = to_builtins(record)
    return plain


def _sections(old: Brief, brief: str, day: dt.date) -> dict[str, Any]:
    plain = _plain(old)
    return {
        "id": brief,
        "title": old.title,
        "date": str(day),
        **{name: plain[name] for name in _KEPT if name in plain},
        "bottom_line": UNWRITTEN,
        "parties": {key: _plain(party) for key, party in old.parties.items()},
    }


def _event(old: Brief) -> dict[str, Any]:
    """One event with the people of the last brief's first."""
    people = [_plain(person) for event in old.events[:1] for person in event.participants]
    known = [{k: v for k, v in person.items() if k != "source"} for person in people]
    return {"id": "E1", "title": _EVENT} | ({"participants": known} if known else {})


def _carry(item: Request | FollowUp, old: str) -> dict[str, Any]:
    """The item with its link; its event, history and roots stay where they happened."""
    plain = _plain(item) | {"carried_from": f"{old}#{item.id}"}
    return {name: plain[name] for name in _CARRIED if name in plain}


def _text(sections: dict[str, Any]) -> Iterator[str]:
    """Each section by itself, a blank line before those that are lists or mappings."""
    for name, value in sections.items():
        if isinstance(value, dict | list):
            yield "\n"
        yield yaml.safe_dump({name: value}, allow_unicode=True, sort_keys=False, width=_WIDTH)
