"""``bluf build``: make briefs, or say which are stale; with ``--watch`` again on each save."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
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
    BriefFlags,
    For,
    Formats,
    Overwrite,
    Paths,
)
from bluf.cli.summary import told
from octavo.shortening import plural

if TYPE_CHECKING:
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
    audience: For = None,
    out: Out = None,
    check: Check = False,
    allow_findings: AllowFindings = False,
    overwrite: Overwrite = False,
    watch: Watch = False,
    *,
    flags: BriefFlags,
) -> None:
    """Build briefs in Word and Markdown, with every quotation proven."""
    from bluf import pipeline as room

    order, folder = flags.order(audience, format=formats)
    order = replace(order, out=out, allow_findings=allow_findings)
    found = room.find_briefs(paths or [folder])
    if watch:
        watcher()  # what is missing is told before anything is built

    build_all = partial(_build_all, order, flags.executor, write=not check, overwrite=overwrite)
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


_PATIENCE_MS = 300
_OURS = (".docx", ".md", ".pdf", ".png")
"""What a build itself writes beside a data file."""


def rebuild_on_save(
    found: Sequence[Path], templates: Path | None, build: Callable[[Sequence[Path]], object]
) -> None:
    """Build again whichever briefs a save touches, until somebody presses Ctrl-C.

    A save in the folder of the templates touches all of them.

    Raises:
        typer.BadParameter: The extra ``watch`` is not installed.
        KeyboardInterrupt: Somebody pressed Ctrl-C.
    """
    watch = watcher()
    shared = [templates] if templates and templates.is_dir() else []
    folders = {data.parent for data in found}
    told = False
    for changes in watch(
        *folders, *shared, raise_interrupt=True, yield_on_timeout=True, rust_timeout=_PATIENCE_MS
    ):
        if not told:  # now, and not before, no save can be missed
            printer.message(f"watching {plural(len(found), 'brief')}; Ctrl-C stops")
            told = True
        saved = [Path(name) for _, name in changes]
        touched = [data for data in found if any(_touches(path, data, shared) for path in saved)]
        if touched:
            build(touched)


def watcher() -> Callable[..., Iterator[Iterable[tuple[object, str]]]]:
    """What tells of saves, as watchfiles does.

    Raises:
        typer.BadParameter: The extra ``watch`` is not installed.
    """
    try:
        from watchfiles import watch
    except ModuleNotFoundError:
        message = "--watch needs an extra: pip install watchfiles"
        raise typer.BadParameter(message) from None
    return watch


def _touches(saved: Path, data: Path, shared: Sequence[Path]) -> bool:
    """Whether a saved file is of those a brief is made from, and not of those made from it."""
    if any(saved.is_relative_to(folder.resolve()) for folder in shared):
        return True
    folder = data.parent.resolve()
    ours = saved.parent == folder and (saved.suffix in _OURS or saved.name.startswith("."))
    return saved.is_relative_to(folder) and not ours
