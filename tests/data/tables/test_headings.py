from __future__ import annotations

from typing import TYPE_CHECKING

from tests.data.tables.conftest import folder, said

from bluf.data import read

if TYPE_CHECKING:
    from pathlib import Path


def test_the_brief_may_stand_in_one_row_below_its_headings(tmp_path: Path) -> None:
    text = "id,title,date,to,from,bottom line\ntalks,Talks,2025-08-07,Minister,Desk,Nothing.\n"
    assert read(folder(tmp_path, brief=text)).brief.bottom_line == "Nothing."
    assert said(folder(tmp_path, brief=f"{text}more,,,,,\n")) == [
        "brief.csv:3:1 data-syntax: a second brief stands in this row; keep one brief in one file"
    ]
