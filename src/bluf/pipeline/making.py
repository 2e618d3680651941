"""The composition root: one order → one product. Nothing is written here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from bluf.checks import CheckedRecord, Selection, run, settle, without_tags
from bluf.claims import held_back, proven
from bluf.data import DataFile, read
from bluf.markings import Schemes
from bluf.markings import schemes as schemes_in
from bluf.model import Proof, Verdict
from bluf.pipeline.earlier import Read, consulted, read_for
from bluf.pipeline.office import waits_for_office, with_office
from bluf.pipeline.order import KeptVersion, Order, Output, Product, Tally, UnsettledProduct
from bluf.pipeline.page import lay_out
from bluf.pipeline.remembering import kept_texts
from bluf.pipeline.render import Renderer, unprinted_fields
from bluf.register import links_of
from bluf.roundtrip import Base, VersionStore, origins_of
from bluf.views import BriefView, OutstandingRow, UnknownLanguageError, mapping, view
from octavo.finding import Finding, FindingsError, Level

if TYPE_CHECKING:
    from bluf.evidence import Proven


_DRAFT = "draft-item"
"""The one fault that a brief is written in spite of unasked: it says so on its face."""


def make(order: Order, data: DataFile | None = None) -> Product:
    """Read, prove, view, render, measure; ``data`` is the record, where it was read before.

    Whatever is wrong comes back as findings, never as an error.
    """
    (product,) = finished([draft(order, data)], order)
    return product


def finished(drafts: Iterable[UnsettledProduct], order: Order) -> Iterator[Product]:
    """The products, with what LibreOffice adds to them, and their findings as they count."""
    return (settled(each, order) for each in with_office(drafts, order))


def drafted(order: Order) -> UnsettledProduct:
    """As ``draft``; where nothing waits for LibreOffice, the record need not travel on."""
    return lightened(draft(order), order)


def lightened(found: UnsettledProduct, order: Order) -> UnsettledProduct:
    """The draft with its findings as they count, unless LibreOffice may add to them."""
    return (
        found if waits_for_office(found.product, order) else UnsettledProduct(settled(found, order))
    )


def draft(order: Order, data: DataFile | None = None) -> UnsettledProduct:
    """The product of an order before suppressions and strictness are applied."""
    try:
        schemes = schemes_in(order.markings)
        data = data or read(order.data)
    except FindingsError as error:
        return UnsettledProduct(Product(str(order.data), findings=error.findings, refused=True))
    product = Product(
        data.brief.id,
        links=links_of(data),
        looked=consulted(data),
        is_open=schemes.weight(data.brief.marking or "") == 0,
    )
    try:
        told = read_for(data, order.audience, schemes, order.languages)
        memory = kept_texts(order.cache, is_open=product.is_open)
        evidence = proven(told.data, memory)
    except FindingsError as error:
        findings = (*data.warnings, *error.findings)
        return UnsettledProduct(replace(product, findings=findings, refused=True), data)
    raised = _raised(data, told, evidence, order, schemes)
    product = replace(product, findings=raised, left_out=told.left_out)
    data = _in_language(told.data, order)
    kept = settled(UnsettledProduct(product, data), order).findings
    suppressed = held_back(evidence.findings, kept)
    open_findings = suppressed + errors_in(each for each in kept if each.rule != _DRAFT)
    product = replace(product, tally=_tally(data, evidence.proof, suppressed))
    if open_findings > suppressed and not order.allow_findings:
        return UnsettledProduct(product, data)
    try:
        shown = _view(data, evidence.proof, told.outstanding, open_findings, order, schemes)
        product = _rendered(product, data, shown, order)
        if "proof" in order.formats:
            page = _proof(data, evidence, order, open_findings)
            product = replace(product, outputs=(*product.outputs, page))
    except FindingsError as error:
        findings = (*raised, *error.findings)
        return UnsettledProduct(replace(product, findings=findings, refused=True), data)
    return UnsettledProduct(product, data)


def _raised(
    whole: DataFile, told: Read, evidence: Proven, order: Order, schemes: Schemes
) -> tuple[Finding, ...]:
    """Everything that is wrong with a record as its readers see it, and with its markings."""
    data = told.data
    day = order.as_of or data.brief.date
    named = tuple(each.name for each in order.audiences)
    record = CheckedRecord(data, evidence.proof, day, schemes, named)
    known = (*data.warnings, *evidence.findings, *told.unlinked)
    if data is not whole:
        unproven = CheckedRecord(whole, Proof(places={}), day, schemes)
        known += run(unproven, Selection.of(_OF_MARKINGS, ()))
    return run(record, order.selection, known)


_OF_MARKINGS = ("marking-lower-than-item", "marking-misspelt")


def _in_language(data: DataFile, order: Order) -> DataFile:
    """The record with the language of its labels, where the audience has one of its own."""
    language = order.audience.language if order.audience else ""
    return replace(data, brief=replace(data.brief, language=language)) if language else data


def _rendered(product: Product, data: DataFile, shown: BriefView, order: Order) -> Product:
    """The product with its files; the Word file is laid out, and both show what came of that."""
    kinds = tuple(kind for kind in ("docx", "md") if kind in _kinds(order))
    press = Renderer(order, kinds)
    asking = ((str(press.template(kind)), press.asked(kind)) for kind in kinds)
    if empty := [fault for path, names in asking for fault in without_tags(path, names)]:
        raise FindingsError(empty)
    outputs = []
    if "docx" in kinds:
        page = lay_out(data, shown, order.pages, press)
        shown = page.shown
        document = press.word_output(shown, page.galley.package)
        findings = (*product.findings, *page.findings)
        product = replace(product, findings=findings, page=page.report, document=document)
        outputs = [document] if "docx" in order.formats else []
    if "md" in kinds:
        outputs.append(press.output("md", shown, press.markdown(shown)))
    product = replace(product, findings=(*product.findings, *unprinted_fields(data, press)))
    return replace(product, outputs=tuple(outputs), kept=_kept(outputs, data, shown, order))


def _kept(
    outputs: Sequence[Output], data: DataFile, shown: BriefView, order: Order
) -> KeptVersion | None:
    """What is kept of a brief that is written beside its data."""
    word = next((each for each in outputs if each.path.suffix == ".docx"), None)
    if word is None or order.final or order.out is not None:
        return None
    shelf = VersionStore.beside(order.data, data.brief.id)
    return KeptVersion(
        shelf,
        shelf.state(),
        Base(word.content, origins_of(mapping(shown, order.languages), data.brief)),
    )


def _kinds(order: Order) -> set[str]:
    """What templates make: PDF and pictures are made from the Word file."""
    kinds = {"md": "md", "proof": "proof"}
    return {kinds.get(kind, "docx") for kind in order.formats}


def settled(drafted: UnsettledProduct, order: Order) -> Product:
    """The product less what the data file accepts; under ``strict`` warnings are errors.

    What refuses the input cannot be left out.
    """
    findings = drafted.product.findings
    if not drafted.product.refused:
        findings = tuple(each for each in findings if order.selection.wants(each.rule))
    if drafted.data is not None:
        findings = settle(findings, drafted.data, order.selection)
    return replace(drafted.product, findings=judged(findings, order))


def judged(findings: Iterable[Finding], order: Order) -> tuple[Finding, ...]:
    """The findings as they count: under ``strict`` warnings are errors."""
    return tuple(map(_stricter, findings)) if order.strict else tuple(findings)


def errors_in(findings: Iterable[Finding]) -> int:
    """How many findings are errors."""
    return sum(each.level is Level.ERROR for each in findings)


def _stricter(finding: Finding) -> Finding:
    return replace(finding, level=Level.ERROR) if finding.level is Level.WARNING else finding


def _tally(data: DataFile, proof: Proof, suppressed: int) -> Tally:
    brief, ledger = data.brief, proof.ledger
    return Tally(
        requests=len(brief.requests),
        outcomes=len(brief.outcomes),
        follow_ups=len(brief.follow_ups),
        quotations=proof.quotations,
        verified=proof.verified,
        claims=ledger.held,
        borne_out=ledger.count(Verdict.BORNE_OUT),
        contradicted=ledger.count(Verdict.CONTRADICTED),
        not_found=ledger.count(Verdict.NOT_FOUND),
        undecided=ledger.count(Verdict.UNDECIDED),
        suppressed=suppressed,
    )


def _view(
    data: DataFile,
    proof: Proof,
    outstanding: tuple[OutstandingRow, ...],
    open_findings: int,
    order: Order,
    schemes: Schemes,
) -> BriefView:
    try:
        return view(
            data.brief,
            proof,
            outstanding=outstanding,
            open_findings=open_findings,
            catalogues=order.languages,
            schemes=schemes,
        )
    except UnknownLanguageError as error:
        message = f"a brief cannot be written in “{error.language}”: there are no labels for it"
        hint = f"languages with labels are: {', '.join(error.known)}"
        place = data.places.at("language")
        fault = data.places.fault("language-without-labels", message, place, hint)
        raise FindingsError([fault]) from None


def _proof(data: DataFile, evidence: Proven, order: Order, open_findings: int) -> Output:
    """The proof page, beside the other outputs of the brief."""
    from bluf.proof_page import proof_page  # only where the page is asked for

    page = proof_page(data, evidence, open_findings=open_findings, catalogues=order.languages)
    return Output(order.folder / f"{data.brief.id}.proof.html", page)
