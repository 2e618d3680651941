"""``bluf build``: make briefs, or say which are stale."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec.structs import replace

from bluf.cli import printer
from bluf.cli.delivering import shown
from bluf.cli.delivering import write as write_product
from bluf.cli.errors import ExitCode, code_of
from bluf.cli.options import (
    AllowFindings,
    Annex,
    AsOf,
    Cache,
    ConfirmPages,
    ExecutorName,
    Fit,
    Font,
    For,
    Formats,
    FormerVerify,
    Overwrite,
    Paper,
    Paths,
    Strict,
    Template,
    cache_for,
    order_with,
    when_to_confirm,
)
from bluf.cli.summary import told
from bluf.cli.watch import rebuild_on_save, watcher

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bluf.pipeline import Order, Product

EPILOG = """Examples:

  bluf build                                   every brief below briefs/

  bluf build briefs/2025-08-06-serbia-us       one brief

  bluf build --format md --out public          Markdown only, into a folder

  bluf build --format pdf,png --out public     through LibreOffice and poppler

  bluf build --format proof --out public       a page that shows each passage in its source

  bluf build --fit --paper letter --out us      tighten what runs over, within the settings

  bluf build --font Arial --fit --out arial     in another typeface than the template's

  bluf build --annex                           what still runs over, onto a page of its own

  bluf build --check                           write nothing, say what is stale
"""

Out = Annotated[
    Path | None,
    typer.Option(metavar="FOLDER", help="Folder to write to (default: beside each data file)."),
]
Check = Annotated[
    bool, typer.Option("--check", help="Write nothing; report outputs that are out of date.")
]
Watch = Annotated[
    bool, typer.Option("--watch", help="Keep running and build again after each save.")
]


def build(
    paths: Paths = None,
    formats: Formats = None,
    template: Template = None,
    audience: For = None,
    out: Out = None,
    paper: Paper = None,
    font: Font = None,
    check: Check = False,
    allow_findings: AllowFindings = False,
    fit: Fit = None,
    annex: Annex = None,
    confirm_pages: ConfirmPages = None,
    verify: FormerVerify = None,
    overwrite: Overwrite = False,
    watch: Watch = False,
    strict: Strict = None,
    as_of: AsOf = None,
    executor: ExecutorName = "processes",
    cache: Cache = True,
) -> None:
    """Build briefs in Word and Markdown, with every quotation proven."""
    from bluf import pipeline as room

    order, folder = order_with(
        as_of,
        format=formats,
        template=template,
        paper=paper,
        font=font,
        pages_fit=fit,
        pages_annex=annex,
        pages_confirm=when_to_confirm(confirm_pages, verify),
        checks_strict=strict,
        audience=audience,
        cache=cache_for(executor, wanted=cache),
    )
    order = replace(order, out=out, allow_findings=allow_findings)
    found = room.find_briefs(paths or [folder])
    if watch:
        watcher()  # what is missing is told before anything is built

    build_all = partial(_build_all, order, executor, write=not check, overwrite=overwrite)
    code = build_all(found)
    if watch:
        rebuild_on_save(found, order.templates, build_all)
    raise typer.Exit(code)


def _build_all(
    order: Order, executor: str, found: Sequence[Path], *, write: bool, overwrite: bool
) -> ExitCode:
    """Make the briefs, or compare them with what stands there, and report on each."""
    from bluf import pipeline as room

    make = room.make_all if write else room.compare_all
    made = make(order, found, room.executor(executor))
    return report(made, len(found), write=write, overwrite=overwrite)


def report(
    products: Iterable[Product], count: int, *, write: bool, overwrite: bool = False
) -> ExitCode:
    """Report on each brief as it comes, write it where that is asked, and say how it went.

    Notes are counted and shown to those who ask for more: “bluf check” is for reading them.
    """
    from bluf import pipeline as room

    code = ExitCode.FINE
    owners: dict[Path, str] = {}
    for product in printer.progress(products, count):
        printer.findings(shown(product.findings), asked=not write)
        written = ExitCode.FINE
        if write and _is_taken(product, owners):
            written = ExitCode.NOT_WRITTEN
        elif write:
            written = write_product(product, overwrite=overwrite)
        if write and not written:
            room.keep(product)
        stands = (product.outputs or product.unchanged) and not written
        told(product, product.findings, "" if stands else "not written")
        if product.left_out:
            printer.message(f"{product.name}: left out: {product.left_out}")
        own = ExitCode.REFUSED if product.refused else code_of(product.findings)
        code = max(code, own, written)
    return code


def _is_taken(product: Product, owners: dict[Path, str]) -> bool:
    """Whether another brief of this run has written an output of the same name."""
    for output in product.outputs:
        owner = owners.setdefault(output.path, product.name)
        if owner != product.name:
            printer.error(
                f"error: “{output.path}” was written for “{owner}”; give “{product.name}” another "
                "title for these readers, or a folder of its own: “--out”"
            )
            return True
    return False
