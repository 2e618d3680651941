"""Lay the sides' accounts of one meeting side by side, and see where they differ.

A side is a party; a source of no party is a side for itself. A difference is one that the record
or the lists of `bluf.languages` can decide: another strength, another answer, another due
date, other figures. Two sides that use other words for the same thing do not differ.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from bluf.evidence.citation import items
from bluf.evidence.normal import normalise
from bluf.evidence.strength import said_strength
from bluf.evidence.words import words_of
from bluf.languages import deciding_words
from bluf.model import Account, Difference, FollowUp, Outcome, Request, Response

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bluf.model import Brief, Evidence, Item


def differences(brief: Brief) -> tuple[Difference, ...]:
    """Each item that two sides put differently, with what every source says of it.

    A follow-up whose difference its outcome shows already is left out.
    """
    found: list[Difference] = []
    shown: set[frozenset[tuple[str, str | None]]] = set()
    for _, item in items(brief):
        if not differs(brief, item):
            continue
        accounts = _accounts(brief, item)
        dues = frozenset((account.source, account.due) for account in accounts)
        if not (isinstance(item, FollowUp) and dues in shown):
            found.append(Difference(item.id, subject(item), accounts))
        shown.add(dues)
    return tuple(found)


def single_sided(brief: Brief) -> frozenset[str]:
    """Ids of the items that one side alone reports, where the sources give more sides than one."""
    sides = {side_of(brief, source) for source in brief.sources}
    if len(sides) == 1:
        return frozenset()
    return frozenset(
        item.id
        for _, item in items(brief)
        if len({side_of(brief, evidence.source) for evidence in item.evidence}) == 1
    )


def side_of(brief: Brief, source: str) -> str:
    """Whose account a source is: id of its party, else its publisher."""
    return brief.sources[source].party or brief.sources[source].publisher


def subject(item: Item) -> str:
    """What an item is about, in its own phrase."""
    if isinstance(item, Request):
        return item.ask
    if isinstance(item, Outcome):
        return item.statement
    return item.action if isinstance(item, FollowUp) else item.id


def differs(brief: Brief, item: Item) -> bool:
    """Whether two sides put an item differently."""
    by_side: defaultdict[str, list[Account]] = defaultdict(list)
    for account in _accounts(brief, item):
        by_side[side_of(brief, account.source)].append(account)
    return any(_differ_in(by_side, aspect) for aspect in _ASPECTS)


def _accounts(brief: Brief, item: Item) -> tuple[Account, ...]:
    return tuple(_account(brief, item, evidence) for evidence in item.evidence)


def _account(brief: Brief, item: Item, evidence: Evidence) -> Account:
    return Account(
        source=evidence.source,
        party=brief.sources[evidence.source].party,
        quote=evidence.quote,
        strength=said_strength(brief, evidence) if isinstance(item, Outcome) else None,
        response=evidence.response,
        due=evidence.due,
        translation=evidence.translation or "",
        deciding=_deciding(brief, item, evidence),
    )


def _deciding(brief: Brief, item: Item, evidence: Evidence) -> tuple[str, ...]:
    """The pieces of the words, or of their translation, that make a difference."""
    tag = brief.language if evidence.translation else brief.sources[evidence.source].language
    words = evidence.translation or evidence.quote
    verb = deciding_words(words, tag) if isinstance(item, Outcome) else ""
    return tuple(piece for piece in (verb, evidence.due or "") if piece)


def _differ_in(
    by_side: Mapping[str, list[Account]], aspect: Callable[[list[Account]], frozenset[str]]
) -> bool:
    """Whether two sides each say something of an aspect that the other does not."""
    said = [aspect(accounts) for accounts in by_side.values()]
    return any(one - other and other - one for one, other in combinations(said, 2))


def _strength(accounts: list[Account]) -> frozenset[str]:
    """The firmest word of one side."""
    said = [account.strength for account in accounts if account.strength]
    return frozenset([max(said, key=lambda strength: strength.rank)] if said else [])


def _responses(accounts: list[Account]) -> frozenset[str]:
    said = {account.response for account in accounts if account.response}
    return frozenset(said - {Response.NOT_REPORTED})


def _dues(accounts: list[Account]) -> frozenset[str]:
    return frozenset(normalise(account.due.casefold()).text for account in accounts if account.due)


def _figures(accounts: list[Account]) -> frozenset[str]:
    text = " ".join(normalise(account.quote).text for account in accounts)
    return frozenset(word for word in words_of(text) if word[0].isdigit())


_ASPECTS = (_strength, _responses, _dues, _figures)
"""In what two accounts can differ."""
