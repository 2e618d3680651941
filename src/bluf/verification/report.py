"""A verification as a table for people, and as an object for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from bluf.evidence import Remark
from bluf.model import Verdict
from bluf.rules import finding
from bluf.verification.verifying import Checked, MatchVerdict, Verification
from octavo.finding import Finding
from octavo.location import Location, PageLocation, SheetLocation, TextLocation, WordLocation
from octavo.shortening import plural, quoted

if TYPE_CHECKING:
    from bluf.verification.claims import CheckedClaim


VERSION = 1
"""Version of the object: it rises when a field changes its meaning or goes away."""


def summary(verification: Verification) -> str:
    """``draft.docx: 12 of 14 quotations found in 3 sources; 1 near, 1 not found``."""
    if not verification.sources:
        return f"{verification.draft}: no source could be read, so nothing was looked up"
    found, total = verification.count(MatchVerdict.FOUND), len(verification.checked)
    counts = {each: verification.count(each) for each in list(MatchVerdict)[1:]}
    others = [f"{count} {each}" for each, count in counts.items() if count]
    sources = plural(len(verification.sources), "source")
    parts = [
        f"{found} of {plural(total, 'quotation')} found in {sources}",
        ", ".join(others),
        _of_claims(verification),
        f"{verification.too_short} too short to look up" if verification.too_short else "",
    ]
    return f"{verification.draft}: {'; '.join(filter(None, parts))}"


def lines(verification: Verification) -> Iterator[str]:
    """The summary, and a few lines for each quotation: verdict, words, place."""
    yield summary(verification)
    for each in verification.checked if verification.sources else ():
        yield ""
        yield from checked_lines(each)
    for claim in verification.claims:
        if verification.sources and not claim.is_borne_out:
            yield ""
            yield from _claim_lines(claim)


def checked_lines(each: Checked) -> Iterator[str]:
    """The lines of one quotation."""
    parts = (f"{each.verdict:9}", place_in(each.quoted.place), f"“{each.quoted.words}”")
    yield "  ".join(filter(None, parts))
    yield from (f"           {line}" for line in _said(each))


def _said(each: Checked) -> Iterator[str]:
    if each.sighting:
        beside = f" (the draft names {each.named})" if each.is_misattributed else ""
        yield f"{each.sighting.place}{beside}"
        yield from (
            f"{level}: {message}" for _, level, message, _ in telling(each.sighting.remarks)
        )
    elif each.likeness:
        yield f"{each.likeness.place}: {each.likeness.reason}"
        # the first line of a comparison names the place once more
        yield from (line.strip() for line in each.likeness.comparison if line.startswith("  "))


def _of_claims(verification: Verification) -> str:
    claims = verification.claims
    borne_out = sum(each.is_borne_out for each in claims)
    return f"{borne_out} of {len(claims)} figures, dates and names in the sources" if claims else ""


def _claim_lines(each: CheckedClaim) -> Iterator[str]:
    """The lines of a claim that no source bears out."""
    claim = each.claim
    yield "  ".join((f"{claim.verdict:9}", place_in(each.place), f"{claim.kind} “{claim.words}”"))
    if each.finding:
        yield f"           {each.finding.level}: {each.finding.message}"
    elif claim.verdict is Verdict.UNDECIDED:
        yield "           no source has it where it plainly speaks of the same: look it up yourself"


def mapping(verification: Verification) -> dict[str, object]:
    """The object: version, counts, sources, and each quotation."""
    return {
        "version": VERSION,
        "draft": verification.draft,
        "sources": list(verification.sources),
        "counts": {
            "quotations": len(verification.checked),
            **{each.name.lower(): verification.count(each) for each in MatchVerdict},
            "too_short": verification.too_short,
        },
        "quotations": [checked_mapping(each) for each in verification.checked],
        "claims": [_claim_mapping(each) for each in verification.claims],
        "unreadable": [f"{each.location}: {each.message}" for each in verification.refused],
        "passed_over": list(verification.passed_over),
    }


def checked_mapping(each: Checked) -> dict[str, object]:
    """One quotation, as an object."""
    found = each.sighting or each.likeness
    return {
        "words": each.quoted.words,
        "place": place_in(each.quoted.place),
        "marked_by": each.quoted.how.value,
        "verdict": each.verdict.value,
        "source": each.source,
        "source_place": place_in(found.place) if found else None,
        "source_words": found.words if found else None,
        "named_source": each.named,
        "difference": each.likeness.reason if each.likeness else None,
        "remarks": [message for _, _, message, _ in telling(each.sighting.remarks)]
        if each.sighting
        else [],
    }


def _claim_mapping(each: CheckedClaim) -> dict[str, object]:
    claim = each.claim
    return {
        "kind": claim.kind.value,
        "words": claim.words,
        "place": place_in(each.place),
        "verdict": claim.verdict.value,
        "source": claim.source or None,
        "source_place": place_in(claim.place) if claim.place else None,
        "found": claim.found or None,
    }


def place_in(location: Location) -> str:
    """The place within its file: ``12:5``, ``page 2, line 7``; empty for a whole file."""
    if isinstance(location, TextLocation):
        return f"{location.line}:{location.column}"
    if isinstance(location, PageLocation | SheetLocation | WordLocation):
        return location.place
    return ""


_NOT_SAID = frozenset({"quote-too-short", "quote-ambiguous"})
"""What matters where a quotation proves an item of a brief, and not in running text."""


def findings_of(verification: Verification) -> tuple[Finding, ...]:
    """Every finding: on the quotations first, then on the claims, in the order of the draft."""
    count = len(verification.sources)
    return (
        *(found for each in verification.checked for found in _findings(each, count)),
        *(each.finding for each in verification.claims if each.finding),
    )


def _findings(each: Checked, sources: int) -> Iterator[Finding]:
    place, excerpt, words = each.quoted.place, each.quoted.excerpt, quoted(each.quoted.words)
    if not each.quoted.closed:
        message = f"the quotation mark before {words} is never closed"
        hint = "close it: the words were looked up as far as the next mark"
        yield finding("quote-not-closed", message, place, hint, excerpt)
    if each.sighting is None:
        yield _absent(each, sources)
        return
    if each.is_misattributed:
        message = f"{words} does not stand in “{each.named}”, which is named beside it"
        hint = f"it stands in {each.sighting.place}: name that one"
        yield finding("quote-misattributed", message, place, hint, excerpt)
    for rule, level, message, hint in telling(each.sighting.remarks):
        yield Finding(rule, level, message, place, hint, excerpt)


def telling(remarks: Iterable[Remark]) -> Iterator[Remark]:
    """The remarks that matter in running text."""
    return (remark for remark in remarks if remark[0] not in _NOT_SAID)


def _absent(each: Checked, sources: int) -> Finding:
    words = quoted(each.quoted.words)
    where = "the source" if sources == 1 else f"any of the {sources} sources"
    message = f"{words} does not stand in {where}, nor does anything like it"
    hint = "quote what a source says, add the source, or take the quotation marks away"
    notes: tuple[str, ...] = ()
    if each.likeness:
        where = f"{where}; in “{each.source}” {each.likeness.reason}"
        message = f"{words} does not stand in {where}"
        hint = "give the words as they stand there, or take the quotation marks away"
        notes = each.likeness.comparison
    place, excerpt = each.quoted.place, each.quoted.excerpt
    return finding("quote-not-in-source", message, place, hint, excerpt, notes)
