"""The portions of a brief: each part that can have a marking of its own, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from bluf.model.brief import Brief, Item
from bluf.model.source import Evidence

Path = tuple[str | int, ...]
TEXTS = ("title", "bottom_line", "comment", "lines_to_take", "background")
"""Texts of a brief that are portions; their markings stand under `portions`."""
_LISTS = ("recommendations", "events", "requests", "outcomes", "follow_ups", "next")


class Portion(Struct, frozen=True):
    """A part of a brief that can have a marking of its own.

    Attributes:
        path: Where its marking stands, or would stand.
        marking: Its marking; None where it has none, and that of what is around it holds.
        inner: Whether it is within another portion, which need not mark all that it holds.
    """

    path: Path
    marking: str | None
    inner: bool = False


def portions(brief: Brief) -> Iterator[Portion]:
    """Every portion of a brief, in the order of the record."""
    head = brief.portions.head
    if head:
        yield Portion(("portions", "head"), head, inner=True)
    for name in TEXTS:
        if getattr(brief, name):
            yield Portion(("portions", name), getattr(brief.portions, name))
    for key, source in brief.sources.items():
        yield Portion(("sources", key, "marking"), source.marking)
    for name in _LISTS:
        for index, part in enumerate(getattr(brief, name)):
            yield Portion((name, index, "marking"), part.marking)
            yield from _within(part, (name, index))
    for key, extra in brief.extra.items():
        yield Portion(("extra", key, "marking"), extra.marking, inner=True)


def _within(part: Item, path: Path) -> Iterator[Portion]:
    """What a part holds besides, with a marking of its own."""
    for at, person in enumerate(getattr(part, "participants", ())):
        yield Portion((*path, "participants", at, "marking"), person.marking, inner=True)
    yield from _evidence(getattr(part, "evidence", ()), path)
    for at, change in enumerate(getattr(part, "history", ())):
        yield Portion((*path, "history", at, "marking"), change.marking, inner=True)
        yield from _evidence(change.evidence, (*path, "history", at))


def _evidence(evidence: tuple[Evidence, ...], path: Path) -> Iterator[Portion]:
    for at, entry in enumerate(evidence):
        yield Portion((*path, "evidence", at, "marking"), entry.marking, inner=True)
