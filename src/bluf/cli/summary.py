"""One line on a brief: what it holds, what was proven, how the page stands."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msgspec import to_builtins

from bluf.cli import printer
from bluf.cli.page_words import page_in_words
from bluf.cli.plurals import plural
from octavo.finding import Level

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bluf.pipeline import PageReport, Product, Tally
    from octavo.finding import Finding


def told(product: Product, findings: Sequence[Finding], state: str = "") -> None:
    """Say how it stands with a brief."""
    value = {
        "id": product.name,
        "refused": product.refused,
        "counts": _counts(findings),
        "tally": None if product.tally is None else to_builtins(product.tally),
        "page": page_in_words(product.page) or None,
    }
    printer.done("briefs", value, summary(product, findings, state))


def told_of(subject: object, findings: Sequence[Finding], page: PageReport | None = None) -> None:
    """Say how it stands with what is no brief; of a Word file, how many pages it takes."""
    value: dict[str, object] = {"subject": str(subject), "counts": _counts(findings)}
    if page is not None:
        value["page"] = page_in_words(page)
    words = "; ".join(filter(None, [counted(findings), page_in_words(page)]))
    printer.done("subjects", value, f"{subject}: {words}")


def _counts(findings: Sequence[Finding]) -> dict[str, int]:
    levels = Counter(finding.level for finding in findings)
    return {str(level): levels[level] for level in Level}


def summary(product: Product, findings: Sequence[Finding], state: str = "") -> str:
    """``talks: 4 requests; 14 of 14 quotations, 52 of 53 claims; 1 not found; 1 warning; 1 page``.

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
        (
            f"{tally.verified} of {plural(tally.quotations, 'quotation')}, "
            f"{tally.borne_out} of {plural(tally.claims, 'claim')}"
        ),
        _open(tally),
        counted(findings),
        page_in_words(product.page),
        state,
    ]
    return f"{product.name}: {'; '.join(filter(None, parts))}"


def _open(tally: Tally) -> str:
    """``1 contradicted, 2 not found``: what became of the claims that are not borne out."""
    counts = {
        "contradicted": tally.contradicted,
        "not found": tally.not_found,
        "cannot be told": tally.undecided,
        "suppressed": tally.suppressed,
    }
    return ", ".join(f"{count} {verdict}" for verdict, count in counts.items() if count)


def counted(findings: Sequence[Finding]) -> str:
    """``2 errors, 1 note``, or ``no findings``."""
    levels = Counter(str(finding.level) for finding in findings)
    counts = [plural(levels[level], level) for level in Level if levels[level]]
    return ", ".join(counts) or "no findings"
