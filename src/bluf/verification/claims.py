"""Hold the figures, dates and names of a draft to its sources, as those of a brief are.

A draft is no brief: it has no items with evidence of their own. Its whole text is held as the
background of a brief is, to all sources together.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from bluf.claims import countries_in, hold, retold
from bluf.data import read_mapping
from bluf.evidence import Proven, SourceText
from bluf.languages import firmness, language_in, sentence_spans
from bluf.model import Claim, ClaimKind, Proof, Verdict
from bluf.verification.own import own_lines
from octavo.finding import Finding
from octavo.location import Location

if TYPE_CHECKING:
    from bluf.verification.draft import DraftText
    from bluf.verification.shelf import SourceSet

_KINDS = (ClaimKind.FIGURE, ClaimKind.DATE, ClaimKind.NAME, ClaimKind.PLACE, ClaimKind.STRENGTH)
_TEXT = "background"
_UNREADABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


class CheckedClaim(Struct, frozen=True):
    """A figure, date or name of a draft, and what became of it.

    Attributes:
        claim: The claim; its ``source`` is the name of a source.
        place: Where its words stand in the draft.
        finding: What is wrong with it; None where a source bears it out.
    """

    claim: Claim
    place: Location
    finding: Finding | None = None

    @property
    def is_borne_out(self) -> bool:
        """Whether a source says so."""
        return self.claim.verdict is Verdict.BORNE_OUT


def check_claims(draft: DraftText, shelf: SourceSet, day: dt.date) -> tuple[CheckedClaim, ...]:
    """What becomes of each figure, date and name of a draft, in the order of its text.

    “Yesterday” is reckoned from ``day``, that of the draft.
    """
    if draft.source is None or not draft.text.strip():
        return ()
    names = {f"s{number}": name for number, name in enumerate(shelf.sources)}
    record = _record(draft.text, shelf, names, day)
    data = read_mapping(record)
    sources = {key: shelf.sources[name] for key, name in names.items()}
    none = Proven(Proof({}), (), sources, {})
    found = hold(data, none)
    own = own_lines(draft.text)
    checked = [
        _checked(draft.source, claim, names, found.findings, own)
        for claim in found.proof.ledger.claims
        if claim.path == (_TEXT,) and claim.kind in _KINDS
    ]
    countries = countries_in(draft.text, str(record["language"]))
    if len(countries) > 1:  # they are no names of the record, which would bear them out
        parties = {code.lower(): {"name": name} for code, name in countries.items()}
        sides = retold(read_mapping(record | {"parties": parties}), none)
        checked += [_checked(draft.source, claim, names, (), own) for claim in sides
                    if claim.path == (_TEXT,)]  # fmt: skip
    return tuple(sorted(checked, key=lambda each: _offset(draft.text, each.claim)))


def _record(
    text: str, shelf: SourceSet, names: Mapping[str, str], day: dt.date
) -> dict[str, object]:
    """The draft as the background of a brief that says nothing else."""
    return {
        "id": "draft",
        "title": "–",
        "date": day,
        "to": "–",
        "from": "–",
        "language": language_in(text) or "en",
        "bottom_line": "–",
        "sources": {
            key: {
                "title": name,
                "publisher": name,
                "file": name,
                "language": language_in(shelf.sources[name].source.text) or "en",
            }
            for key, name in names.items()
        },
        _TEXT: _UNREADABLE.sub(" ", text),
    }


def _checked(
    source: SourceText,
    claim: Claim,
    names: Mapping[str, str],
    findings: Sequence[Finding],
    own: Sequence[range],
) -> CheckedClaim:
    offset = _offset(source.text, claim)
    place = source.place(offset)
    said = (each for each in findings if f"“{claim.words}”" in each.message)
    raised = next((each for each in said if each.location == claim.location), None)
    if claim.verdict is Verdict.NOT_FOUND and any(offset in each for each in own):
        claim, raised = replace(claim, verdict=Verdict.UNDECIDED), None
    return CheckedClaim(
        replace(claim, location=place, source=names.get(claim.source, "")),
        place,
        raised and replace(raised, location=place, excerpt=source.line(offset)),
    )


def _offset(text: str, claim: Claim) -> int:
    """Where the words of a claim, or its sentence, first stand in a text; else its start."""
    if claim.kind is ClaimKind.STRENGTH:
        tag = language_in(text) or "en"
        spans = sentence_spans(text)
        return next((at for at, end in spans if firmness(text[at:end], tag) == claim.words), 0)
    pattern = r"\s+".join(map(re.escape, claim.words.split()))
    found = re.search(rf"(?<!\w){pattern}(?!\w)", text) or re.search(pattern, text)
    return found.start() if found else 0
