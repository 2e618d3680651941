from __future__ import annotations

from pathlib import Path

import pytest

from bluf.markings import Clearance
from bluf.pipeline import Order
from bluf.redaction import Audience


@pytest.mark.parametrize(
    ("out", "audience", "folder"),
    [
        (None, None, "briefs/talks"),
        (None, Audience("press", Clearance()), "briefs/talks/press"),
        (Path("out"), Audience("press", Clearance()), "out"),
    ],
)
def test_outputs_go_beside_the_data_or_where_that_is_asked(
    out: Path | None, audience: Audience | None, folder: str
) -> None:
    order = Order(Path("briefs/talks/brief.yaml"), out=out, audience=audience)
    assert order.folder == Path(folder)
