"""Prove a brief against its sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.evidence.accounts import differences, single_sided
from bluf.evidence.citation import Citation, Path, citations
from bluf.evidence.error import SourceError
from bluf.evidence.library import read_library
from bluf.evidence.match import Searchable
from bluf.evidence.quotation import in_either_case
from bluf.evidence.shown import shown
from bluf.evidence.sight import Hit
from bluf.evidence.verify import look_up_any, verify
from bluf.model import FollowUp, Item, Proof, Request, RequestState
from octavo.finding import Finding, Level

if TYPE_CHECKING:
    from bluf.data import DataFile
    from bluf.evidence.memory import SourceMemory


class Proven(Struct, frozen=True):
    """What the sources bear out of a brief, and what claims are held to.

    Attributes:
        proof: What they bear out.
        findings: Every finding on its quotations.
        sources: The sources, by id.
        hits: Where each quotation was found, by its path.
    """

    proof: Proof
    findings: tuple[Finding, ...]
    sources: Mapping[str, Searchable]
    hits: Mapping[Path, Hit]


def proven(data_file: DataFile, memory: SourceMemory | None = None) -> Proven:
    """What the sources bear out of a brief, and every finding on its quotations.

    ``memory`` is where to keep what takes long to read.

    Raises:
        SourceError: A source is missing, unreadable, unsafe or too large; carries the findings
            on the other sources and quotations too, so that all are known in one go.
    """
    library = read_library(data_file, memory)
    cited = tuple(citations(data_file.brief))
    hits, findings = verify(data_file, cited, library.sources)
    findings = [
        *library.findings,
        *findings,
        *wording_findings(data_file, cited, library.sources),
        *_unquoted(data_file),
    ]
    if library.refused:
        raise SourceError([*library.refused, *findings])
    places = {path: hit.place for path, hit in hits.items()}
    proof = Proof(places, differences(data_file.brief), single_sided(data_file.brief), len(cited))
    return Proven(proof, tuple(dict.fromkeys(findings)), library.sources, hits)


def wording_findings(
    data_file: DataFile, cited: Sequence[Citation], sources: Mapping[str, Searchable]
) -> Iterator[Finding]:
    """Findings on due dates that no source words so, and on translations by nobody."""
    yield from _due(data_file, cited, sources)
    for citation in cited:
        if citation.evidence.translation and not citation.evidence.translator:
            yield _finding(
                data_file,
                (*citation.path, "translation"),
                "translator-missing",
                Level.WARNING,
                f"no translator is named for {shown(citation.evidence.quote)}",
                "add “translator” with the name of the person, desk or program",
            )


def _due(
    data_file: DataFile, cited: Sequence[Citation], sources: Mapping[str, Searchable]
) -> Iterator[Finding]:
    by_source: defaultdict[str, list[tuple[Path, str]]] = defaultdict(list)
    for path, key, words in _due_words(data_file, cited):
        by_source[key].append((path, words))
    for key in sorted(by_source.keys() & sources.keys()):
        said = [words for _, words in by_source[key]]
        hits = look_up_any(sources[key], [*said, *map(in_either_case, said)])
        ways = zip(hits[: len(said)], hits[len(said) :], strict=True)
        for (path, words), found in zip(by_source[key], ways, strict=True):
            if not any(hit and hit.stands for hit in found):
                yield _finding(
                    data_file,
                    path,
                    "due-not-in-source",
                    Level.ERROR,
                    f"source “{key}” does not say {shown(words)}",
                    "give its own words for the date, or leave “due” out of this evidence",
                )


def _due_words(data_file: DataFile, cited: Sequence[Citation]) -> Iterator[tuple[Path, str, str]]:
    """Every wording of a due date that a source is named for: its path, the source, the words."""
    for citation in cited:
        if citation.evidence.due:
            yield (*citation.path, "due"), citation.evidence.source, citation.evidence.due
    for index, follow_up in enumerate(data_file.brief.follow_ups):
        due = follow_up.due
        if due and due.source and due.wording:
            yield ("follow_ups", index, "due", "wording"), due.source, due.wording


def _finding(
    data_file: DataFile, path: Path, rule: str, level: Level, message: str, hint: str
) -> Finding:
    place = data_file.places.at(*path)
    return Finding(rule, level, message, place, hint, data_file.excerpt(place))


def _unquoted(data_file: DataFile) -> Iterator[Finding]:
    """Findings on items that no source is quoted for, and that are not the desk's own."""
    for path, item in data_file.brief.placed_items():
        if item.evidence or item.basis or _borne_out_otherwise(item):
            continue
        planned = isinstance(item, Request) and item.state is RequestState.PLANNED
        level = Level.WARNING if planned else Level.ERROR
        message = f"“{item.id}” has no evidence: no source is quoted for it"
        yield _finding(data_file, path, "evidence-missing", level, message, _remedy(item))


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
