from __future__ import annotations

import pytest

from bluf.model import weight_of


@pytest.mark.parametrize(
    ("marking", "weight"),
    [
        ("", 0),
        ("UNCLASSIFIED", 0),
        ("unclassified//FOUO", 0),
        ("TLP:CLEAR", 0),
        ("OFFICIAL", 0),
        ("OFFICIAL-SENSITIVE", 1),
        ("RESTREINT UE/EU RESTRICTED", 1),
        ("For the Minister only", 1),
        ("TOP SECRET//NOFORN", 2),
        ("NATO SECRET", 2),
        ("TLP:RED", 2),
    ],
)
def test_a_marking_is_as_weighty_as_its_level(marking: str, weight: int) -> None:
    assert weight_of(marking) == weight
