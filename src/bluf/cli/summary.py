"""One line on a brief: what it holds, what was proven, how the page came out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import to_builtins

from bluf.cli import printer
from octavo.finding import Finding, Level
from octavo.pages import Layout, Verdict
from octavo.shortening import plural

if TYPE_CHECKING:
    from bluf.pipeline import PageReport, Product, Tally


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
    counts = {"request": tally.requests, "outcome": tally.outcomes, "follow-up": tally.follow_ups}
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


def page_in_words(report: PageReport | None) -> str:
    """``1 page, 93 % full (estimated), 2 items in an annex: “R4”, “O5”; fitted: …``.

    Empty where no page was made.
    """
    if report is None:
        return ""
    moved = ""
    if report.moved:
        moved = f"{plural(len(report.moved), 'item')} in an annex: {', '.join(report.moved)}"
    page = ", ".join(filter(None, [_page(report), moved]))
    return "; ".join([page, *(f"fitted: {each}" for each in report.changes)])


def _page(report: PageReport) -> str:
    if report.confirmed is None:
        return _estimate(report.layout)
    by = "(confirmed by LibreOffice)"
    words = plural(report.confirmed, "page")
    if report.confirmed == report.layout.pages and report.layout.exact:
        return f"{words}, {_fill(report.layout)} {by}"
    return f"{words} {by}"


def _estimate(layout: Layout) -> str:
    if layout.pages is None:
        return "page count unknown"
    if layout.verdict is Verdict.CANNOT_TELL:
        return f"up to {plural(layout.pages, 'page')} (unsure)"
    return f"{plural(layout.pages, 'page')}, {_fill(layout)} (estimated)"


def _fill(layout: Layout) -> str:
    last = "last " if layout.pages != 1 else ""
    bound = "" if layout.exact else "at most " if layout.verdict is Verdict.FITS else "at least "
    share = f"{min(layout.fill or 0, 1):.0%} full".replace("%", " %")
    return f"{last}{bound}{share}"
