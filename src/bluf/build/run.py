"""Orders for many briefs, and their products in a fixed order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.build.make import make
from bluf.build.order import Order

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from bluf.build.executor import Executor
    from bluf.build.order import Product
    from bluf.settings import Settings


def orders_for(
    found: Iterable[Path],
    settings: Settings,
    home: Path,
    *,
    out: Path | None = None,
    allow_findings: bool = False,
) -> tuple[Order, ...]:
    """One order for each data file, as the settings of the folder ``home`` say."""
    return tuple(
        Order(
            data=data,
            formats=settings.format,
            template=settings.template,
            templates=home / settings.templates,
            out=out,
            paper=settings.paper,
            allow_findings=allow_findings,
        )
        for data in found
    )


def make_all(orders: Iterable[Order], executor: Executor) -> Iterator[Product]:
    """The product of each order, in the order given."""
    return executor.map(make, orders)
