"""Pages as pictures, by pdftoppm of poppler."""

from __future__ import annotations

import tempfile
from pathlib import Path

from octavo.office.pdf import TIMEOUT
from octavo.office.tools import PDFTOPPM, failed, run

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
RESOLUTION = 144
"""Dots to the inch: twice the size of a page on an ordinary screen."""


def to_png(
    pdf: bytes, *, path: str = "", resolution: int = RESOLUTION, timeout: float = TIMEOUT
) -> list[bytes]:
    """Each page of a PDF as a PNG; ``path`` is what messages call the document.

    Raises:
        ToolError: pdftoppm is not installed, fails, or takes longer than ``timeout`` seconds.
    """
    with tempfile.TemporaryDirectory(prefix="bluf-") as name:
        folder = Path(name)
        source = folder / "pages.pdf"
        source.write_bytes(pdf)
        arguments = ["-png", "-r", str(resolution), str(source), str(folder / "page")]
        said = run(PDFTOPPM, arguments, path, timeout)
        pages = [page.read_bytes() for page in sorted(folder.glob("page-*.png"))]
    if not pages or not all(page.startswith(_SIGNATURE) for page in pages):
        raise failed(PDFTOPPM, path, said)
    return pages
