"""Everything the rules say of a brief: its record, its templates, its finished files."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from bluf.checks import read_markdown, read_template, read_word, run
from bluf.data.load import load_text, refuse_link
from bluf.pipeline.delivery import stale
from bluf.pipeline.making import draft, errors_in, judged, make, settled
from bluf.pipeline.office import with_office
from bluf.pipeline.templates import find_template
from octavo.finding import Finding, FindingsError, Level
from octavo.location import FileLocation
from octavo.ooxml import read_file
from octavo.pages import Verdict, measure_package

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from bluf.checks import Selection
    from bluf.pipeline.executors import Executor
    from bluf.pipeline.order import Order, Output, Product
    from octavo.ooxml import Package


def examine(order: Order) -> Product:
    """The product of an order with all findings and no outputs.

    The finished files are made in memory and held against the rules even where the record is not
    proven, so that all faults are told at once; whether those on the disk are stale is told only
    where it is.
    """
    drafted = draft(replace(order, allow_findings=True))
    made = drafted.product
    proven = not errors_in(settled(drafted, order).findings)
    found = [*made.findings, *(stale(made, partial(_again, order)) if proven else ())]
    for output in made.outputs:
        found.extend(_in_output(output, order.selection))
    return settled(
        replace(drafted, product=replace(made, outputs=(), findings=tuple(found))), order
    )


def examine_all(order: Order, found: Iterable[Path], executor: Executor) -> Iterator[Product]:
    """What the rules say of each data file and what is made from it, in the order given."""
    return executor.map(examine, (replace(order, data=data) for data in found))


def compare(order: Order) -> Product:
    """The product of an order, with what the rules say of its outputs against those on the disk."""
    product = make(order)
    found = stale(product, partial(_again, order))
    wanted = (each for each in found if order.selection.wants(each.rule))
    return replace(product, findings=(*product.findings, *judged(wanted, order)))


def compare_all(order: Order, found: Iterable[Path], executor: Executor) -> Iterator[Product]:
    """The comparison of each data file's outputs with those on the disk, in the order given."""
    products = executor.map(compare, (replace(order, data=data) for data in found))
    return with_office(products, order.formats, order.pages)


def _again(order: Order) -> Product:
    """The product once more, with nothing kept of the first time but what lies on the disk."""
    return make(replace(order, allow_findings=True, again=True))


def _in_output(output: Output, selection: Selection) -> tuple[Finding, ...]:
    path = str(output.path)
    if output.path.suffix == ".html":
        return ()
    if output.path.suffix == ".docx":
        return run(read_word(output.content, path), selection)
    return run(read_markdown(path, output.content.decode()), selection)


def examine_templates(order: Order) -> Iterator[tuple[Path, tuple[Finding, ...]]]:
    """What the rules say of the templates of an order, each of which serves many briefs.

    One that is missing or refused is left out: each brief that asks for it says so.
    """
    kinds = ("md" if kind == "md" else "docx" for kind in order.formats if kind != "proof")
    for kind in dict.fromkeys(kinds):
        try:
            path = find_template(order.template, kind, order.templates)
            findings = examine_template(path, order)
        except FindingsError:
            continue
        yield path, findings


def examine_template(path: Path, order: Order) -> tuple[Finding, ...]:
    """What the rules say of one template.

    Raises:
        FindingsError: It is refused.
    """
    refuse_link(path)
    use = read_template(path)
    return judged(run(use, order.selection, use.warnings), order)


def examine_file(path: Path, order: Order) -> tuple[Finding, ...]:
    """What the rules say of a finished file, ours or anybody's: Word or Markdown.

    Raises:
        FindingsError: The file cannot be read, or not safely.
    """
    refuse_link(path)
    if path.suffix.lower() == ".md":
        return judged(run(read_markdown(str(path), load_text(path).text), order.selection), order)
    file = read_word(read_file(path), str(path))
    return judged(run(file, order.selection, _over(file.package, order.pages.limit)), order)


def _over(package: Package, limit: int) -> Iterator[Finding]:
    """A finding where a Word file surely takes more pages than it may."""
    layout = measure_package(package, limit=limit)
    if layout.verdict is Verdict.OVERFLOWS:
        pages = "one page" if limit == 1 else f"{limit} pages"
        message = f"the file runs over {pages}: this is the first line beyond"
        location = layout.overflow or FileLocation(package.path)
        hint = "shorten it, or ignore this rule where a file may be longer"
        yield Finding("over-one-page", Level.ERROR, message, location, hint)
