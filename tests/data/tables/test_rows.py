from __future__ import annotations

from typing import TYPE_CHECKING

from tests.data.tables.conftest import folder

from bluf.data import read

if TYPE_CHECKING:
    from pathlib import Path


def test_what_begins_with_an_underscore_is_passed_over(tmp_path: Path) -> None:
    path = folder(tmp_path, _notes="a\n1\n", parties="id,name,_mine\nrs,Serbia,x\nus,U.S.,\n")
    assert read(path).brief.parties["rs"].name == "Serbia"


def test_an_empty_sheet_is_an_empty_list(tmp_path: Path) -> None:
    assert read(folder(tmp_path, outcomes="\n")).brief.outcomes == ()
