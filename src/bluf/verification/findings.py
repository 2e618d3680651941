"""What a verification comes to, as findings at their places in the draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.rules import finding
from octavo.finding import Finding
from octavo.shortening import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bluf.evidence import Remark
    from bluf.verification.verifying import Checked, Verification

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
