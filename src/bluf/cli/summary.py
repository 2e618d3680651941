"""One line on a brief: what it holds, what was proven, how the page stands."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from octavo.finding import Level

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bluf.pipeline import Product
    from octavo.finding import Finding


def summary(product: Product, findings: Sequence[Finding], state: str = "") -> str:
    """``talks: 4 requests, 2 outcomes; 14 of 14 quotations verified; no findings; 1 page``.

    ``state`` says what else came of it: ``not written``.
    """
    tally = product.tally
    if tally is None:
        return f"{product.name}: refused; {counted(findings)}"
    counts = {
        "request": tally.requests,
        "outcome": tally.outcomes,
        "follow-up": tally.follow_ups,
    }
    parts = [
        ", ".join(plural(count, noun) for noun, count in counts.items()),
        f"{tally.verified} of {plural(tally.quotations, 'quotation')} verified",
        counted(findings),
        product.page,
        state,
    ]
    return f"{product.name}: {'; '.join(filter(None, parts))}"


def counted(findings: Sequence[Finding]) -> str:
    """``2 errors, 1 note``, or ``no findings``."""
    levels = Counter(str(finding.level) for finding in findings)
    counts = [plural(levels[level], level) for level in Level if levels[level]]
    return ", ".join(counts) or "no findings"


def plural(count: int, noun: str) -> str:
    """``1 request``, ``2 requests``."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
