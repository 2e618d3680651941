"""The same order for many briefs: each made, examined or compared, or given as it was kept.

What makes a product is loaded when one has to be made: a run in which nothing has changed never
loads the engines.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from bluf.pipeline.order import Order, Product, UnsettledProduct
from bluf.pipeline.remembering import Kind, keep, recalled, remembered, template_findings
from bluf.pipeline.templates import find_template
from octavo.finding import Finding, FindingsError

if TYPE_CHECKING:
    from bluf.pipeline.executors import Executor


_HOMES: dict[Kind, tuple[str, str]] = {
    "make": ("making", "drafted"),
    "examine": ("examination", "worked"),
    "compare": ("examination", "compared"),
}
_AT_ONCE = 1024
"""Briefs of which is seen together which of them are kept."""
_BATCH = 60
"""Drafts that share one start of LibreOffice, where they need it."""


def make_all(order: Order, found: Iterable[Path], executor: Executor) -> Iterator[Product]:
    """The product of the same order for each data file, in the order given."""
    return _finished(_run("make", order, found, executor), order)


def examine_all(order: Order, found: Iterable[Path], executor: Executor) -> Iterator[Product]:
    """What the rules say of each data file and what is made from it, in the order given."""
    printed = {"pdf", "png"}  # LibreOffice is asked for the page count alone
    formats = tuple(each for each in order.formats if each not in printed)
    return _finished(_run("examine", order, found, executor), replace(order, formats=formats))


def compare_all(order: Order, found: Iterable[Path], executor: Executor) -> Iterator[Product]:
    """The comparison of each data file's outputs with those on the disk, in the order given."""
    return _finished(_run("compare", order, found, executor), order)


def _run(
    kind: Kind, order: Order, found: Iterable[Path], executor: Executor
) -> Iterator[UnsettledProduct]:
    """The drafts; what is kept is given from here, so that no process starts for it."""
    orders = (replace(order, data=data) for data in found)
    work = partial(_one, kind)
    if order.cache is None:
        yield from executor.map(work, orders)
        return
    while batch := list(islice(orders, _AT_ONCE)):
        kept = [recalled(kind, each) for each in batch]
        new = (each for each, draft in zip(batch, kept, strict=True) if draft is None)
        made = executor.map(work, new)
        for draft in kept:
            yield next(made) if draft is None else draft


def _one(kind: Kind, order: Order) -> UnsettledProduct:
    """One draft; of what is only looked at, the product is kept at once."""
    draft = remembered(kind, partial(_new, kind), order)
    if kind == "make" or draft.product.memory is None:
        return draft
    keep(draft.product)
    return replace(draft, product=replace(draft.product, memory=None))


def _new(kind: Kind, order: Order) -> UnsettledProduct:
    """A draft that is made; only what this kind of work needs is loaded."""
    room, name = _HOMES[kind]
    draft: UnsettledProduct = getattr(import_module(f"bluf.pipeline.{room}"), name)(order)
    return draft


def _finished(drafts: Iterator[UnsettledProduct], order: Order) -> Iterator[Product]:
    """The products; what LibreOffice may add to is finished by who knows how, many at a time."""
    while batch := list(islice(drafts, _BATCH)):
        if any(each.data is not None for each in batch):
            from bluf.pipeline.making import finished  # much

            yield from finished(batch, order)
        else:
            yield from (each.product for each in batch)


def examine_templates(order: Order) -> Iterator[tuple[Path, tuple[Finding, ...]]]:
    """What the rules say of the templates of an order, each of which serves many briefs.

    One that is missing or refused is left out: each brief that asks for it says so.
    """
    kinds = ("md" if kind == "md" else "docx" for kind in order.formats if kind != "proof")
    for kind in dict.fromkeys(kinds):
        try:
            path = find_template(order.template, kind, order.templates)
            findings = template_findings(path, order, _examined)
        except FindingsError:
            continue
        yield path, findings


def _examined(path: Path, order: Order) -> tuple[Finding, ...]:
    from bluf.pipeline.examination import examine_template  # only for what is new

    return examine_template(path, order)
