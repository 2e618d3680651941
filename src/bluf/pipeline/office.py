"""What LibreOffice and poppler add to products: a confirmed page count, PDF, pictures."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from msgspec.structs import replace

from bluf.pipeline.order import Output
from octavo import office, pages
from octavo.finding import Finding, FindingsError, Level
from octavo.location import FileLocation
from octavo.ooxml import read_package

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bluf.pipeline.order import Paging, Product
    from octavo.ooxml import Package

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


def _together(batch: Sequence[Product], wanted: Sequence[str], paging: Paging) -> Sequence[Product]:
    documents = [each.document for each in batch if each.document]
    try:
        packages = [read_package(each.content, str(each.path)) for each in documents]
        pdfs = office.to_pdfs(packages)
        counts = _counts(packages, pdfs) if paging.verify else [None] * len(pdfs)
        made = zip(pdfs, counts, strict=True)
        return [
            _with_office(each, *next(made), wanted, paging.limit) if each.document else each
            for each in batch
        ]
    except FindingsError as error:
        return [_failed(product, error) for product in batch]


def _counts(packages: Sequence[Package], pdfs: Sequence[bytes]) -> list[int | None]:
    """Pages of each document up to its annex; one that has an annex is laid out without it."""
    mains = [pages.without_annex(package) for package in packages]
    shortened = [main for main, package in zip(mains, packages, strict=True) if main is not package]
    again = iter(office.to_pdfs(shortened))
    each = zip(mains, packages, pdfs, strict=True)
    return [
        office.count_pages(pdf if main is package else next(again)) for main, package, pdf in each
    ]


def _with_office(
    product: Product, pdf: bytes, count: int | None, wanted: Sequence[str], limit: int
) -> Product:
    assert product.document is not None  # noqa: S101 - the caller has looked
    path = product.document.path
    outputs = list(product.outputs)
    if "pdf" in wanted:
        outputs.append(Output(path.with_suffix(".pdf"), pdf))
    if "png" in wanted:
        for number, picture in enumerate(office.to_png(pdf, path=str(path)), 1):
            name = f"{path.stem}.png" if number == 1 else f"{path.stem}-{number}.png"
            outputs.append(Output(path.with_name(name), picture))
    product = replace(product, outputs=tuple(outputs))
    return product if count is None else _confirmed(product, count, limit)


def _confirmed(product: Product, pages: int, limit: int) -> Product:
    """The product with LibreOffice's count in place of the estimate."""
    words = f"{pages} page" if pages == 1 else f"{pages} pages"
    findings = [each for each in product.findings if each.rule not in _OVERRULED]
    if pages > limit:
        over = [each for each in product.findings if each.rule == "over-one-page"]
        findings += over or [_over(product, words)]
    estimate, _, more = product.page.partition(" (estimated)")
    if not estimate.startswith(f"{words},"):
        findings.append(_differs(product, words))
        estimate = words
    page = f"{estimate} (confirmed by LibreOffice){more}"
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
