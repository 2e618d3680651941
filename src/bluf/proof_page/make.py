"""From a proven brief to the page that shows how it was proven: one file that loads nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path as Folder
from typing import TYPE_CHECKING

from msgspec.structs import replace

from bluf.evidence import citations
from bluf.html_page import html_page
from bluf.model import Claim, ClaimKind, Evidence, Verdict
from bluf.proof_page.content import (
    Panel,
    Path,
    ProofItem,
    ProofPage,
    ProofSection,
    ProofState,
    ShownClaim,
    ShownQuote,
    sections,
)
from bluf.proof_page.panels import anchor_of, lines_of, marks_of, place_said
from bluf.views import BriefView, Labels, SourceRow, labels_for, view
from octavo.finding import Finding
from octavo.location import Location

if TYPE_CHECKING:
    from bluf.data import DataFile
    from bluf.evidence import Citation, Hit, Proven


_STATES = {
    Verdict.BORNE_OUT: ProofState.PROVEN,
    Verdict.CONTRADICTED: ProofState.CONTRADICTED,
    Verdict.NOT_FOUND: ProofState.MISSING,
    Verdict.UNDECIDED: ProofState.UNDECIDED,
    Verdict.OWN: ProofState.OWN,
}


class ProofPageMaker:
    """Makes the page of one brief; holds what all of its parts need."""

    def __init__(self, data: DataFile, proven: Proven, labels: Labels) -> None:
        self._data, self._proven, self._labels = data, proven, labels
        self._ledger = proven.proof.ledger
        self._brief = data.brief
        self._cited = {f"q{number}": each for number, each in enumerate(citations(data.brief), 1)}
        self._findings: defaultdict[Location, list[Finding]] = defaultdict(list)
        for finding in proven.findings:
            self._findings[finding.location].append(finding)

    def page(self, shown: BriefView) -> ProofPage:
        """The page, whose words are those of the view of the brief."""
        brief, proof, ledger = self._brief, self._proven.proof, self._ledger
        return ProofPage(
            title=shown.title,
            language=brief.language,
            direction=self._labels.direction,
            date=shown.date,
            marking=shown.marking,
            unproven=shown.unproven,
            quotations=(proof.verified, proof.quotations),
            claims=(ledger.count(Verdict.BORNE_OUT), ledger.held),
            sections=tuple(
                ProofSection(heading, tuple(map(self._entry, items)))
                for heading, items in sections(brief, shown, self._labels)
            ),
            panels=tuple(map(self._panel, shown.sources)),
        )

    def _entry(self, item: ProofItem) -> ProofItem:
        quotes = tuple(
            self._quote(key, each) for key, each in self._cited.items() if _below(each.path, item)
        )
        of_item = (each for each in self._ledger.claims if _below(each.path, item))
        claims = tuple(dict.fromkeys(map(self._claim, of_item)))
        states = [*(each.state for each in quotes), *(each.state for each in claims)]
        return replace(item, quotes=quotes, claims=claims, state=self._state(item, states))

    def _state(self, item: ProofItem, states: list[ProofState]) -> ProofState:
        """The gravest of what an item says; one that says nothing has no evidence."""
        if item.basis and not any(each.is_open for each in states):
            return ProofState.OWN
        needs_evidence = item.path[0] in _NEED_EVIDENCE and not item.rests_on
        nothing = ProofState.NONE if needs_evidence else ProofState.SILENT
        return min(states, key=list(ProofState).index, default=nothing)

    def _quote(self, key: str, citation: Citation) -> ShownQuote:
        evidence = citation.evidence
        source = self._brief.sources[evidence.source]
        party = self._brief.parties.get(source.party or "")
        hit = self._proven.hits.get(citation.quote_path)
        seen = evidence.seen_by
        return ShownQuote(
            key=key,
            source=evidence.source,
            side=(party.short or party.name) if party else source.publisher,
            words=evidence.quote,
            language=source.language,
            state=_state_of(hit, seen=seen is not None),
            place=place_said(hit.place, self._labels) if hit else "",
            says=tuple(self._says(evidence)),
            left_out=tuple(self._left_out(citation)),
            translation=evidence.translation or "",
            translator=evidence.translator or "",
            seen_by=f"{seen.name}, {seen.date}" if seen else "",
            remarks=tuple(self._findings[self._data.places.at(*citation.quote_path)]),
        )

    def _says(self, evidence: Evidence) -> Iterator[str]:
        """How a source puts it: strength, answer, due date."""
        if evidence.strength:
            yield self._labels.word("strengths", evidence.strength).lower()
        if evidence.response:
            yield self._labels.word("responses", evidence.response).lower()
        if evidence.due:
            yield evidence.due

    def _left_out(self, citation: Citation) -> Iterator[str]:
        hit = self._proven.hits.get(citation.quote_path)
        gaps = hit.passages[0].gaps if hit else ()
        words = (hit.source.text[start:end].strip() for start, end in gaps if hit)
        return filter(None, words)

    def _claim(self, claim: Claim) -> ShownClaim:
        where = self._brief.sources[claim.source].publisher if claim.source else ""
        place = place_said(claim.place, self._labels) if claim.place else ""
        return ShownClaim(
            self._labels.word("claims", claim.kind),
            self._said(claim),
            _STATES[claim.verdict],
            self._labels.listed([where, place]),
            anchor_of(claim.source, claim.place) if claim.source and claim.place else "",
            claim.found,
        )

    def _said(self, claim: Claim) -> str:
        """The words of a claim; a side or a state that the record names by its key has a name."""
        party = self._brief.parties.get(claim.words)
        if claim.kind is ClaimKind.SIDE and party:
            return party.short or party.name
        if claim.kind is ClaimKind.STATE:
            return self._labels.vocabularies["states"].get(claim.words, claim.words)
        return claim.words

    def _panel(self, row: SourceRow) -> Panel:
        key, source = row.id, self._brief.sources[row.id]
        text = self._proven.sources[key].source
        hits = {
            name: self._proven.hits[each.quote_path]
            for name, each in self._cited.items()
            if each.evidence.source == key and each.quote_path in self._proven.hits
        }
        claims = [each for each in self._ledger.claims if each.source == key and each.place]
        anchors = [anchor_of(key, each.place) for each in claims if each.place]
        lines, skipped = lines_of(
            key, text, marks_of(text, hits, self._telling(), anchors), self._labels
        )
        details = [row.kind, row.date, source.file]
        return Panel(
            key=key,
            publisher=row.publisher,
            title=row.title,
            details=tuple(filter(None, details)),
            language=source.language,
            lines=lines,
            skipped=skipped,
            address=row.url,
        )

    def _telling(self) -> Mapping[str, list[str]]:
        """The words of the claims of an item, by each of its quotations."""
        telling: defaultdict[str, list[str]] = defaultdict(list)
        for key, each in self._cited.items():
            for claim in self._ledger.claims:
                if claim.path[:2] == each.path[:2] and claim.verdict is Verdict.BORNE_OUT:
                    telling[key] += filter(None, [claim.words, claim.found])
        return telling


def _state_of(hit: Hit | None, *, seen: bool) -> ProofState:
    """What became of a quotation; one that somebody has looked at is proven."""
    if hit is None:
        return ProofState.MISSING
    return ProofState.UNDECIDED if hit.sight.doubts and not seen else ProofState.PROVEN


_NEED_EVIDENCE = frozenset({"requests", "outcomes", "follow_ups"})


def _below(path: Path, item: ProofItem) -> bool:
    return path[: len(item.path)] == item.path


_FOLDER = files("bluf.proof_page") / "page"


def proof_page(
    data: DataFile, proven: Proven, *, open_findings: int = 0, catalogues: Folder | None = None
) -> bytes:
    """The proof page of a brief; the same bytes for the same brief.

    It was written in spite of ``open_findings`` errors; ``catalogues`` is the folder of the
    project's own labels.

    Raises:
        UnknownLanguageError: There are no labels in the brief's language.
    """
    labels = labels_for(data.brief.language, catalogues)
    shown = view(data.brief, proven.proof, open_findings=open_findings, catalogues=catalogues)
    page = ProofPageMaker(data, proven, labels).page(shown)
    quotes = {
        quote.key: quote
        for section in page.sections
        for entry in section.entries
        for quote in entry.quotes
    }
    words = labels.vocabularies["proof"]
    return html_page(_FOLDER, page=page, quotes=quotes, labels=labels, words=words)
