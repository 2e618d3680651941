"""Prove quotations: each stands in its source, word for word, or there is a finding."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from bluf.evidence.hit import Hit
from bluf.evidence.joins import joins
from bluf.evidence.match import find
from bluf.evidence.passage import passage_findings
from bluf.evidence.quotation import readings
from bluf.evidence.sight import sight_findings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bluf.data import DataFile
    from bluf.evidence.citation import Citation, Path
    from bluf.evidence.match import Passage, Searchable
    from octavo.finding import Finding
    from octavo.location import Location


MOST_LOOKS = 8
"""Of a quotation that stands in many places, so many are looked at for one that is seen."""


def verify(
    data_file: DataFile, cited: Sequence[Citation], sources: Mapping[str, Searchable]
) -> tuple[dict[Path, Hit], list[Finding]]:
    """What was found of each quotation, by its path, and a finding for each that does not.

    Both are in the order of the record. A quotation of a source that could not be read is in
    neither.
    """
    found: dict[Path, Hit] = {}
    findings: dict[Path, list[Finding]] = {}
    for key, citations in _by_source(cited, sources).items():
        hits = look_up_any(sources[key], [citation.evidence.quote for citation in citations])
        for citation, hit in zip(citations, hits, strict=True):
            if hit:
                path = citation.quote_path
                findings[path] = sight_findings(data_file, citation, hit)
                if hit.stands:
                    found[path] = hit
                    findings[path] += passage_findings(
                        data_file, citation, hit.source, hit.passages
                    )
        missed = [citation for citation, hit in zip(citations, hits, strict=True) if hit is None]
        findings.update(_missing(data_file, key, missed, sources))
    order = [citation.quote_path for citation in cited]
    return (
        {path: found[path] for path in order if path in found},
        [finding for path in order for finding in findings.get(path, [])],
    )


def look_up(source: Searchable, quotes: Sequence[str]) -> list[tuple[Passage, ...]]:
    """The passages of each quotation in one source, by the first reading that has any."""
    ways = [readings(quote) for quote in quotes]
    passages = iter(find(source, [way for each in ways for way in each]))
    found = [[next(passages) for _ in each] for each in ways]
    return [next(filter(None, each), ()) for each in found]


def look_up_any(source: Searchable, quotes: Sequence[str]) -> list[Hit | None]:
    """Where each quotation stands in a source, or in the source as it may be read otherwise.

    A passage that is not seen, or is none of one text, is given where there is no better one.
    """
    hits: list[Hit | None] = [None] * len(quotes)
    for each in (source, *source.others):
        open_ones = [index for index, hit in enumerate(hits) if hit is None or not hit.stands]
        found = look_up(each, [quotes[index] for index in open_ones])
        both = zip(open_ones, found, strict=True)
        by_place = sorted(both, key=lambda one: [each.start for each in one[1][:1]])
        for index, passages in by_place:  # a page is drawn once for all that is quoted of it
            hits[index] = _looked_at(each, passages) or hits[index]
    return hits


def _looked_at(source: Searchable, passages: tuple[Passage, ...]) -> Hit | None:
    """The first passage that a reader sees, else the first; the others follow it."""
    first: Hit | None = None
    for passage in passages[:MOST_LOOKS]:
        others = tuple(other for other in passages if other is not passage)
        hit = Hit(source, (passage, *others), source.look(passage), joins(source, passage))
        if hit.stands:
            return hit
        first = first or hit
    return first


def _by_source(
    cited: Sequence[Citation], sources: Mapping[str, Searchable]
) -> Mapping[str, list[Citation]]:
    by_source: defaultdict[str, list[Citation]] = defaultdict(list)
    for citation in cited:
        if citation.evidence.source in sources:
            by_source[citation.evidence.source].append(citation)
    return by_source


def _missing(
    data_file: DataFile, key: str, missed: Sequence[Citation], sources: Mapping[str, Searchable]
) -> dict[Path, list[Finding]]:
    if not missed:
        return {}
    from bluf.evidence.missing import (  # much, and seldom wanted
        absence_findings,
        absences,
    )

    elsewhere = _elsewhere(key, missed, sources)
    return {
        absence.citation.quote_path: absence_findings(data_file, absence)
        for absence in absences(sources[key], missed, elsewhere)
    }


def _elsewhere(
    key: str, missed: Sequence[Citation], sources: Mapping[str, Searchable]
) -> list[tuple[str, Location] | None]:
    """Another source in which each quotation stands, and where."""
    elsewhere: list[tuple[str, Location] | None] = [None] * len(missed)
    for other, source in sources.items():
        if other != key:
            hits = look_up_any(source, [citation.evidence.quote for citation in missed])
            for index, hit in enumerate(hits):
                if hit and hit.stands and elsewhere[index] is None:
                    elsewhere[index] = other, hit.place
    return elsewhere
