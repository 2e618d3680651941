"""The marking that several markings come to."""

from __future__ import annotations

import pytest

from bluf.register.entries import together


@pytest.mark.parametrize(
    ("labels", "banner"),
    [
        ([], ()),
        (["", "SECRET", "SECRET"], ("SECRET",)),
        (["UNCLASSIFIED", "SECRET//NOFORN", "TOP SECRET"], ("TOP SECRET//NOFORN",)),
        (["TLP:GREEN", "SECRET"], ("SECRET", "TLP:GREEN")),
        (["For us", "SECRET"], ("For us", "SECRET")),
    ],
)
def test_labels_come_to_a_banner(labels: list[str], banner: tuple[str, ...]) -> None:
    assert together(labels) == banner
