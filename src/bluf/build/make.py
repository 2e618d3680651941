"""The composition root: one order → one product. Nothing is written here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bluf.build.earlier import left_open
from bluf.build.order import Product, Tally
from bluf.build.page import judge
from bluf.build.render import render
from bluf.checks import Record, run, settle
from bluf.data import read
from bluf.evidence import prove
from bluf.finding import Finding, FindingsError, Level
from bluf.views import UnknownLanguageError, languages, view

if TYPE_CHECKING:
    from bluf.build.order import Order, Output
    from bluf.data import DataFile
    from bluf.model import Proof
    from bluf.views import BriefView, OutstandingRow


def make(order: Order) -> Product:
    """Read, prove, view, render, measure.

    Whatever is wrong comes back as findings, never as an error.
    """
    try:
        data = read(order.data)
    except FindingsError as error:
        return Product(str(order.data), findings=error.findings, refused=True)
    proof, found = prove(data)
    outstanding, unlinked = left_open(data)
    record = Record(data, proof, order.as_of or data.brief.date)
    raised = run(record, order.selection, (*data.warnings, *found, *unlinked))
    findings = _settled(raised, data, order)
    product = Product(data.brief.id, findings=findings, tally=_tally(data, proof))
    open_findings = sum(each.level is Level.ERROR for each in findings)
    if open_findings and not order.allow_findings:
        return product
    try:
        shown = _view(data, proof, outstanding, open_findings)
        outputs = tuple(render(kind, order, shown) for kind in order.formats)
    except FindingsError as error:
        return replace(product, findings=(*findings, *error.findings), refused=True)
    page, over = _page(outputs, data, shown, order)
    findings = _settled((*raised, *over), data, order)
    return replace(product, outputs=outputs, findings=findings, page=page)


def _tally(data: DataFile, proof: Proof) -> Tally:
    brief = data.brief
    return Tally(
        requests=len(brief.requests),
        outcomes=len(brief.outcomes),
        follow_ups=len(brief.follow_ups),
        quotations=proof.quotations,
        verified=proof.verified,
    )


def _view(
    data: DataFile, proof: Proof, outstanding: tuple[OutstandingRow, ...], open_findings: int
) -> BriefView:
    try:
        return view(data.brief, proof, outstanding=outstanding, open_findings=open_findings)
    except UnknownLanguageError as error:
        finding = Finding(
            rule="language-without-labels",
            level=Level.ERROR,
            message=f"a brief cannot be written in “{error.language}”: there are no labels for it",
            location=data.places.at("language"),
            hint=f"languages with labels are: {', '.join(languages())}",
            excerpt=data.excerpt(data.places.at("language")),
        )
        raise FindingsError([finding]) from None


def _page(
    outputs: tuple[Output, ...], data: DataFile, shown: BriefView, order: Order
) -> tuple[str, tuple[Finding, ...]]:
    """What the Word file measures; nothing where none is made."""
    for output in outputs:
        if output.path.suffix == ".docx":
            return judge(
                output.content, data, shown, lambda other: render("docx", order, other).content
            )
    return "", ()


def _settled(raised: tuple[Finding, ...], data: DataFile, order: Order) -> tuple[Finding, ...]:
    """What was raised, less what the data file accepts; under ``strict`` warnings are errors."""
    findings = settle(raised, data, order.selection)
    if not order.strict:
        return findings
    return tuple(
        replace(each, level=Level.ERROR) if each.level is Level.WARNING else each
        for each in findings
    )
