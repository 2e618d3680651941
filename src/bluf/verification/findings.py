"""What a verification comes to, as findings at their places in the draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.verification.verifying import Verdict
from octavo.finding import Finding, Level

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bluf.evidence import Remark
    from bluf.verification.verifying import Checked, Verification

_LONGEST = 60
_NOT_SAID = frozenset({"quote-too-short", "quote-ambiguous"})
"""What matters where a quotation proves an item of a brief, and not in running text."""


def findings_of(verification: Verification) -> tuple[Finding, ...]:
    """Every finding, in the order of the draft."""
    count = len(verification.sources)
    return tuple(finding for each in verification.checked for finding in _findings(each, count))


def _findings(each: Checked, sources: int) -> Iterator[Finding]:
    if not each.quoted.closed:
        yield _finding(
            each,
            "quote-not-closed",
            Level.WARNING,
            f"the quotation mark before {_shown(each)} is never closed",
            "close it: what stands behind it was looked up as far as the next mark",
        )
    if each.sighting is None:
        yield _absent(each, sources)
        return
    if each.is_misattributed:
        yield _finding(
            each,
            "quote-misattributed",
            Level.WARNING,
            f"{_shown(each)} does not stand in “{each.named}”, which is named beside it",
            f"it stands in {each.sighting.place}: name that one",
        )
    for rule, level, message, hint in telling(each.sighting.remarks):
        yield _finding(each, rule, level, message, hint)


def telling(remarks: Iterable[Remark]) -> Iterator[Remark]:
    """The remarks that matter in running text."""
    return (remark for remark in remarks if remark[0] not in _NOT_SAID)


def _absent(each: Checked, sources: int) -> Finding:
    where = "the source" if sources == 1 else f"any of the {sources} sources"
    message = f"{_shown(each)} does not stand in {where}"
    if each.verdict is Verdict.NEAR and each.likeness:
        message = f"{message}; in “{each.source}” {each.likeness.reason}"
        hint = "give the words as they stand there, or take the quotation marks away"
        return _finding(each, _ABSENT, Level.ERROR, message, hint, each.likeness.comparison)
    hint = "quote what a source says, add the source, or take the quotation marks away"
    return _finding(each, _ABSENT, Level.ERROR, f"{message}, nor does anything like it", hint)


_ABSENT = "quote-not-in-source"


def _finding(
    each: Checked, rule: str, level: Level, message: str, hint: str, notes: tuple[str, ...] = ()
) -> Finding:
    return Finding(rule, level, message, each.quoted.place, hint, each.quoted.excerpt, notes)


def _shown(each: Checked) -> str:
    words = each.quoted.words
    return f"“{words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + '…'}”"
