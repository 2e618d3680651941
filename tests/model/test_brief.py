from __future__ import annotations

import pytest
from msgspec import ValidationError, convert

from bluf.model import Source, Strength

SOURCE = {"title": "T", "publisher": "P", "file": "a.txt"}


def test_what_binds_both_sides_ranks_before_talk() -> None:
    ranks = [word.rank for word in (Strength.AGREED, Strength.ANNOUNCED, Strength.DISCUSSED)]
    assert ranks == [3, 2, 1]


def test_a_record_is_frozen_and_knows_its_fields() -> None:
    source = convert(SOURCE, Source)
    with pytest.raises(AttributeError, match="immutable"):
        source.title = "U"  # type: ignore[misc]  # that is what is tested
    with pytest.raises(ValidationError, match="unknown field"):
        convert({**SOURCE, "x": 1}, Source)
