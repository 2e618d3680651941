"""Prove a brief against its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.evidence.accounts import differences, single_sided
from bluf.evidence.citation import citations
from bluf.evidence.error import SourceError
from bluf.evidence.library import read_library
from bluf.evidence.strength import evidence_findings
from bluf.evidence.verify import verify
from bluf.evidence.wording import wording_findings
from bluf.model import Proof

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bluf.data import DataFile
    from bluf.evidence.citation import Path
    from bluf.evidence.hit import Hit
    from bluf.evidence.match import Searchable
    from bluf.evidence.memory import SourceMemory
    from octavo.finding import Finding


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


def prove(data_file: DataFile) -> tuple[Proof, tuple[Finding, ...]]:
    """What the sources bear out of a brief's quotations, and every finding on them.

    Raises:
        SourceError: As `proven` does.
    """
    found = proven(data_file)
    return found.proof, found.findings


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
        *evidence_findings(data_file),
    ]
    if library.refused:
        raise SourceError([*library.refused, *findings])
    places = {path: hit.place for path, hit in hits.items()}
    proof = Proof(places, differences(data_file.brief), single_sided(data_file.brief), len(cited))
    return Proven(proof, tuple(dict.fromkeys(findings)), library.sources, hits)
