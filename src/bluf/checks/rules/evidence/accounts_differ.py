"""The sides put one item differently.

## What it does

Finds items that two sides put with another strength, another answer, another due date or other
figures. Other words for the same thing are no difference.

## Why it is bad

It is nothing wrong with the record: it is what the reader has to know first. The brief prints it
under “Where accounts differ”; the note is there so that nobody overlooks it.

## Example

    evidence:
      - {source: state, strength: agreed, quote: agreed to hold a dialogue}
      - {source: mfa, strength: discussed, quote: We discussed launching the dialogue}

## Use instead

The same; and a bottom line that says so.

## Source

Office of the Director of National Intelligence, Intelligence Community Directive 203, Analytic
Standards (2015), D.6.e.(4): alternatives are presented where they matter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.checks.record import Record
from bluf.checks.rule import Fault, checked
from octavo.finding import Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.model import Account


def find(record: Record) -> Iterator[Fault]:
    """A fault for each such item, with the words of each account."""
    paths = {item.id: path for path, item in record.items()}
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


RULE = checked(__name__, __doc__, Level.NOTE, Record, find)
