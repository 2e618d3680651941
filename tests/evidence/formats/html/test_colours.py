from __future__ import annotations

from bluf.evidence.formats.html.colours import colour


def test_colours_of_spaces_that_are_not_known_are_none() -> None:
    assert colour("color(xyz-d50 1 1 0.82)") is not None
    assert colour("color(--own 1 1 1)") is None
    assert colour("color(prophoto-rgb 1 1 1)") == (255.0, 255.0, 255.0, 1.0)
