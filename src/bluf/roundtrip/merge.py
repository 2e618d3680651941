"""Three ways: what was sent, what came back, and what the data file says by now.

A field that only one side changed takes that side's text. Where both changed it, ours stays, and
both are shown. A conflict never breaks the data file.
"""

from __future__ import annotations

import datetime as dt
import re
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from bluf.roundtrip.origins import steps_to, value_at
from bluf.roundtrip.reading import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bluf.model import Brief
    from bluf.roundtrip.edits import Edit, Found
    from bluf.roundtrip.items import Added, Deleted
    from bluf.roundtrip.origins import Path
    from bluf.views import Labels
    from octavo.location import Location

Steps = tuple[str | int, ...]
Value = str | dt.date | dict[str, Any]

_NUMBERED = re.compile(r"(\D*)(\d+)")


class Fate(StrEnum):
    """What becomes of a change."""

    TAKEN = "taken"
    """It goes into the data file."""
    SAME = "same"
    """The data file says so already."""
    CONFLICT = "conflict"
    """The data file was changed otherwise meanwhile; ours stays."""
    GONE = "gone"
    """The data file has no such field any more."""
    REFUSED = "refused"
    """It cannot stand in the data file; the reason says why."""


class Change(Struct, frozen=True):
    """A change of a field, or of an item as a whole, and what becomes of it.

    Attributes:
        field: What is changed: ``requests.R1.ask``; an item as a whole is ``requests.R1``.
        before: What it said when it was sent; empty for an item that was added.
        now: What it says now; empty for an item that was deleted.
        who: Who changed it, as far as the file says.
        location: Where it stands in the Word file.
        fate: What becomes of it.
        steps: Where it goes in the data file; empty where it has no place there.
        value: What is written there; None for an item that goes.
        ours: What the data file says now, where that tells why the change is not taken.
        reason: Why it is not taken, in words; empty for one that is.
        left: What a person has to type besides, such as a due date in a row that was added.
    """

    field: Path
    before: str
    now: str
    who: str
    location: Location
    fate: Fate
    steps: Steps = ()
    value: Value | None = None
    ours: str = ""
    reason: str = ""
    left: tuple[str, ...] = ()


def merged(found: Found, brief: Brief, labels: Labels) -> tuple[Change, ...]:
    """What becomes of each change; a field that was given two texts has a conflict.

    Args:
        found: What came back.
        brief: The record as it is now.
        labels: The words of the language in which the file was sent.
    """
    words = Words(labels, brief.parties)
    texts: dict[Path, set[str]] = {}
    for edit in found.edits:
        texts.setdefault(edit.origin.path, set()).add(edit.now)
    return (
        *(_edited(edit, texts[edit.origin.path], brief, words) for edit in found.edits),
        *(_deleted(deleted, brief, words) for deleted in found.deleted),
        *_added(found.added, brief, words),
    )


def _edited(edit: Edit, texts: set[str], brief: Brief, words: Words) -> Change:
    path = edit.origin.path
    change = Change(path, edit.before, edit.now, edit.who, edit.location, Fate.GONE)
    steps, ours = steps_to(brief, path), value_at(brief, path)
    if steps is None or ours is None:
        return replace(change, reason="the data file has no such field any more")
    fate, value, reason = _judged(edit, ours, words)
    if len(texts) > 1:
        fate, reason = Fate.CONFLICT, "the same field was given two texts in two places"
    kept = "" if fate in {Fate.TAKEN, Fate.SAME} else ours
    return replace(change, fate=fate, steps=steps, value=value, ours=kept, reason=reason)


def _judged(edit: Edit, ours: str, words: Words) -> tuple[Fate, Value, str]:
    """Fate, value and reason of an edit of a field that says ``ours`` now."""
    origin = edit.origin
    before, now = words.without_rest(origin, ours, edit.before, edit.now)
    if not now.strip():
        reason = "the field was emptied; delete it in the data file, if that is meant"
        return Fate.REFUSED, "", reason
    if words.are_same(origin, words.shown(origin, ours), now):
        return Fate.SAME, "", ""
    if not words.are_same(origin, words.shown(origin, ours), before):
        return Fate.CONFLICT, "", "the data file was changed meanwhile, too"
    if words.is_marked(origin, ours):
        reason = "the field holds emphasis or a link, which the edited text does not show"
        return Fate.REFUSED, "", reason
    value = words.read(origin, now)
    if value is None:
        return Fate.REFUSED, "", words.why_not(origin, now)
    return Fate.TAKEN, value, ""


def _deleted(deleted: Deleted, brief: Brief, words: Words) -> Change:
    change = Change(deleted.item, deleted.text, "", deleted.who, deleted.location, Fate.TAKEN)
    steps = steps_to(brief, deleted.item)
    if steps is None:
        return replace(change, fate=Fate.SAME)
    for origin, text in deleted.fields:
        ours = value_at(brief, origin.path) or ""
        if origin.path and not words.are_same(origin, words.shown(origin, ours), text):
            reason = f"“{'.'.join(origin.path)}” was changed meanwhile"
            return replace(change, fate=Fate.CONFLICT, steps=steps, ours=ours, reason=reason)
    return replace(change, steps=steps)


def _added(added: Iterable[Added], brief: Brief, words: Words) -> Iterator[Change]:
    """New items, each at the end of its list, with an id of its own."""
    count: dict[str, int] = {}
    for each in added:
        items = getattr(brief, each.group)
        known = count.setdefault(each.group, 0)
        count[each.group] += 1
        name = _next_id([item.id for item in items], known)
        value: dict[str, Any] = {"id": name}
        reason = ""
        for origin, text in each.fields:
            read = words.read(origin, text)
            reason = reason or ("" if read else words.why_not(origin, text))
            value[origin.path[-1]] = read or ""
        yield Change(
            (each.group, name),
            "",
            each.text,
            each.who,
            each.location,
            Fate.REFUSED if reason else Fate.TAKEN,
            (each.group, len(items) + known),
            value,
            reason=reason,
            left=each.left,
        )


def _next_id(names: list[str], beyond: int) -> str:
    """The id behind the last one that ends with a number: ``F3`` behind ``F2``."""
    numbered = [match for match in map(_NUMBERED.fullmatch, names) if match]
    if not numbered:
        return f"N{beyond + 1}"
    last = max(numbered, key=lambda match: int(match[2]))
    return f"{last[1]}{int(last[2]) + 1 + beyond}"
