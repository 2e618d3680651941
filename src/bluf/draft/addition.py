"""A late source for a brief that exists: what is new in it, and what puts an item otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.draft.candidate import Candidate, Quoted
from bluf.draft.joining import is_one_matter, likeness
from bluf.model import Brief, Item

if TYPE_CHECKING:
    from bluf.draft.drafting import Draft

_ALIKE = 0.5
Steps = tuple[str | int, ...]


class Addition(Struct, frozen=True):
    """What a late source adds.

    Attributes:
        new: Candidates that no item of the brief is of.
        otherwise: Quotations that put an item otherwise, by the path of the item.
        same: How many only say again what the brief has.
    """

    new: tuple[Candidate, ...]
    otherwise: tuple[tuple[Steps, Quoted], ...]
    same: int


def addition_to(brief: Brief, draft: Draft) -> Addition:
    """What the sources of a draft add to a brief."""
    new: list[Candidate] = []
    otherwise: list[tuple[Steps, Quoted]] = []
    same = 0
    for candidate in draft.candidates:
        like = _like(brief, candidate)
        if like is None:
            new.append(candidate)
        elif added := [each for each in candidate.evidence if _is_more(like[1], candidate, each)]:
            otherwise += [(like[0], quoted) for quoted in added]
        else:
            same += 1
    return Addition(tuple(new), tuple(otherwise), same)


def _like(brief: Brief, candidate: Candidate) -> tuple[Steps, Item] | None:
    """The item that is most of the same matter as a candidate."""
    quote = candidate.evidence[0].quote
    scored = [
        (max((_score(entry.quote, quote) for entry in item.evidence), default=0.0), path, item)
        for path, item in brief.placed_items()
    ]
    best = max(scored, key=lambda row: row[0], default=(0.0, (), None))
    return (best[1], best[2]) if best[0] and best[2] else None


def _score(known: str, quote: str) -> float:
    alike = likeness(known, quote)
    return alike if alike >= _ALIKE or is_one_matter(known, quote) else 0.0


def _is_more(item: Item, candidate: Candidate, quoted: Quoted) -> bool:
    """Whether a quotation not yet among its evidence puts an item firmer, weaker, or due later."""
    has = {(entry.source, " ".join(entry.quote.split())) for entry in item.evidence}
    strengths = {getattr(item, "strength", None), candidate.strength} - {None}
    dues = {entry.due for entry in item.evidence if entry.due}
    wordings = {each.due.wording for each in candidate.evidence if each.due}
    differs = len(strengths) > 1 or (dues and wordings and not dues & wordings)
    return bool(differs) and (quoted.source, " ".join(quoted.quote.split())) not in has
