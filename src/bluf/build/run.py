"""Orders for many briefs, and their products in a fixed order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bluf.build.examine import examine
from bluf.build.make import make
from bluf.build.order import Order
from bluf.checks import Selection

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from bluf.build.executor import Executor
    from bluf.build.order import Product
    from bluf.settings import Settings


def order_from(settings: Settings, home: Path) -> Order:
    """What the settings of the folder ``home`` ask for, the data file still to be named.

    Raises:
        UnknownNameError: The settings name a rule that there is not.
    """
    checks = settings.checks
    return Order(
        data=home,
        formats=settings.format,
        template=settings.template,
        templates=home / settings.templates,
        paper=settings.paper,
        selection=Selection.of(checks.select, checks.ignore),
        strict=checks.strict,
    )


def make_all(order: Order, found: Iterable[Path], executor: Executor) -> Iterator[Product]:
    """The product of the same order for each data file, in the order given."""
    return executor.map(make, (replace(order, data=data) for data in found))


def examine_all(order: Order, found: Iterable[Path], executor: Executor) -> Iterator[Product]:
    """What the rules say of each data file and what is made from it, in the order given."""
    return executor.map(examine, (replace(order, data=data) for data in found))
