"""A Word file in memory, measured."""

from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.ooxml import read_package
from octavo.pages import Galley

if TYPE_CHECKING:
    from pathlib import Path

    from octavo.pages import Layout


def measure(
    docx: bytes,
    *,
    limit: int = 1,
    path: str = "",
    whole: bool = True,
    figures: tuple[Path, ...] = (),
) -> Layout:
    return Galley(read_package(docx, path), figures).layout(limit, whole=whole)
