"""The sides put one item differently."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.checks.record import CheckedRecord
from bluf.checks.rule import Fault, checked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.model import Account


def find(record: CheckedRecord) -> Iterator[Fault]:
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


RULE = checked(__name__, CheckedRecord, find)
