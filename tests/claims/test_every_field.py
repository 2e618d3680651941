"""Each field of the record is a claim, the desk's own, or form: docs/claims.md says which."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.claims.conftest import ROOT, ROWS, field_of

from bluf.claims import proven
from bluf.data import read
from bluf.model import Item, Record

if TYPE_CHECKING:
    from collections.abc import Iterator


def records(base: type[Record] = Record) -> Iterator[type[Record]]:
    for each in base.__subclasses__():
        yield each
        yield from records(each)


ALL = {each.__name__: each for each in records() if each is not Item}


def test_the_table_names_every_record() -> None:
    assert set(ROWS) == set(ALL)


@pytest.mark.parametrize("name", sorted(ALL))
def test_each_field_has_one_place(name: str) -> None:
    written = [field for cell in ROWS[name] for field in cell]
    assert sorted(written) == sorted(ALL[name].__struct_encode_fields__)


def test_what_is_the_desks_is_no_claim() -> None:
    for folder in (ROOT / "briefs").glob("*/brief.yaml"):
        proof = proven(read(folder)).proof
        own = {(name, field) for name, (_, fields, _) in ROWS.items() for field in fields}
        quoted = {"words", "speaker"}
        found = {field_of(each.path) for each in proof.ledger.claims if each.kind not in quoted}
        assert not found & own
