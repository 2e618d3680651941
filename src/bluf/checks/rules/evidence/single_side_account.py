"""Only one side reports an item."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from bluf.checks.record import CheckedRecord
from bluf.checks.rule import checked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.checks.record import Step
    from bluf.checks.rule import Fault
    from bluf.model import Brief, Item


def find(record: CheckedRecord) -> Iterator[Fault]:
    """A fault for each side, at the first item that it alone reports."""
    by_side: dict[str, list[tuple[tuple[Step, ...], Item]]] = defaultdict(list)
    for path, item in record.items():
        if item.id in record.proof.single_sided:
            by_side[_side(record.brief, item)].append((path, item))
    for side, items in by_side.items():
        names = ", ".join(f"“{item.id}”" for _, item in items)
        verb = "are" if items[1:] else "is"
        message = f"{names} {verb} reported by one side alone: {side}"
        hint = "where another side speaks of it, quote its words too"
        yield record.fault(message, *items[0][0], hint=hint)


def _side(brief: Brief, item: Item) -> str:
    source = brief.sources[item.evidence[0].source]
    party = brief.parties.get(source.party or "")
    return (party.short or party.name) if party else source.publisher


RULE = checked(__name__, CheckedRecord, find)
