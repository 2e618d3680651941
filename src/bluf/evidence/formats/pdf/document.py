"""Read a PDF file through the child process, and refuse by name what has no text to read."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from itertools import accumulate
from time import monotonic
from typing import TYPE_CHECKING

from msgspec import DecodeError, Struct, msgpack
from msgspec.structs import replace

from bluf.evidence.error import refusal
from bluf.evidence.formats.pdf.child import child
from bluf.evidence.formats.pdf.flow import FlowPiece, flow, pieces
from bluf.evidence.formats.pdf.messages import InkVerdict, Look, Opened, PageLines, ReadPage
from bluf.evidence.formats.pdf.wrapping import Line
from bluf.evidence.text import Sight, SourceText, join_blocks
from octavo.finding import Finding, Level
from octavo.location import FileLocation, PageLocation

if TYPE_CHECKING:
    from bluf.evidence.memory import SourceMemory

MOST_PAGES = 3000
FILE_SECONDS = 300
"""So long a file may take to be read; the pages that are left then are not."""
_END_MARK, _TAIL = b"%%EOF", 1024
_RECOGNISE = "have its text recognised (OCR), and give that text or that PDF file as the source"


class _Eye(Struct, frozen=True):
    """Looks at passages of a file on its pages."""

    data: bytes
    starts: tuple[int, ...]
    pieces: tuple[FlowPiece, ...]

    def look(self, spans: Sequence[tuple[int, int]]) -> Sight:
        """What a reader sees of some spans of the text."""
        pages: defaultdict[int, list[int]] = defaultdict(list)
        seen: list[InkVerdict] = []
        for start, end in spans:
            for at in range(bisect_right(self.starts, start) - 1, len(self.starts)):
                begin, piece = self.starts[at], self.pieces[at]
                if begin >= end:
                    break
                if piece.leaps and begin > start:
                    seen.append(InkVerdict(doubt="its lines stand apart on the page"))
                pages[piece.page] += (
                    index
                    for offset, index in enumerate(piece.indexes, begin)
                    if start <= offset < end and index >= 0 and _tells(piece.text, offset - begin)
                )
        seen += (self._look(page, tuple(found)) for page, found in pages.items() if found)
        return _together(seen)

    def _look(self, page: int, indexes: tuple[int, ...]) -> InkVerdict:
        answer = child().ask(self.data, Look(page - 1, indexes))
        return (
            answer
            if isinstance(answer, InkVerdict)
            else InkVerdict(doubt="the page cannot be drawn")
        )


def _tells(text: str, offset: int) -> bool:
    """Whether a sign matters to what is said: letters, figures, and signs of numbers do."""
    sign = text[offset]
    if sign in ".,:":
        return text[offset - 1 : offset].isdigit() and text[offset + 1 : offset + 2].isdigit()
    return sign.isalnum() or sign in "-−%‰"


def _together(seen: Sequence[InkVerdict]) -> Sight:
    return Sight(
        next((each.hidden for each in seen if each.hidden), ""),
        tuple(dict.fromkeys(each.doubt for each in seen if each.doubt)),
        tuple(dict.fromkeys(each.remark for each in seen if each.remark)),
    )


def read(data: bytes, path: str, memory: SourceMemory | None = None) -> SourceText:
    """The text of a PDF file, page by page; nothing outside the file is opened.

    What is seen of a passage is looked at anew each time; its text may come from ``memory``.

    Raises:
        SourceError: ``source-unreadable`` for a file that is truncated, broken, encrypted or
            without text, ``limit-exceeded`` for one of too many pages.
    """
    place = FileLocation(path)
    data = _whole(data, place)
    pages, failed = _remembered(data, place, memory)
    lines = flow(pages)
    text = _text(data, path, lines, marks=False)
    if not any(sign.isalnum() for sign in text.text):
        raise refusal("source-unreadable", _nothing_to_read(pages), place, _RECOGNISE)
    marked = any(line.marks for page in pages.values() for line in page.lines)
    return replace(
        text,
        others=(_text(data, path, lines, marks=True),) if marked else (),
        faults=tuple(_unread(page, place) for page in failed),
    )


def _whole(data: bytes, place: FileLocation) -> bytes:
    """A file up to its end; a server may have sent a page behind it, and no object."""
    end = data.rfind(_END_MARK)
    if end < 0 or b" obj" in data[end:]:
        message = "the PDF file is truncated: its end is missing"
        raise refusal("source-unreadable", message, place, "fetch it again, whole")
    return data if len(data) - end < _TAIL else data[: end + len(_END_MARK)]


def _remembered(
    data: bytes, place: FileLocation, memory: SourceMemory | None
) -> tuple[dict[int, PageLines], list[int]]:
    """As `_pages`; from memory where all pages were read before."""
    kept = None if memory is None else memory.recall(data)
    if kept is not None:
        with suppress(DecodeError):
            return msgpack.decode(kept, type=dict[int, PageLines]), []
    pages, failed = _pages(data, place)
    if memory is not None and not failed:
        memory.keep(data, msgpack.encode(pages))
    return pages, failed


def _nothing_to_read(pages: Mapping[int, PageLines]) -> str:
    """Why a file has no words, though it is open."""
    if not pages:
        return "none of the pages of the PDF file can be read"
    if any(line.text.strip() for page in pages.values() for line in page.lines):
        return "the PDF file does not say which letters its signs are"
    return "the PDF file holds no text: it is a scan, or a picture of pages"


def _text(data: bytes, path: str, parts: Iterable[Sequence[Line]], *, marks: bool) -> SourceText:
    read = tuple(piece for part in parts for piece in pieces(part, marks=marks) if piece.text)
    blocks = ((piece.text, PageLocation(path, piece.page, piece.line)) for piece in read)
    starts = (0, *accumulate(len(piece.text) for piece in read))[:-1]
    return replace(join_blocks(path, blocks, end=""), eye=_Eye(data, starts, read))


def _pages(data: bytes, place: FileLocation) -> tuple[dict[int, PageLines], list[int]]:
    """The lines of each page, and the numbers of the pages that cannot be read."""
    opened = child().open(data)
    if not isinstance(opened, Opened) or opened.fault == "broken" or not opened.pages:
        if isinstance(opened, Opened) and opened.fault == "password":
            message = "the PDF file is encrypted and asks for a password"
            raise refusal("source-unreadable", message, place, "save a copy without a password")
        message = "the PDF file is broken: its pages cannot be read"
        hint = "fetch it again, or print it again"
        raise refusal("source-unreadable", message, place, hint)
    if opened.pages > MOST_PAGES:
        message = f"the PDF file has more than {MOST_PAGES} pages"
        raise refusal("limit-exceeded", message, place, "give the pages that are quoted as a file")
    pages: dict[int, PageLines] = {}
    failed: list[int] = []
    latest = monotonic() + FILE_SECONDS
    for number in range(opened.pages):
        answer = child().ask(data, ReadPage(number)) if monotonic() < latest else None
        if isinstance(answer, PageLines):
            pages[number + 1] = answer
        else:
            failed.append(number + 1)
    return pages, failed


def _unread(page: int, place: FileLocation) -> Finding:
    return Finding(
        "source-page-unread",
        Level.WARNING,
        f"page {page} of the PDF file cannot be read; the other pages are",
        place,
        "print the file again, or give the text of that page as a source of its own",
    )
