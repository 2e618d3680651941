"""Quotations and their sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bluf.checks.rule import Fault, check
from bluf.languages import base
from bluf.model import Account, Brief, Item

if TYPE_CHECKING:
    from bluf.checks.subjects import CheckedRecord, Step


@check
def accounts_differ(record: CheckedRecord) -> Iterator[Fault]:
    """The sides put one item differently."""
    paths = {item.id: path for path, item in record.brief.placed_items()}
    for difference in record.proof.differences:
        location = record.file.places.at(*paths[difference.item])
        yield Fault(
            f"the accounts of “{difference.item}” differ",
            location,
            "say so in the bottom line, if it matters to the reader",
            record.file.excerpt(location),
            tuple(_account(account) for account in difference.accounts),
        )


def _account(account: Account) -> str:
    said = (account.strength, account.response, account.due)
    summary = ", ".join(str(word) for word in said if word)
    return f"{account.source}: {summary or 'no word for it'} – “{account.quote}”"


@check
def due_untranslated(record: CheckedRecord) -> Iterator[Fault]:
    """The wording of a due date is in another language than the brief."""
    brief = record.brief
    dues = (follow_up.due for follow_up in brief.follow_ups if follow_up.due)
    known = {due.wording for due in dues if due.translation}
    for path, entry in record.evidence():
        language = brief.sources[entry.source].language
        if not entry.due or entry.due_translation or entry.due in known:
            continue
        if base(language) != base(brief.language):
            message = f"“{entry.due}” is in “{language}”, the brief in “{brief.language}”"
            hint = "add “due_translation”: wordings of two languages are not compared"
            yield record.fault(message, *path, "due", hint=hint)


@check
def single_side_account(record: CheckedRecord) -> Iterator[Fault]:
    """Only one side reports an item.

    Told of each side, at the first item that it alone reports.
    """
    by_side: dict[str, list[tuple[tuple[Step, ...], Item]]] = defaultdict(list)
    for path, item in record.brief.placed_items():
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


@check
def source_unused(record: CheckedRecord) -> Iterator[Fault]:
    """A source is listed and never cited."""
    cited = set(_cited(record))
    for name in record.brief.sources:
        if name not in cited:
            message = f"nothing cites the source “{name}”"
            yield record.fault(message, "sources", name, hint="cite it, or delete it")


def _cited(record: CheckedRecord) -> Iterator[str | None]:
    yield from (evidence.source for _, evidence in record.evidence())
    yield from (follow_up.due.source for follow_up in record.brief.follow_ups if follow_up.due)
    for event in record.brief.events:
        yield event.date.source if event.date else None
        yield from (participant.source for participant in event.participants)
