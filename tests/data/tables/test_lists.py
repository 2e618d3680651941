from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluf.data.tables.rows import join, split

ITEMS = st.text(st.sampled_from('ab;"\n ,') | st.characters(exclude_categories=["Cc", "Cs"]))


@pytest.mark.parametrize(
    ("cell", "items"),
    [
        ("R1", ["R1"]),
        ("R1; R2;R3 ;", ["R1", "R2", "R3"]),
        ("R1\nR2", ["R1", "R2"]),
        ('"a; b"; c', ["a; b", "c"]),
        ('"say ""so"""', ['say "so"']),
        ('5" gun; b', ['5" gun', "b"]),
        (" ; ", []),
    ],
)
def test_a_cell_holds_several_items(cell: str, items: list[str]) -> None:
    assert split(cell) == items


@given(st.lists(ITEMS.map(str.strip).filter(bool)))
def test_what_is_joined_is_split_again(items: list[str]) -> None:
    assert split(join(items)) == items
