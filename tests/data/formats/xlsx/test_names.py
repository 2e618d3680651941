from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.data.formats.xlsx.conftest import saved

from bluf.data import read_tree
from bluf.data.formats.xlsx.cells import column_of, letters
from octavo.location import SheetLocation

if TYPE_CHECKING:
    from pathlib import Path


def test_a_cell_knows_its_address(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    path.write_bytes(saved(["title", "ask"], ["A", None]))
    places = read_tree(path).places
    assert places.at("title") == SheetLocation(path.as_posix(), "Sheet", "A2")
    assert places.at("ask") == SheetLocation(path.as_posix(), "Sheet", "B2")
    assert places.excerpt(places.at("title")) == "A"
    assert places.excerpt(places.at("ask")) == ""
    assert places.excerpt(SheetLocation(path.as_posix(), "Sheet", "Z9")) == ""


@pytest.mark.parametrize(("number", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (16383, "XFD")])
def test_a_column_has_its_letters(number: int, name: str) -> None:
    assert letters(number) == name
    assert column_of(name) == number
