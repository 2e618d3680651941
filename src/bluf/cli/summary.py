"""One line on a brief: what it holds, what was proven, how the page stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bluf.build import Product


def summary(product: Product, findings: int, state: str = "") -> str:
    """``talks: 4 requests, 2 outcomes; 14 of 14 quotations verified; no findings; 1 page``.

    ``state`` says what else came of it: ``not written``.
    """
    tally = product.tally
    if tally is None:
        return f"{product.name}: refused; {plural(findings, 'finding')}"
    counts = {
        "request": tally.requests,
        "outcome": tally.outcomes,
        "follow-up": tally.follow_ups,
    }
    parts = [
        ", ".join(plural(count, noun) for noun, count in counts.items()),
        f"{tally.verified} of {plural(tally.quotations, 'quotation')} verified",
        plural(findings, "finding") if findings else "no findings",
        product.page,
        state,
    ]
    return f"{product.name}: {'; '.join(filter(None, parts))}"


def plural(count: int, noun: str) -> str:
    """``1 request``, ``2 requests``."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
