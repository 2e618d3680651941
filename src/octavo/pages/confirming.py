"""The number of pages by LibreOffice, and where it differs from the estimate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.pages.office import TIMEOUT, count_pages, to_pdfs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from octavo.ooxml import Package


def confirm(packages: Sequence[Package], *, timeout: float = TIMEOUT) -> list[int]:
    """Number of pages of each file as LibreOffice lays it out, in the same order.

    Raises:
        ToolError: LibreOffice is not installed, fails on any of the files, or takes too long.
    """
    return [count_pages(pdf) for pdf in to_pdfs(packages, timeout=timeout)]
