"""Word files to PDF by LibreOffice, many in one call.

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
from pathlib import Path
from typing import TYPE_CHECKING

from octavo.office.tools import LIBREOFFICE, failed, run
from octavo.ooxml import write_package

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from octavo.ooxml import Package

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


def to_pdf(package: Package, *, timeout: float = TIMEOUT) -> bytes:
    """The file as a tagged PDF, with the title and the language of the document.

    Raises:
        ToolError: LibreOffice is not installed, fails, or takes longer than ``timeout`` seconds.
    """
    return to_pdfs([package], timeout=timeout)[0]


def to_pdfs(packages: Sequence[Package], *, timeout: float = TIMEOUT) -> list[bytes]:
    """As ``to_pdf``, for many files in few calls; a single failure fails them all."""
    made: list[bytes] = []
    for start in range(0, len(packages), MOST_FILES):
        made += _call(packages[start : start + MOST_FILES], timeout)
    return made


def page_counts(packages: Sequence[Package], *, timeout: float = TIMEOUT) -> list[int]:
    """Number of pages of each file as LibreOffice lays it out, in the same order.

    Raises:
        ToolError: LibreOffice is not installed, fails on any of the files, or takes too long.
    """
    return [count_pages(pdf) for pdf in to_pdfs(packages, timeout=timeout)]


def _call(packages: Sequence[Package], timeout: float) -> Iterator[bytes]:
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
        said = run(LIBREOFFICE, arguments, path, timeout + _SECONDS_A_FILE * len(packages))
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
