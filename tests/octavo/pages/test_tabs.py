from __future__ import annotations

import pytest

from octavo.pages.formats import ParagraphFormat, TabStop
from octavo.pages.lines import Stops

FORM = ParagraphFormat(
    left=500,
    first=-500,
    tabs=(TabStop(300, "num"), TabStop(2000, "right"), TabStop(9000, "right")),
)


@pytest.mark.parametrize(
    ("x", "expected"),
    [
        (100, TabStop(500, "left")),
        (500, TabStop(2000, "right")),
        (2000, TabStop(9000, "right")),
        (9000, TabStop(9360, "default")),
    ],
)
def test_the_first_stop_past_a_place(x: float, expected: TabStop) -> None:
    assert Stops(FORM, 720).after(x) == expected
