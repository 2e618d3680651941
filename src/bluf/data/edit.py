"""The only writer of data files."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def create(files: Mapping[Path, bytes]) -> None:
    """Write files that are not there yet; none of them where one is.

    Raises:
        FileExistsError: One of them is there already; nothing was written.
        OSError: One could not be written.
    """
    for path in files:
        if path.exists():
            raise FileExistsError(17, "there is a file of that name already", str(path))
    for path, content in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(content)
