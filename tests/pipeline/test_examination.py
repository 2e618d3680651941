from __future__ import annotations

from typing import TYPE_CHECKING

from tests.pipeline.conftest import errors

from bluf.pipeline import Order, examine, make
from bluf.pipeline.order import Paging

if TYPE_CHECKING:
    from pathlib import Path


ANNEX = Paging(annex=True)


def test_the_page_that_has_an_annex_is_examined_as_it_is_built(long: Path) -> None:
    order = Order(long, pages=ANNEX)
    for output in make(order).outputs:
        output.path.write_bytes(output.content)
    assert errors(examine(order)) == []
    assert errors(examine(Order(long))) == ["over-one-page"]
