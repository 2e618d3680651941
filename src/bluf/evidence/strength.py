"""Refuse what is put more firmly than the sources put it, and what no source is given for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.evidence.citation import items
from bluf.evidence.quotation import own_words
from bluf.evidence.shown import shown
from bluf.languages import firmness
from bluf.model import FollowUp, Request, RequestState
from octavo.finding import Finding, Level

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bluf.data import DataFile
    from bluf.evidence.citation import Citation, Path
    from bluf.model import Brief, Evidence, Item, Outcome, Strength


def strength_findings(data_file: DataFile, cited: Sequence[Citation]) -> Iterator[Finding]:
    """Findings on the strength of outcomes and of their evidence, and on missing evidence."""
    yield from _without_evidence(data_file)
    for citation in cited:
        yield from _belied(data_file, citation)
    for index, outcome in enumerate(data_file.brief.outcomes):
        yield from _overstated(data_file, ("outcomes", index, "strength"), outcome)


def said_strength(brief: Brief, evidence: Evidence) -> Strength | None:
    """How firm one source is: as recorded, else as its words say, else unknown."""
    language = brief.sources[evidence.source].language
    return evidence.strength or firmness(own_words(evidence.quote), language)


def _belied(data_file: DataFile, citation: Citation) -> Iterator[Finding]:
    """A strength recorded for a quotation whose own words are weaker."""
    evidence = citation.evidence
    if evidence.strength is None:
        return
    language = data_file.brief.sources[evidence.source].language
    words = firmness(own_words(evidence.quote), language)
    if words is not None and words.rank < evidence.strength.rank:
        yield _finding(
            data_file,
            (*citation.path, "strength"),
            f"“{evidence.strength}” is stronger than these words, which say “{words}” at most: "
            f"{shown(evidence.quote)}",
            f"write “{words}”, or quote the words that say “{evidence.strength}”",
        )


def _overstated(data_file: DataFile, path: Path, outcome: Outcome) -> Iterator[Finding]:
    """An outcome that every source puts more weakly, as far as each can be told."""
    said = [said_strength(data_file.brief, evidence) for evidence in outcome.evidence]
    known = [strength for strength in said if strength is not None]
    if not known or len(known) < len(said):
        return
    strongest = max(known, key=lambda strength: strength.rank)
    if strongest.rank < outcome.strength.rank:
        yield _finding(
            data_file,
            path,
            f"outcome “{outcome.id}” is “{outcome.strength}”, but its sources say "
            f"“{strongest}” at most",
            f"write “{strongest}”, or add the quotation that says “{outcome.strength}”",
        )


def _finding(data_file: DataFile, path: Path, message: str, hint: str) -> Finding:
    place = data_file.places.at(*path)
    excerpt = data_file.excerpt(place)
    return Finding("strength-overstated", Level.ERROR, message, place, hint, excerpt)


def _without_evidence(data_file: DataFile) -> Iterator[Finding]:
    for path, item in items(data_file.brief):
        if item.evidence or _borne_out_otherwise(item):
            continue
        place = data_file.places.at(*path)
        planned = isinstance(item, Request) and item.state is RequestState.PLANNED
        yield Finding(
            "evidence-missing",
            Level.WARNING if planned else Level.ERROR,
            f"“{item.id}” has no evidence: no source is quoted for it",
            place,
            "add “evidence” with a source and the words that say so",
            data_file.excerpt(place),
        )


def _borne_out_otherwise(item: Item) -> bool:
    """Whether an item rests on another one, here or in an earlier brief, that has evidence."""
    if isinstance(item, FollowUp):
        return bool(
            item.own or item.follows or item.carried_from or any(c.evidence for c in item.history)
        )
    return isinstance(item, Request) and item.carried_from is not None
