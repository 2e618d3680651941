"""Word files to PDF by LibreOffice, many in one call; and its pages as pictures, by pdftoppm.

LibreOffice takes a second to start and some hundredths of a second for a file, so a call takes up
to 120 files; a process that waits for work ends itself after the first call it is handed. Each
call has a profile of its own: it meets neither a window of the user's nor another run.

Only a package that passed the safety gate is handed over, written anew from what was checked,
since LibreOffice fetches linked pictures.
"""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from octavo.office.tools import LIBREOFFICE, PDFTOPPM, failed, run
from octavo.ooxml import Package, write_package

MOST_FILES = 120
TIMEOUT = 60.0
"""Seconds for a call, to which each file adds two."""
_SECONDS_A_FILE = 2.0
_OPTIONS = {
    "UseTaggedPDF": {"type": "boolean", "value": "true"},
    "PDFUACompliance": {"type": "boolean", "value": "true"},
    "ExportBookmarks": {"type": "boolean", "value": "true"},
}
_PAGE = re.compile(rb"/Type\s*/Page\b")
_COUNT = re.compile(rb"/Type\s*/Pages\b.*?/Count\s+(\d+)", re.DOTALL)
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
RESOLUTION = 144
"""Dots to the inch: twice the size of a page on an ordinary screen."""


def to_pdfs(packages: Sequence[Package]) -> list[bytes]:
    """Each file as a tagged PDF, with the title and the language of the document.

    They are made in few calls; a single failure fails them all.

    Raises:
        ToolError: LibreOffice is not installed, fails on any of the files, or takes too long.
    """
    made: list[bytes] = []
    for start in range(0, len(packages), MOST_FILES):
        made += _call(packages[start : start + MOST_FILES])
    return made


def page_counts(packages: Sequence[Package]) -> list[int]:
    """Number of pages of each file as LibreOffice lays it out, in the same order.

    Raises:
        ToolError: As `to_pdfs`.
    """
    return [count_pages(pdf) for pdf in to_pdfs(packages)]


def _call(packages: Sequence[Package]) -> Iterator[bytes]:
    with tempfile.TemporaryDirectory(prefix="bluf-") as name:
        folder = Path(name)
        sources = [folder / f"{number:03}.docx" for number in range(len(packages))]
        for source, package in zip(sources, packages, strict=True):
            source.write_bytes(write_package(package, {}))
        arguments = [
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--norestore",
            "--convert-to",
            f"pdf:writer_pdf_Export:{json.dumps(_OPTIONS)}",
            "--outdir",
            str(folder),
            *map(str, sources),
        ]
        path = packages[0].path
        said = run(LIBREOFFICE, arguments, path, TIMEOUT + _SECONDS_A_FILE * len(packages))
        for source, package in zip(sources, packages, strict=True):
            target = source.with_suffix(".pdf")
            data = target.read_bytes() if target.is_file() else b""
            if not count_pages(data):
                raise failed(LIBREOFFICE, package.path, said)
            yield data


def count_pages(pdf: bytes) -> int:
    """Number of pages of a PDF that LibreOffice wrote; 0 where it is not a whole one."""
    count = _COUNT.search(pdf)
    pages = len(_PAGE.findall(pdf))
    whole = pdf.startswith(b"%PDF-") and pdf.rstrip().endswith(b"%%EOF")
    return pages if whole and count is not None and int(count[1]) == pages else 0


def to_png(pdf: bytes, *, path: str = "", resolution: int = RESOLUTION) -> list[bytes]:
    """Each page of a PDF as a PNG; ``path`` is what messages call the document.

    Raises:
        ToolError: pdftoppm is not installed, fails, or takes too long.
    """
    with tempfile.TemporaryDirectory(prefix="bluf-") as name:
        folder = Path(name)
        source = folder / "pages.pdf"
        source.write_bytes(pdf)
        arguments = ["-png", "-r", str(resolution), str(source), str(folder / "page")]
        said = run(PDFTOPPM, arguments, path, TIMEOUT)
        pages = [page.read_bytes() for page in sorted(folder.glob("page-*.png"))]
    if not pages or not all(page.startswith(_SIGNATURE) for page in pages):
        raise failed(PDFTOPPM, path, said)
    return pages
