"""What LibreOffice and poppler add to products: a confirmed page count, PDF, pictures."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from msgspec.structs import replace

from bluf import pages
from bluf.build.order import Output
from bluf.finding import Finding, FindingsError, Level
from bluf.location import FileLocation
from bluf.ooxml import read_package

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bluf.build.order import Paging, Product

_BATCH = 60
"""Products that share one start of LibreOffice."""


def with_office(
    products: Iterable[Product], formats: Sequence[str], paging: Paging
) -> Iterator[Product]:
    """The products with what the formats and the promise ask of LibreOffice, in the same order.

    A program that is missing or fails is a finding of each brief that needs it, never a pass.
    """
    wanted = [each for each in ("pdf", "png") if each in formats]
    if not wanted and not paging.verify:
        yield from products
        return
    ordered = iter(products)
    while batch := list(islice(ordered, _BATCH)):
        yield from _together(batch, wanted, paging)


def _together(batch: list[Product], wanted: Sequence[str], paging: Paging) -> Iterator[Product]:
    documents = [each.document for each in batch if each.document]
    try:
        packages = [read_package(each.content, str(each.path)) for each in documents]
        pdfs = iter(pages.to_pdfs(packages))
        for product in batch:
            made = _with_pdf(product, next(pdfs), wanted, paging) if product.document else product
            yield made
    except FindingsError as error:
        yield from (_failed(product, error) for product in batch)


def _with_pdf(product: Product, pdf: bytes, wanted: Sequence[str], paging: Paging) -> Product:
    assert product.document is not None  # noqa: S101 - the caller has looked
    path = product.document.path
    outputs = list(product.outputs)
    if "pdf" in wanted:
        outputs.append(Output(path.with_suffix(".pdf"), pdf))
    if "png" in wanted:
        for number, picture in enumerate(pages.to_png(pdf, path=str(path)), 1):
            name = f"{path.stem}.png" if number == 1 else f"{path.stem}-{number}.png"
            outputs.append(Output(path.with_name(name), picture))
    product = replace(product, outputs=tuple(outputs))
    return _confirmed(product, pages.count_pages(pdf), paging.limit) if paging.verify else product


def _confirmed(product: Product, pages: int, limit: int) -> Product:
    """The product with LibreOffice's count in place of the estimate."""
    words = f"{pages} page" if pages == 1 else f"{pages} pages"
    findings = [each for each in product.findings if each.rule not in _OVERRULED]
    if pages > limit:
        over = [each for each in product.findings if each.rule == "over-one-page"]
        findings += over or [_over(product, words)]
    if product.page.startswith(f"{words},"):
        page = product.page.replace("(estimated)", "(confirmed by LibreOffice)")
    else:
        page = f"{words} (confirmed by LibreOffice)"
        findings.append(_differs(product, words))
    return replace(product, findings=tuple(findings), page=page)


_OVERRULED = ("over-one-page", "page-too-close", "page-unknown")


def _over(product: Product, words: str) -> Finding:
    return Finding(
        rule="over-one-page",
        level=Level.ERROR,
        message=f"the brief takes {words}, as LibreOffice lays it out",
        location=_place(product),
        hint="shorten or cut what weighs least, or let “--fit” tighten the page",
    )


def _differs(product: Product, words: str) -> Finding:
    return Finding(
        rule="page-estimate-differs",
        level=Level.WARNING,
        message=f"the page was estimated as {product.page}; LibreOffice lays out {words}",
        location=_place(product),
        hint="trust LibreOffice, and send us the template if you can",
    )


def _failed(product: Product, error: FindingsError) -> Product:
    if product.document is None:
        return product
    return replace(product, findings=(*product.findings, *error.findings), outputs=())


def _place(product: Product) -> FileLocation:
    return FileLocation(str(product.document.path) if product.document else product.name)
