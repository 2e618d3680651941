from __future__ import annotations

from typing import TYPE_CHECKING

from tests.roundtrip.conftest import paragraph_with

if TYPE_CHECKING:
    from tests.roundtrip.conftest import Sent


def test_a_heading_that_moved_is_told(rich: Sent) -> None:
    requests, outcomes = paragraph_with(rich, ">Requests<"), paragraph_with(rich, ">Outcomes<")
    pulled = rich.pull((requests, ""), (outcomes, outcomes + requests))
    assert "moved" in {each.what for each in pulled.found.unplaced}
