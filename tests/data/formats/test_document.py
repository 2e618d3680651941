from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.data import DataError, read

if TYPE_CHECKING:
    from pathlib import Path


def test_tables_that_are_no_brief_are_told_what_one_is(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("title,ask\nA,b\n", encoding="utf-8")
    with pytest.raises(DataError) as caught:
        read(path)
    (finding,) = caught.value.findings
    assert finding.message == "this is not a brief: no table in it is called “Brief”"
    assert "brief.csv, parties.csv, …" in finding.hint
