"""Say of a quotation that does not stand in its source what stands there instead."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.evidence.deception import deceptions
from bluf.evidence.difference import DifferenceKind, kinds
from bluf.evidence.match import Passage, Searchable, find
from bluf.evidence.nearest import Nearest, nearest
from bluf.evidence.quotation import Quotation, readings
from bluf.evidence.shown import comparison, listed, shown
from bluf.languages import base
from octavo.finding import Finding, Level
from octavo.location import Location

if TYPE_CHECKING:
    from bluf.data import DataFile
    from bluf.evidence.citation import Citation

_MOST_PAIRS = 3


class Absence(Struct, frozen=True):
    """A quotation that does not stand in its source, and what was found instead.

    Attributes:
        citation: The quotation.
        source: The source it names.
        parts: Those of its parts that are not there, each with the passage of the source that is
            most like it; empty where all are there, in another order.
        elsewhere: The id of another source in which it stands, and the place there.
    """

    citation: Citation
    source: Searchable
    parts: tuple[tuple[str, Nearest | None], ...]
    elsewhere: tuple[str, Location] | None = None

    @property
    def near(self) -> list[Nearest]:
        """The passages that are like a part of the quotation."""
        return [near for _, near in self.parts if near]


def absences(
    source: Searchable,
    citations: Sequence[Citation],
    elsewhere: Sequence[tuple[str, Location] | None],
) -> list[Absence]:
    """What was found instead of each of some quotations of one source that are not there."""
    absent = absent_parts(source, [citation.evidence.quote for citation in citations])
    near = iter(nearest(source, [words for parts in absent for words in parts]))
    return [
        Absence(citation, source, tuple((words, next(near)) for words in parts), other)
        for citation, parts, other in zip(citations, absent, elsewhere, strict=True)
    ]


def absence_findings(data_file: DataFile, absence: Absence) -> list[Finding]:
    """The finding on one quotation, and what deceives the eye in the passage nearest to it."""
    findings = [_finding(data_file, absence)]
    if not absence.elsewhere:
        for near in absence.near:
            findings += deceptions(absence.source, near.start, near.start + len(near.passage))
    return findings


def _finding(data_file: DataFile, absence: Absence) -> Finding:
    evidence = absence.citation.evidence
    place = data_file.places.at(*absence.citation.quote_path)
    tag, own = data_file.brief.sources[evidence.source].language, data_file.brief.language
    reason, hint = _reason(absence, tag, _names(data_file))
    if absence.parts and not absence.near and base(tag) != base(own):
        hint = f"the source is in “{tag}”: quote its words, and put yours under “translation”"
    notes = [] if absence.elsewhere else [near for near in absence.near if near.differences]
    return Finding(
        "quote-not-in-source",
        Level.ERROR,
        f"{shown(evidence.quote)} is not in source “{evidence.source}”{reason}",
        place,
        hint,
        data_file.excerpt(place),
        tuple(line for near in notes for line in comparison(near, absence.source)),
    )


def absent_parts(source: Searchable, quotes: Sequence[str]) -> list[list[str]]:
    """Those parts of each quotation that are not in the source, normalised."""
    parts = [[part for way in readings(quote)[:2][-1:] for part in way.parts] for quote in quotes]
    passages = iter(find(source, [Quotation((part,)) for each in parts for part in each]))
    there = [[(part, next(passages)) for part in each] for each in parts]
    return [[part.text for part, at in each if not at] for each in there]


def _reason(absence: Absence, tag: str, names: frozenset[str]) -> tuple[str, str]:
    """How the message goes on, and the remedy."""
    if absence.elsewhere:
        key, place = absence.elsewhere
        return "", f"it is in source “{key}” ({place}): name that one"
    if not readings(absence.citation.evidence.quote):
        return ": it holds no words", "quote the words that say so"
    if not absence.parts:
        hint = "keep the order of the source, and put only a few words in brackets"
        return ": its parts are there, but do not follow each other so", hint
    return _difference(absence, tag, names)


def _difference(absence: Absence, tag: str, names: frozenset[str]) -> tuple[str, str]:
    """How the nearest passages differ, and the remedy."""
    if not absence.near:
        return ", nor does anything like it", "give the words exactly as they stand in the source"
    differing = {kind for near in absence.near for kind in kinds(near, tag, names)}
    if differing:
        named = listed(kind.value for kind in DifferenceKind if kind in differing)
        hint = _doubtful(absence) or _correction(absence.near)
        return f"; the nearest passage differs in {named}", hint
    return ": it cuts a word or a number in two", "quote whole words and numbers"


_UNREAD = "\ufffd"
"""What stands for a sign that the source shows and does not name."""


def _doubtful(absence: Absence) -> str:
    """Where the reading of the source is no better than the quotation; empty where it is."""
    for near in absence.near:
        passage = Passage(near.start, near.start + len(near.passage))
        place = absence.source.place(near.start)
        if _UNREAD in near.passage:
            return f"the source names no letters for some of its signs: look at it ({place})"
        if absence.source.look(passage).remarks:
            return f"a machine read the source (OCR), and may have misread: look at it ({place})"
    return ""


def _correction(nearest_passages: Sequence[Nearest]) -> str:
    """``the source has “2027”, not “2028”``, for the first few differences."""
    if all(near.differences == near.in_spaces for near in nearest_passages):
        return "copy it as it stands there"
    said = []
    pairs = [pair for near in nearest_passages for pair in near.pairs()]
    for quoted, stands in pairs[:_MOST_PAIRS]:
        if not quoted:
            said.append(f"{shown(stands)} as well")
        elif not stands:
            said.append(f"no {shown(quoted)}")
        else:
            said.append(f"{shown(stands)}, not {shown(quoted)}")
    return f"the source has {'; '.join(said)}"


def _names(data_file: DataFile) -> frozenset[str]:
    """The words of all names in a brief, in small letters."""
    brief = data_file.brief
    people = (person for event in brief.events for person in event.participants)
    named = [spelling for person in people for spelling in (person.name, *person.also)]
    named += (name for party in brief.parties.values() for name in (party.name, party.short or ""))
    words = (word for name in named for word in name.split())
    return frozenset(word.lower() for word in words if word[:1].isupper())
