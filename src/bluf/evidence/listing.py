"""A brief's quotations laid out: each item, each side, its words, and where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from bluf.evidence.accounts import differs, said_strength, side_of, subject
from bluf.evidence.citation import Citation, citations
from bluf.model import Brief, Outcome, Proof

if TYPE_CHECKING:
    from octavo.location import Location


class ListedQuotation(Struct, frozen=True):
    """One quotation, or an item without any.

    Attributes:
        item: Id of the item.
        subject: What it is about.
        side: Short name of the party whose account it is, or the publisher.
        source: Id of the source.
        says: How the source puts it: strength, answer, due date.
        quote: Its words; empty for an item without evidence.
        place: Where they stand; None where they stand nowhere.
        differs: Whether the sides put the item differently.
        alone: Whether one side alone reports it.
    """

    item: str
    subject: str
    side: str = ""
    source: str = ""
    says: tuple[str, ...] = ()
    quote: str = ""
    place: Location | None = None
    differs: bool = False
    alone: bool = False


def rows(brief: Brief, proof: Proof) -> tuple[ListedQuotation, ...]:
    """A row for each quotation, item after item; an item without one has a row too."""
    cited = tuple(citations(brief))
    found: list[ListedQuotation] = []
    for _, item in brief.placed_items():
        bare = ListedQuotation(
            item.id,
            subject(item),
            differs=differs(brief, item),
            alone=item.id in proof.single_sided,
        )
        found += [_row(bare, brief, proof, each) for each in cited if each.item is item] or [bare]
    return tuple(found)


def _row(bare: ListedQuotation, brief: Brief, proof: Proof, citation: Citation) -> ListedQuotation:
    evidence = citation.evidence
    side = side_of(brief, evidence.source)
    party = brief.parties.get(side)
    strength = said_strength(brief, evidence) if isinstance(citation.item, Outcome) else None
    return replace(
        bare,
        side=(party.short or party.name) if party else side,
        source=evidence.source,
        says=tuple(str(word) for word in (strength, evidence.response, evidence.due) if word),
        quote=evidence.quote,
        place=proof.places.get(citation.quote_path),
    )
