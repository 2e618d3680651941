from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.data import DataError, read

if TYPE_CHECKING:
    from pathlib import Path


def test_a_folder_without_csv_files_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="this folder holds no CSV file"):
        read(tmp_path)
