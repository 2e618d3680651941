"""Unproven quotations and contradicted claims that somebody accepts: the brief says so."""

from __future__ import annotations

from collections.abc import Iterable

from bluf.rules import BY_NAME
from octavo.finding import Finding, Level

_ABOUT = "evidence"
_CONTRADICTED = "-differs"
"""How the names of rules end that find a claim contradicted, whatever their level."""


def held_back(raised: Iterable[Finding], kept: Iterable[Finding]) -> int:
    """How many errors and contradictions of claims were raised and are not among those kept.

    Neither a comment in the data file nor a setting makes an unproven brief look like a proven one.
    """
    left = {(finding.rule, finding.location, finding.message) for finding in kept}
    return sum(
        (finding.level is Level.ERROR or finding.rule.endswith(_CONTRADICTED))
        and BY_NAME[finding.rule].group == _ABOUT
        and (finding.rule, finding.location, finding.message) not in left
        for finding in raised
    )
