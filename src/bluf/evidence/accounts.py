"""Lay the sides' accounts of one meeting side by side, and see where they differ.

A side is a party; a source of no party is a side for itself. A difference is one that the record
or the lists of `bluf.languages` can decide: another strength, another answer, another due
date, other figures. Two sides that use other words for the same thing do not differ. Words of two
languages are held against each other in translation, figures by what they come to; wordings that
have no language in common are not compared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Set as AbstractSet
from itertools import combinations
from typing import TYPE_CHECKING

from bluf.evidence.normal import normalise
from bluf.evidence.quotation import own_words
from bluf.evidence.words import words_of
from bluf.languages import base, deciding_words, figures_in, firmness
from bluf.model import (
    Account,
    Brief,
    Difference,
    Evidence,
    FollowUp,
    Item,
    Outcome,
    Request,
    Response,
    Strength,
)

if TYPE_CHECKING:
    from decimal import Decimal


def differences(brief: Brief) -> tuple[Difference, ...]:
    """Each item that two sides put differently, with what every source says of it.

    A follow-up whose difference its outcome shows already is left out.
    """
    found: list[Difference] = []
    shown: set[frozenset[tuple[str, str | None]]] = set()
    for _, item in brief.placed_items():
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
        for _, item in brief.placed_items()
        if len({side_of(brief, evidence.source) for evidence in item.evidence}) == 1
    )


def side_of(brief: Brief, source: str) -> str:
    """Whose account a source is: id of its party, else its publisher."""
    return brief.sources[source].party or brief.sources[source].publisher


def said_strength(brief: Brief, evidence: Evidence) -> Strength | None:
    """How firm one source is: as recorded, else as its words say, else unknown."""
    language = brief.sources[evidence.source].language
    return evidence.strength or firmness(own_words(evidence.quote), language)


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
    pairs = list(combinations(by_side.values(), 2))
    return any(differ(brief, *pair) for differ in _ASPECTS for pair in pairs)


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
        due_translation=_due_translation(item, evidence),
        translation=evidence.translation or "",
        deciding=_deciding(brief, item, evidence),
    )


def _deciding(brief: Brief, item: Item, evidence: Evidence) -> tuple[str, ...]:
    """The pieces of the words, or of their translation, that make a difference."""
    tag = brief.language if evidence.translation else brief.sources[evidence.source].language
    words = evidence.translation or evidence.quote
    verb = deciding_words(words, tag) if isinstance(item, Outcome) else ""
    due = _due_translation(item, evidence) if evidence.translation else ""
    return tuple(piece for piece in (verb, due or evidence.due or "") if piece)


def _due_translation(item: Item, evidence: Evidence) -> str:
    """The wording of a source in the brief's language: its own, or that of the same follow-up."""
    if evidence.due_translation:
        return evidence.due_translation
    due = item.due if isinstance(item, FollowUp) else None
    same = due is not None and due.wording == evidence.due
    return (due.translation or "") if due and same else ""


def _differ(one: AbstractSet[object], other: AbstractSet[object]) -> bool:
    """Whether two sides each say something that the other does not."""
    return bool(one - other and other - one)


def _strengths(_brief: Brief, one: list[Account], other: list[Account]) -> bool:
    return _differ(_firmest(one), _firmest(other))


def _firmest(accounts: list[Account]) -> frozenset[str]:
    """The firmest word of one side."""
    said = [account.strength for account in accounts if account.strength]
    return frozenset([max(said, key=lambda strength: strength.rank)] if said else [])


def _responses(_brief: Brief, one: list[Account], other: list[Account]) -> bool:
    return _differ(_answers(one), _answers(other))


def _answers(accounts: list[Account]) -> frozenset[str]:
    said = {account.response for account in accounts if account.response}
    return frozenset(said - {Response.NOT_REPORTED})


def _dues(brief: Brief, one: list[Account], other: list[Account]) -> bool:
    """Wordings are held against those of the same language, translated where that is known."""
    ours, theirs = _wordings(brief, one), _wordings(brief, other)
    return any(_differ(ours[tag], theirs[tag]) for tag in ours.keys() & theirs.keys())


def _wordings(brief: Brief, accounts: list[Account]) -> dict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for account in accounts:
        words = account.due_translation or account.due
        tag = brief.language if account.due_translation else brief.sources[account.source].language
        if words:
            found[base(tag)].add(normalise(words.casefold()).text)
    return found


def _figures(brief: Brief, one: list[Account], other: list[Account]) -> bool:
    """Digits as they stand; in two languages what they come to, since each writes its own way."""
    tags = {base(brief.sources[account.source].language) for account in (*one, *other)}
    read = _digits if len(tags) == 1 else _values
    return _differ(read(brief, one), read(brief, other))


def _digits(_brief: Brief, accounts: list[Account]) -> frozenset[str]:
    text = " ".join(normalise(account.quote).text for account in accounts)
    return frozenset(word for word in words_of(text) if word[0].isdigit())


def _values(brief: Brief, accounts: list[Account]) -> frozenset[frozenset[Decimal]]:
    return frozenset(
        figure.values
        for account in accounts
        for figure in figures_in(account.quote, brief.sources[account.source].language)
    )


_ASPECTS = (_strengths, _responses, _dues, _figures)
"""In what two accounts can differ."""
