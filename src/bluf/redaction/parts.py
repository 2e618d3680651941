"""The parts of a brief that an audience may see, the paths of others, names that tell nothing."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from bluf import model
from bluf.model import Brief

if TYPE_CHECKING:
    from bluf.redaction.sight import AudienceSight


_LONGEST = 60
"""Letters of a title that name a brief."""


class Names(Struct, frozen=True):
    """The ids that the parts of a brief have for an audience, by those they have in the record.

    ``gone`` are the ids of the items that are left out.
    """

    events: dict[str, str]
    items: dict[str, str]
    sources: dict[str, str]
    gone: frozenset[str]


def names_for(brief: Brief, kept: Mapping[str, Iterable[str]]) -> Names:
    """The parts that are left, counted anew: a gap would tell that there are others.

    Args:
        brief: The whole brief.
        kept: The ids of what is left of each list, and the keys of the sources.
    """
    items = {
        **_counted("R", kept["requests"]),
        **_counted("O", kept["outcomes"]),
        **_counted("F", kept["follow_ups"]),
    }
    whole = (item.id for item in (*brief.requests, *brief.outcomes, *brief.follow_ups))
    return Names(
        _counted("E", kept["events"]),
        items,
        _counted("S", kept["sources"]),
        frozenset(whole) - items.keys(),
    )


def _counted(letter: str, ids: Iterable[str]) -> dict[str, str]:
    return {name: f"{letter}{number}" for number, name in enumerate(ids, 1)}


def brief_id(day: dt.date, title: str) -> str:
    """``2025-08-06-visit-to-the-ministry``: what the audience reads anyhow."""
    words = _words(unicodedata.normalize("NFKC", title).casefold())
    kept: list[str] = []
    for word in words:
        if len("-".join([*kept, word])) > _LONGEST:
            break
        kept.append(word)
    return "-".join([day.isoformat(), *kept])


def _words(text: str) -> Sequence[str]:
    return "".join(sign if sign.isalnum() else " " for sign in text).split()


Path = tuple[str | int, ...]
Key = TypeVar("Key", str, int)
Part = TypeVar("Part")
Thing = model.Request | model.Outcome | model.FollowUp


class Parts:
    """Takes the parts of one brief that an audience may see; keeps the paths of the others."""

    def __init__(self, sight: AudienceSight) -> None:
        self.hidden: list[Path] = []
        self._sight = sight

    def seen(
        self, path: Path, parts: Iterable[tuple[Key, Part]], around: str | None = None
    ) -> dict[Key, Part]:
        """Those that may be seen, by their places in the record, each whole as yet."""
        return {at: part for at, part in parts if self._sees((*path, at), part, around)}

    def evidence(
        self, path: Path, evidence: tuple[model.Evidence, ...], around: str | None, names: Names
    ) -> tuple[model.Evidence, ...]:
        """The quotations that may be seen, of sources that may be seen."""
        kept = self.seen(path, enumerate(evidence), around)
        lost = [at for at, entry in kept.items() if entry.source not in names.sources]
        self.hidden += [(*path, at) for at in lost]
        return tuple(
            replace(entry, source=names.sources[entry.source])
            for at, entry in kept.items()
            if at not in lost
        )

    def _sees(self, path: Path, part: object, around: str | None) -> bool:
        seen = self._sight.sees(getattr(part, "marking", None), around)
        if not seen:
            self.hidden.append(path)
        return seen


def event_for(event: model.Event, at: int, parts: Parts, names: Names) -> model.Event:
    """An event, with the people and the day that may be seen."""
    people = parts.seen(
        ("events", at, "participants"), enumerate(event.participants), event.marking
    )
    return replace(
        event,
        id=names.events[event.id],
        participants=tuple(
            replace(person, source=names.sources.get(person.source or ""))
            for person in people.values()
        ),
        date=_day(event.date, names),
    )


def _day(date: model.SourcedDate | None, names: Names) -> model.SourcedDate | None:
    return replace(date, source=names.sources.get(date.source or "")) if date else None


def item_for(item: Thing, path: Path, parts: Parts, names: Names) -> Thing:
    """An item, with the quotations and the references that may be seen."""
    evidence = parts.evidence((*path, "evidence"), item.evidence, item.marking, names)
    kept = replace(item, id=names.items[item.id], evidence=evidence)
    if isinstance(kept, model.FollowUp):
        return _follow_up(kept, path, parts, names)
    if isinstance(kept, model.Outcome):
        kept = replace(kept, answers=_refs(kept.answers, names))
    return replace(kept, event=names.events.get(kept.event or ""))


def _follow_up(item: model.FollowUp, path: Path, parts: Parts, names: Names) -> model.FollowUp:
    steps = parts.seen((*path, "history"), enumerate(item.history), item.marking)
    history = []
    for at, change in steps.items():
        around = change.marking or item.marking
        where = (*path, "history", at, "evidence")
        evidence = parts.evidence(where, change.evidence, around, names)
        history.append(replace(change, evidence=evidence))
    follows = _refs(item.follows, names)
    return replace(item, follows=follows, due=_due(item.due, names), history=tuple(history))


def _refs(ids: tuple[str, ...], names: Names) -> tuple[str, ...]:
    """Ids of this brief as they are now; those of other briefs are seen to when these are read."""
    return tuple(names.items.get(each, each) for each in ids if each in names.items or "#" in each)


def _due(due: model.Due | None, names: Names) -> model.Due | None:
    """By when; what has to come first is not told where it is an item that is left out."""
    if due is None:
        return None
    after = due.after
    if after in names.gone:
        after = None
    after = names.items.get(after or "", after)
    said = (due.wording, due.translation, due.date, due.earliest, due.latest, after)
    if not any(said):
        return None
    return replace(due, after=after, source=names.sources.get(due.source or ""))


def sides(brief: Brief) -> Iterator[str]:
    """The ids of parties that the parts of a brief name."""
    for event in brief.events:
        yield from (person.party or "" for person in event.participants)
    for request in brief.requests:
        yield from (request.from_, request.to)
    for follow_up in brief.follow_ups:
        yield from (follow_up.owner or "", follow_up.to or "")
    yield from (source.party or "" for source in brief.sources.values())


def parties_for(before: Brief, after: Brief) -> dict[str, model.Party]:
    """The parties without those that only parts which are left out name."""
    named, named_now = (
        {name for names in sides(brief) for name in names.split(model.SEVERAL)}
        for brief in (before, after)
    )
    gone = named - named_now
    return {key: party for key, party in before.parties.items() if key not in gone}
