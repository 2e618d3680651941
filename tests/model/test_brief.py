from __future__ import annotations

import pytest
from pydantic import ValidationError

from bluf.model import Source, Strength

SOURCE = {"title": "T", "publisher": "P", "file": "a.txt"}


def test_an_address_is_one_of_the_web() -> None:
    assert Source.model_validate({**SOURCE, "url": "https://example.org"}).url
    with pytest.raises(ValidationError, match="an address starts with https:// or http://"):
        Source.model_validate({**SOURCE, "url": "example.org"})


def test_what_binds_both_sides_ranks_before_talk() -> None:
    ranks = [word.rank for word in (Strength.AGREED, Strength.ANNOUNCED, Strength.DISCUSSED)]
    assert ranks == [3, 2, 1]


def test_a_record_is_frozen_and_knows_its_fields() -> None:
    source = Source.model_validate(SOURCE)
    with pytest.raises(ValidationError, match="frozen"):
        source.title = "U"  # type: ignore[misc]  # that is what is tested
    with pytest.raises(ValidationError, match="Extra inputs"):
        Source.model_validate({**SOURCE, "x": 1})
