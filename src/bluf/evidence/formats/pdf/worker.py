"""What the child process does: open a file, give the lines of a page, look at characters."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from typing import IO

import pypdfium2 as pdfium
from msgspec import msgpack

from bluf.evidence.formats.pdf.annotations import load_page
from bluf.evidence.formats.pdf.child import read_frame, write_frame
from bluf.evidence.formats.pdf.ink import look
from bluf.evidence.formats.pdf.lines import read_lines
from bluf.evidence.formats.pdf.messages import (
    Box,
    Failed,
    Open,
    Opened,
    PageLines,
    ReadPage,
    Reply,
    Request,
)

MOST_MEMORY = 3 * 2**30
"""Bytes of address space, where the system has such a limit."""
MOST_HELD = 1_500_000
"""Characters and objects of the pages that are kept open: a passage may be looked at on them."""
_PASSWORD = 4
"""What PDFium answers where a password is needed (``FPDF_ERR_PASSWORD``)."""


_Page = tuple["pdfium.PdfPage", "pdfium.PdfTextPage", "Mapping[int, Sequence[Box]]"]


class Worker:
    """Holds the file that is open, and the pages of it that were read."""

    def __init__(self) -> None:
        self._document: pdfium.PdfDocument | None = None
        self._pages: dict[int, _Page] = {}
        self._room = MOST_HELD

    def answer(self, request: Request) -> Reply:
        """The reply to one request."""
        if isinstance(request, Open):
            return self._open(request.data)
        try:
            page, text, boxes = self._load(request.page)
            if isinstance(request, ReadPage):
                return PageLines(read_lines(page.raw, text.raw), page.get_height())
            return look(page, text, request.indexes, boxes)
        except (pdfium.PdfiumError, MemoryError):
            return Failed()

    def _open(self, data: bytes) -> Opened:
        self._leave_pages()
        if self._document:
            self._document.close()
            self._document = None
        try:
            self._document = pdfium.PdfDocument(data)
            if self._document.get_formtype():
                self._document.init_forms()  # what fields show is made, where the file has it not
            return Opened(len(self._document))
        except pdfium.PdfiumError as error:
            return Opened(fault="password" if error.err_code == _PASSWORD else "broken")

    def _load(self, number: int) -> _Page:
        if number not in self._pages:
            if self._room < 0:
                self._leave_pages()
            if self._document is None:
                message = "no file is open"
                raise pdfium.PdfiumError(message)
            page, boxes = load_page(self._document, number)
            text = page.get_textpage()
            self._pages[number] = page, text, boxes
            self._room -= pdfium.raw.FPDFPage_CountObjects(page.raw) + text.count_chars()
        return self._pages[number]

    def _leave_pages(self) -> None:
        for page, text, _ in self._pages.values():
            text.close()
            page.close()
        self._pages.clear()
        self._room = MOST_HELD


def limit_memory() -> None:
    """Set the limit of memory; Windows knows none."""
    try:
        import resource  # not on every system
    except ImportError:
        return
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    wanted = MOST_MEMORY if most == resource.RLIM_INFINITY else min(MOST_MEMORY, most)
    resource.setrlimit(resource.RLIMIT_AS, (wanted, most))


def serve(requests: IO[bytes], replies: IO[bytes]) -> None:
    """Answer until the other side ends."""
    worker = Worker()
    decoder = msgpack.Decoder(Request)
    while (body := read_frame(requests)) is not None:
        write_frame(replies, worker.answer(decoder.decode(body)))


def main() -> None:
    """Speak with the process that started us; nothing else may write where we answer."""
    limit_memory()
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    serve(sys.stdin.buffer, replies)


if __name__ == "__main__":
    main()
