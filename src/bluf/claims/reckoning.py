"""What is reckoned from the record itself: counts of its items, days, and what lies between."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from bluf.languages import Counted, Figure, offices_in, pattern
from bluf.model import Brief, FollowUp

if TYPE_CHECKING:
    from bluf.claims.passages import ClaimContext

_NEAR = 40
"""So many characters after a figure may stand before the noun that it counts."""
_DAYS = {"day": 1, "week": 7, "month": 30.44, "year": 365.25}
_PEOPLE = frozenset({"", "counted", "person"})
"""“Two months” are no two parties."""
_SLACK = 0.6
"""A span of time is told in whole units: six weeks and four days are seven weeks."""


def counted(desk: ClaimContext, figure: Figure, after: str) -> str:
    """``4 requests``, where a figure counts items of the brief and is right; else nothing."""
    for kind, words in desk.language.counts.items():
        noun = pattern(words, desk.language.script).search(after[:_NEAR])
        if noun and not set(".;:,") & set(after[: noun.start()]):
            right = figure.values & set(_counts(desk.brief, kind))
            if right:
                return f"{min(right)} {kind.replace('_', '-')}"
    return _of_sides(desk, figure, after)


def _of_sides(desk: ClaimContext, figure: Figure, after: str) -> str:
    """``4 parties``, where a number in words is that of parties, holders of an office or guests."""
    brief, known = desk.brief, desk.language
    parties = pattern(known.counts.get("parties", ()), known.script).finditer(after[:_NEAR])
    named = any(_is_next(after, each.start()) for each in parties)
    office = next((each for each in offices_in(after[:_NEAR], known.tag)
                   if _is_next(after, each.start)), None)  # fmt: skip
    if not figure.spelt or figure.unit not in _PEOPLE or (figure.noun and not (named or office)):
        return ""
    if len(brief.parties) in figure.values and not (office and not named):
        return f"{len(brief.parties)} parties"
    if office and figure.values & _holders(brief, office.kind, known.tag):
        return f"{min(figure.values)} participants"
    met = [len(event.participants) for event in brief.events]
    return next((f"{number} participants" for number in met if number in figure.values), "")


def _is_next(after: str, start: int) -> bool:
    """Whether at most a word stands between a figure and a noun: “two Serbian ministers”."""
    return len(after[:start].split()) <= 1


def _holders(brief: Brief, kind: str, tag: str) -> set[int]:
    """How many participants hold an office of a kind, in all and of each party.

    Any minister is a minister.
    """
    everybody = {
        (each.name, each.role or "", each.party)
        for event in brief.events
        for each in event.participants
    }
    parties = [
        party
        for _, role, party in everybody
        if any(f"_{office.kind}".endswith(f"_{kind}") for office in offices_in(role, tag))
    ]
    return {len(parties), *Counter(parties).values()}


def lasting(desk: ClaimContext, figure: Figure) -> str:
    """The two days of the record between which so many days, weeks, months or years lie."""
    unit = _DAYS.get(figure.unit)
    if unit is None:
        return ""
    for one, other in combinations(sorted(set(days_of(desk.brief))), 2):
        if any(
            abs((other - one).days / unit - float(value)) <= _slack(unit) for value in figure.values
        ):
            return f"{one} to {other}"
    return ""


def _slack(unit: float) -> float:
    return 0 if unit == 1 else _SLACK if unit == _DAYS["week"] else _SLACK / 2


def dues_of(brief: Brief) -> Iterator[dt.date]:
    """Every day by which something is owed."""
    for _, item in brief.placed_items():
        if isinstance(item, FollowUp) and item.due:
            due = item.due
            yield from (day for day in (due.date, due.earliest, due.latest) if day)


def days_of(brief: Brief) -> Iterator[dt.date]:
    """Every day that the record names."""
    yield brief.date
    yield from (event.date.value for event in brief.events if event.date)
    yield from (source.date for source in brief.sources.values() if source.date)
    yield from (each.date for each in brief.next if each.date)
    yield from (each.by for each in brief.recommendations if each.by)
    for _, item in brief.placed_items():
        if isinstance(item, FollowUp):
            yield from (change.date for change in item.history)
    yield from dues_of(brief)


def _counts(brief: Brief, kind: Counted) -> Iterator[int]:
    """How many items of a kind there are, and how many one side has of them."""
    if kind == "sources":
        yield len(brief.sources)
        yield len({source.publisher for source in brief.sources.values()})
        return
    found = getattr(brief, kind)
    yield len(found)
    if kind == "requests":
        by_side = [request.from_ for request in brief.requests]
        yield from (by_side.count(side) for side in set(by_side))
        yield sum(request.carried_from is None for request in brief.requests)
