"""Everything the rules say of a brief, its templates, and a finished file, ours or anybody's."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from bluf import redaction
from bluf.checks import read_markdown, read_template, read_word, run
from bluf.data import load_text, refuse_link
from bluf.markings import schemes
from bluf.markings import schemes as schemes_in
from bluf.pipeline.delivery import stale
from bluf.pipeline.making import draft, errors_in, finished, judged, lightened, settled
from bluf.pipeline.order import Order, Output, Product, UnsettledProduct
from bluf.pipeline.render import compiled
from bluf.pipeline.verdicts import PageReport, differing
from bluf.rules import finding
from octavo import office, pages
from octavo.finding import Finding, Level
from octavo.inputs import Input, name_of
from octavo.location import FileLocation, Location
from octavo.ooxml import Package, read_file
from octavo.pages import Galley, Verdict


def examine(order: Order) -> Product:
    """The product of an order with all findings and no outputs.

    The finished files are made in memory and held against the rules even where the record is not
    proven, so that all faults are told at once; whether those on the disk are stale is told only
    where it is.
    """
    (product,) = finished([_examined(order)], _unprinted(order))
    return product


def _unprinted(order: Order) -> Order:
    """The order without what LibreOffice would make: it is asked for the page count alone."""
    return replace(order, formats=tuple(each for each in order.formats if each not in _PRINTED))


_PRINTED = ("pdf", "png")


def worked(order: Order) -> UnsettledProduct:
    """What the rules say of a brief, as a draft: LibreOffice may still add to it."""
    return lightened(_examined(order), _unprinted(order))


def _examined(order: Order) -> UnsettledProduct:
    found = draft(replace(order, allow_findings=True))
    made = found.product
    proven = not errors_in(settled(found, order).findings)
    findings = [*made.findings, *(stale(made, partial(_again, order)) if proven else ())]
    if found.data is not None and order.audience is None and order.audiences:
        schemes = schemes_in(order.markings)
        findings += redaction.lacking_versions(found.data, order.audiences, schemes)
    for output in made.outputs:
        findings.extend(_in_output(output, order))
    return replace(
        found, product=replace(made, outputs=(), compared=made.outputs, findings=tuple(findings))
    )


def compared(order: Order) -> UnsettledProduct:
    """The draft of an order, with what the rules say of its outputs against those on the disk."""
    found = draft(order)
    findings = (*found.product.findings, *stale(found.product, partial(_again, order)))
    return lightened(replace(found, product=replace(found.product, findings=findings)), order)


def _again(order: Order) -> Product:
    """The product once more, with nothing kept of the first time but what lies on the disk."""
    return draft(replace(order, allow_findings=True, again=True)).product


def _in_output(output: Output, order: Order) -> tuple[Finding, ...]:
    path, own = str(output.path), schemes_in(order.markings)
    if output.path.suffix == ".html":
        return ()
    if output.path.suffix == ".docx":
        return run(read_word(output.content, path, own), order.selection)
    return run(read_markdown(path, output.content.decode(), own), order.selection)


def examine_template(path: Path, order: Order) -> tuple[Finding, ...]:
    """What the rules say of one template.

    Raises:
        FindingsError: It is refused.
    """
    refuse_link(path)
    use = read_template(path, compiled(path))
    return judged(run(use, order.selection, use.warnings), order)


class Examined(Struct, frozen=True):
    """The findings on a finished file, and of a Word file how its pages came out."""

    findings: tuple[Finding, ...]
    page: PageReport | None = None


def examine_file(given: Input, order: Order) -> Examined:
    """What the rules say of a finished file, ours or anybody's: Word or Markdown.

    LibreOffice opens it only where the order says so: it may be a stranger's.

    Raises:
        FindingsError: The file cannot be read, or not safely.
    """
    own, name = schemes(order.markings), name_of(given)
    if isinstance(given, Path):
        refuse_link(given)
        if given.suffix.lower() == ".md":
            found = run(read_markdown(str(given), load_text(given).text, own), order.selection)
            return Examined(judged(found, order))
    file = read_word(read_file(given), name, own)
    page = _page(file.package, order)
    found = run(file, order.selection, _on_pages(page, file.package))
    return Examined(judged(found, order), page)


def _page(package: Package, order: Order) -> PageReport:
    paging = order.pages
    report = PageReport(Galley(package, paging.figures).layout(paging.limit))
    if paging.confirm != "always":
        return report
    (count,) = office.page_counts([pages.without_annex(package)])
    return replace(report, confirmed=count)


def _on_pages(page: PageReport, package: Package) -> Iterator[Finding]:
    """A finding where a Word file takes more pages than it may, or where nobody can say."""
    layout = page.layout
    where = FileLocation(package.path)
    yield from differing(layout, where)
    if page.confirmed is not None and page.confirmed > layout.limit:
        yield _over(f"{page.confirmed} pages", layout.overflow or where)
    elif page.confirmed is None and layout.verdict is Verdict.OVERFLOWS:
        limit = "one page" if layout.limit == 1 else f"{layout.limit} pages"
        yield _over(f"more than {limit}", layout.overflow or where)
    elif not page.is_sure:
        obstacle = layout.obstacle
        cause = f": {obstacle.construct}" if obstacle else ": the page is almost exactly full"
        yield Finding(
            rule="page-unknown",
            level=Level.WARNING,
            message=f"cannot tell whether the file keeps to its page limit{cause}",
            location=obstacle.location if obstacle else where,
            hint="let LibreOffice open it: “--confirm-pages”",
        )


def _over(takes: str, location: Location) -> Finding:
    message = f"the file takes {takes}: this is where the next one begins"
    hint = "shorten it, or ignore this rule where a file may be longer"
    return finding("over-one-page", message, location, hint)
