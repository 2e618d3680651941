from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.markings import schemes

if TYPE_CHECKING:
    from pathlib import Path


def test_no_folder_means_the_shipped_schemes(tmp_path: Path) -> None:
    assert schemes(tmp_path / "none") == schemes()
