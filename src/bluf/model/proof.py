"""What was proven of a brief: where quotations stand, and where accounts differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.model.ledger import Ledger

if TYPE_CHECKING:
    from bluf.model.words import Response, Strength
    from octavo.location import Location


class Account(Struct, frozen=True):
    """What one source says of an item, in its own words."""

    source: str
    party: str | None
    quote: str
    strength: Strength | None = None
    response: Response | None = None
    due: str | None = None
    due_translation: str = ""
    """That wording in the language of the brief, where the source speaks another."""
    translation: str = ""
    """The words in the language of the brief, where the source speaks another."""
    deciding: tuple[str, ...] = ()
    """The pieces of the words, or of their translation, that make the difference."""


class Difference(Struct, frozen=True):
    """One item that the sides put differently.

    ``item`` is the id of a request, outcome or follow-up; ``subject`` its statement.
    """

    item: str
    subject: str
    accounts: tuple[Account, ...]


class Proof(Struct, frozen=True):
    """What the sources bear out of one brief.

    Attributes:
        places: Where each quotation stands in its source, by its path in the record, such as
            ``("outcomes", 0, "evidence", 1, "quote")``. A quotation that is not there has none.
        differences: Items that the sides put differently.
        single_sided: Ids of the items that only one side reports.
        quotations: How many quotations the record holds.
        ledger: What the brief says beside its quotations, and what bears it out.
    """

    places: dict[tuple[str | int, ...], Location]
    differences: tuple[Difference, ...] = ()
    single_sided: frozenset[str] = frozenset()
    quotations: int = 0
    ledger: Ledger = Ledger()

    @property
    def verified(self) -> int:
        """How many quotations stand in their source, word for word."""
        return len(self.places)
