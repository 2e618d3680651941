"""Prove quotations: each stands in its source, word for word, or there is a finding.

None may join two speakers, cells or items, or parts of two paragraphs.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from heapq import merge
from operator import methodcaller
from typing import TYPE_CHECKING

from bluf.evidence.match import Passage, Searchable, find
from bluf.evidence.passage import passage_findings
from bluf.evidence.quotation import readings
from bluf.evidence.sight import Hit, sight_findings
from bluf.evidence.text import Edge
from bluf.languages import WordPattern, language, languages, pattern
from octavo.finding import Finding
from octavo.location import Location

if TYPE_CHECKING:
    from bluf.data import DataFile
    from bluf.evidence.citation import Citation, Path

MOST_LOOKS = 8
"""Of a quotation that stands in many places, so many are looked at for one that is seen."""
_CAPITAL = "A-ZÀ-ÖØ-ÞĀ-ŽΑ-ΩА-ЯЀ-Џ"
_NAME = rf"[{_CAPITAL}][\w.'’-]*"
_SPEAKER = re.compile(
    rf"^[ \t>*_#-]*(?P<name>{_NAME}(?:[ ](?:{_NAME}|of|the|de|du|van|von|und|and)){{0,6}}"
    r"(?:[ ]\([^()\n]{1,60}\))?|[\u4e00-\u9fff]{1,12}|[\u0600-\u06ff][\u0600-\u06ff ]{1,40})"
    r"[*_]*\s?[:：]",
    re.MULTILINE,
)
"""A line that begins with who speaks: “MR. PRICE:”, “Minister Novak:”, “Q:”."""
_NAME_ALONE = re.compile(
    rf"^[ \t*_]*(?P<name>{_NAME}(?:[ ]{_NAME}){{0,4}}|[\u4e00-\u9fff]{{2,12}}"
    r"|[\u0600-\u06ff]+(?:[ ][\u0600-\u06ff]+){1,4})(?:[ ]\([^()\n]{1,60}\))?[ \t*_]*\n",
    re.MULTILINE,
)
"""A line of few words, which may name who speaks: “JANE DOE”, “Minister Doe”, “DOE (Norway)”."""
_ROMAN = re.compile("[IVXLC]+")
_SENTENCE_END = re.compile(r"[.!?。！？…؟:;][\"'”’»)\]]*\s*\Z")
_LONGEST = 200
_SHORTEST = 2

_SAYS = {
    Edge.CELL: "it joins two cells of a table",
    Edge.ITEM: "it joins two items of a list",
    Edge.BOX: "it joins two boxes that stand apart on the page",
    Edge.PARAGRAPH: "it joins two paragraphs within a sentence",
}


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


def joins(source: Searchable, passage: Passage) -> str:
    """Why the passage is no quotation of one text; empty where nothing speaks against it.

    An omission may be marked between paragraphs, cells and items; between two speakers it may not.
    """
    text = source.source.text
    for part in passage.parts:
        start, end = source.span(*part)
        for offset, edge in source.source.edges_in(start, end):
            ended = _SENTENCE_END.search(text[max(start, offset - _LONGEST) : offset])
            if edge is not Edge.PARAGRAPH or not ended:
                return _SAYS[edge]
    begin, end = source.span(passage.start, passage.end)
    within = [name for _, name in _speakers(text, begin + 1, end)]
    named = any(name.split(" ")[-1].isupper() or _bears_title(name) for name in within)
    return _two_speakers(text, begin, end) if named or (within and passage.gaps) else ""


def _two_speakers(text: str, begin: int, end: int) -> str:
    speaker = None
    for offset, name in _speakers(text, 0, end):
        if offset <= begin:
            speaker = name
        elif speaker and name != speaker:
            return f"it joins the words of {speaker} and of {name}"
    return ""


def _speakers(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Where some lines name who speaks, in order; lines right below each other are one name."""
    lines = (_SPEAKER.finditer(text, start, end), _NAME_ALONE.finditer(text, start, end))
    below = -1
    for line in merge(*lines, key=methodcaller("start")):
        if line.re is _SPEAKER or _is_name(text, line):
            if line.start() != below:
                yield line.start(), line["name"]
            below = line.end()


def _is_name(text: str, line: re.Match[str]) -> bool:
    """Whether a line names somebody: by a title, or in capitals that no small letters repeat."""
    first, _, last = line["name"].rpartition(" ")
    bare = re.sub(r"[-'’]", "", last)
    capitals = bare.isupper() and bare.isalpha()
    if capitals and re.search(rf"\b{last.lower()}\b", text):
        return False
    if capitals and first and (first.isupper() or _bears_title(first)):
        return True
    above = text[max(0, line.start() - _LONGEST) : line.start()].rstrip(" \t")
    if above and not (above.endswith("\n\n") or _SENTENCE_END.search(above)):
        return False
    if not capitals:
        return bool(first or not bare[:1].isupper()) and _bears_title(line["name"])
    short = len(bare) <= _SHORTEST or _ROMAN.fullmatch(bare)
    return not (short or any(map(_is_common, line["name"].split(" "))))


def _bears_title(name: str) -> bool:
    """Whether a name begins with “Mr”, “Minister”, “г-н” or the like, in any language."""
    return any(
        titles.search(name) if script == "Hani" else titles.match(name)
        for script, titles, _ in _words()
    )


def _is_common(word: str) -> bool:
    return any(common.stands_for(word) for _, _, common in _words())


@cache
def _words() -> tuple[tuple[str, WordPattern, WordPattern], ...]:
    """By language its script, its titles and offices, and the words that often bear a capital."""
    known = [language(tag) for tag in languages()]
    return tuple(
        (
            each.script,
            pattern((*each.people.honorifics, *each.people.roles), each.script),
            pattern(each.people.common, each.script),
        )
        for each in known
    )
