"""How firm one source is, and items that no source is quoted for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.evidence.quotation import own_words
from bluf.languages import firmness
from bluf.model import FollowUp, Request, RequestState
from octavo.finding import Finding, Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.data import DataFile
    from bluf.model import Brief, Evidence, Item, Strength


def said_strength(brief: Brief, evidence: Evidence) -> Strength | None:
    """How firm one source is: as recorded, else as its words say, else unknown."""
    language = brief.sources[evidence.source].language
    return evidence.strength or firmness(own_words(evidence.quote), language)


def evidence_findings(data_file: DataFile) -> Iterator[Finding]:
    """Findings on items that no source is quoted for, and that are not the desk's own."""
    for path, item in data_file.brief.placed_items():
        if item.evidence or item.basis or _borne_out_otherwise(item):
            continue
        place = data_file.places.at(*path)
        planned = isinstance(item, Request) and item.state is RequestState.PLANNED
        yield Finding(
            "evidence-missing",
            Level.WARNING if planned else Level.ERROR,
            f"“{item.id}” has no evidence: no source is quoted for it",
            place,
            _remedy(item),
            data_file.excerpt(place),
        )


def _remedy(item: Item) -> str:
    """What to do about an item that nothing bears out."""
    quote = "add “evidence” with a source and the words that say so, or “basis” with who knows it"
    if isinstance(item, FollowUp):
        return f"{quote}; for an action of our own “follows: O1” or “own: true” is enough"
    return quote


def _borne_out_otherwise(item: Item) -> bool:
    """Whether an item rests on another one, here or in an earlier brief, or is our own idea."""
    if isinstance(item, FollowUp):
        told = any(change.evidence for change in item.history)
        return bool(item.own or item.follows or item.carried_from or told)
    return isinstance(item, Request) and item.carried_from is not None
