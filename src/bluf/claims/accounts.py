"""Where accounts differ, by what the sentences of their quotations say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from bluf.claims.strength import said
from bluf.claims.texts import quotations
from bluf.evidence import differences

if TYPE_CHECKING:
    from bluf.claims.passages import ClaimContext
    from bluf.claims.texts import Path
    from bluf.model import Difference, Evidence, Outcome


def differing(desk: ClaimContext) -> tuple[Difference, ...]:
    """Items that the sides put differently.

    A source of an outcome that has no strength of its own in the record is as firm as its sentence.
    """
    outcomes = tuple(
        _firm(desk, ("outcomes", index), outcome)
        for index, outcome in enumerate(desk.brief.outcomes)
    )
    return differences(replace(desk.brief, outcomes=outcomes))


def _firm(desk: ClaimContext, path: Path, outcome: Outcome) -> Outcome:
    paths = quotations(path, outcome.evidence)
    evidence = tuple(
        _heard(desk, where, entry) for where, entry in zip(paths, outcome.evidence, strict=True)
    )
    return replace(outcome, evidence=evidence)


def _heard(desk: ClaimContext, path: Path, entry: Evidence) -> Evidence:
    span = desk.sentences.get(path)
    if entry.strength is not None or span is None:
        return entry
    return replace(entry, strength=said(span))
