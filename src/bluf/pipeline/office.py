"""What LibreOffice and poppler add to products: a confirmed page count, PDF, pictures.

It comes before suppressions and strictness are applied, so that what LibreOffice finds is judged
as anything else. One start of LibreOffice serves all that wait for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from bluf.pipeline.order import Order, Output, Product, UnsettledProduct
from bluf.rules import finding
from octavo import office, pages
from octavo.finding import Finding, FindingsError
from octavo.location import FileLocation
from octavo.ooxml import Package, read_package
from octavo.shortening import plural

_BATCH = 60
"""Products that share one start of LibreOffice."""
_MOST_HELD = 1_000
"""Products kept while others wait, so that they come in order."""


def with_office(drafts: Iterable[UnsettledProduct], order: Order) -> Iterator[UnsettledProduct]:
    """The drafts with what the formats and the promise ask of LibreOffice, in the same order.

    A program that is missing or fails is a finding of each brief that needs it, never a pass.
    """
    held: list[UnsettledProduct] = []
    waiting = 0
    for draft in drafts:
        waits = waits_for_office(draft.product, order)
        if not waits and not held:
            yield draft
            continue
        held.append(draft)
        waiting += waits
        if waiting == _BATCH or len(held) == _MOST_HELD:
            yield from _together(held, order)
            held, waiting = [], 0
    if held:
        yield from _together(held, order)


def waits_for_office(product: Product, order: Order) -> bool:
    """Whether LibreOffice has something to do for a product."""
    if product.document is None:
        return False
    return bool(_wanted(order)) or is_to_be_confirmed(product, order)


def is_to_be_confirmed(product: Product, order: Order) -> bool:
    """Whether its page count is: always, or when it is unsure and LibreOffice is there."""
    if order.pages.confirm == "when-unsure":
        unsure = product.page is not None and not product.page.is_sure
        return unsure and office.LIBREOFFICE.find() is not None
    return order.pages.confirm == "always"


def _wanted(order: Order) -> list[str]:
    return [each for each in ("pdf", "png") if each in order.formats]


def _together(batch: Sequence[UnsettledProduct], order: Order) -> Iterator[UnsettledProduct]:
    waits = [waits_for_office(each.product, order) for each in batch]
    waiting = [each for each, asks in zip(batch, waits, strict=True) if asks]
    try:
        done = iter(_with_office([each.product for each in waiting], order))
    except FindingsError as error:
        done = iter([_failed(each.product, error, order) for each in waiting])
    for each, asks in zip(batch, waits, strict=True):
        yield replace(each, product=next(done)) if asks else each


def _with_office(products: Sequence[Product], order: Order) -> list[Product]:
    packages = [_package(product) for product in products]
    if _wanted(order):
        pdfs = office.to_pdfs(packages)
        pairs = zip(products, pdfs, strict=True)
        products = [_printed(product, pdf, _wanted(order)) for product, pdf in pairs]
    asked = [is_to_be_confirmed(product, order) for product in products]
    mains = [pages.without_annex(each) for each, ask in zip(packages, asked, strict=True) if ask]
    counts = iter(office.page_counts(mains))
    return [
        confirmed(product, next(counts), order.pages.limit) if ask else product
        for product, ask in zip(products, asked, strict=True)
    ]


def _package(product: Product) -> Package:
    assert product.document is not None  # noqa: S101 - the caller has looked
    return read_package(product.document.content, str(product.document.path))


def _printed(product: Product, pdf: bytes, wanted: Sequence[str]) -> Product:
    """The product with its PDF and its pictures beside the Word file."""
    assert product.document is not None  # noqa: S101 - as above
    path = product.document.path
    outputs = list(product.outputs)
    if "pdf" in wanted:
        outputs.append(Output(path.with_suffix(".pdf"), pdf))
    if "png" in wanted:
        for number, picture in enumerate(office.to_png(pdf, path=str(path)), 1):
            name = f"{path.stem}.png" if number == 1 else f"{path.stem}-{number}.png"
            outputs.append(Output(path.with_name(name), picture))
    return replace(product, outputs=tuple(outputs))


def confirmed(product: Product, count: int, limit: int) -> Product:
    """The product with LibreOffice's count in place of the estimate; its bytes stay."""
    words = plural(count, "page")
    findings = [each for each in product.findings if each.rule not in _OVERRULED]
    if count > limit:
        over = [each for each in product.findings if each.rule == "over-one-page"]
        findings += over or [_over(product, words)]
    page = None if product.page is None else replace(product.page, confirmed=count)
    if page is not None and page.contradicted:
        findings.append(_differs(product, words))
    return replace(product, findings=tuple(findings), page=page)


_OVERRULED = ("over-one-page", "page-too-close", "page-unknown")


def _over(product: Product, words: str) -> Finding:
    message = f"the brief takes {words}, as LibreOffice lays it out"
    hint = "build with “--fit” or “--fit --annex”, or shorten or cut the least important item"
    return finding("over-one-page", message, _place(product), hint)


def _differs(product: Product, words: str) -> Finding:
    estimate = None if product.page is None else product.page.layout.pages
    message = f"the estimate says {estimate}, LibreOffice lays out {words}"
    hint = "trust LibreOffice, and send us the template if you can"
    return finding("page-estimate-differs", message, _place(product), hint)


def _failed(product: Product, error: FindingsError, order: Order) -> Product:
    """The product with what LibreOffice failed at; without what it was to make."""
    outputs = () if _wanted(order) or order.pages.confirm == "always" else product.outputs
    return replace(product, findings=(*product.findings, *error.findings), outputs=outputs)


def _place(product: Product) -> FileLocation:
    return FileLocation(str(product.document.path) if product.document else product.name)
