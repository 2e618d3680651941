"""Everything the rules say of a brief: its record, its templates, what is made of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from bluf import redaction
from bluf.checks import read_markdown, read_template, read_word, run
from bluf.data import refuse_link
from bluf.markings import schemes as schemes_in
from bluf.pipeline.delivery import stale
from bluf.pipeline.making import draft, errors_in, finished, judged, lightened, settled
from bluf.pipeline.render import compiled

if TYPE_CHECKING:
    from pathlib import Path

    from bluf.pipeline.order import Order, Output, Product, UnsettledProduct
    from octavo.finding import Finding


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
