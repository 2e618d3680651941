"""Open a PDF file within limits, and refuse by name what has no text to read."""

from __future__ import annotations

import logging
import struct
import zlib
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING

from msgspec.structs import replace
from pypdf import PdfReader, apply_configuration
from pypdf.errors import DependencyError, LimitReachedError, PyPdfError

from bluf.evidence.error import refusal
from bluf.evidence.formats.pdf.content import read_content
from bluf.evidence.formats.pdf.flow import flow
from bluf.evidence.formats.pdf.font import value
from bluf.evidence.formats.pdf.layout import read_lines
from bluf.evidence.formats.pdf.running import set_apart
from octavo.location import FileLocation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdf.generic import RectangleObject

    from bluf.evidence.error import SourceError
    from bluf.evidence.formats.pdf.content import Fragment
    from bluf.evidence.formats.pdf.layout import Line
    from bluf.evidence.text import SourceText

LEAST_SIZE = 1.0
"""Letters smaller than so many points cannot be read."""
MOST_PAGES = 1000
MOST_STREAM_BYTES = 8 * 2**20
"""A stream that inflates to more is refused; the text of a page takes some thousands of bytes."""
MOST_OPERANDS = 150_000
"""Operators and operands in the content of one page; a page of text has about three thousand."""
MOST_WORK = 1_500_000
"""Operators and pieces of text on all pages together; that takes about half a minute."""

_END_MARK = b"%%EOF"
_TAIL = 4096
_BROKEN = (
    PyPdfError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RuntimeError,
    TypeError,
    ValueError,
    OSError,
    struct.error,
    zlib.error,
)
"""What pypdf raises on broken input."""

logging.getLogger("pypdf").addHandler(logging.NullHandler())


def read(data: bytes, path: str) -> SourceText:
    """The text of a PDF file, page by page; nothing outside the file is opened.

    Raises:
        SourceError: ``source-unreadable`` for a file that is truncated, broken, encrypted or
            without text, ``limit-exceeded`` for one that is out of all proportion.
    """
    place = FileLocation(path)
    if _END_MARK not in data[-_TAIL:]:
        message = "the PDF file is truncated: its end is missing"
        raise refusal("source-unreadable", message, place, "fetch it again, whole")
    with _refusing(place):
        pages = set_apart(*_pages(data, place))
    text = flow(path, pages, joined=True)
    if not any(sign.isalnum() for sign in text.text):
        message = "the PDF file holds no text: it is a scan, or a picture of pages"
        hint = "have its text recognised (OCR), and give that text or that PDF file as the source"
        raise refusal("source-unreadable", message, place, hint)
    kept = flow(path, pages, joined=False)
    return text if kept.text == text.text else replace(text, others=(kept,))


def _pages(data: bytes, place: FileLocation) -> tuple[list[list[Line]], list[float]]:
    """The lines of each page, and its height."""
    reader = PdfReader(BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise _encrypted(place)
    if len(reader.pages) > MOST_PAGES:
        message = f"the PDF file has more than {MOST_PAGES} pages"
        raise refusal("limit-exceeded", message, place, "give the pages that are quoted as a file")
    off = _layers_off(reader)
    lines: list[list[Line]] = []
    done = 0
    for page in reader.pages:
        fragments, work = read_content(page, off)
        lines.append(read_lines([each for each in fragments if _is_seen(each, page.cropbox)]))
        done += work
        if done > MOST_WORK:
            raise LimitReachedError
    return lines, [float(page.mediabox.height) for page in reader.pages]


def _is_seen(fragment: Fragment, box: RectangleObject) -> bool:
    """Whether a fragment lies within the page and is large enough to be read."""
    if fragment.size < LEAST_SIZE:
        return False
    if fragment.turn:
        return True
    across = fragment.start < box.right and fragment.end > box.left
    return across and box.bottom <= fragment.base <= box.top


@contextmanager
def _refusing(place: FileLocation) -> Iterator[None]:
    """Keep pypdf within limits, and name the file that breaks them or that it cannot read."""
    most = MOST_STREAM_BYTES
    try:
        with apply_configuration(
            maximum_declared_stream_length=most,
            array_based_stream_maximum_output_length=most,
            lzw_maximum_output_length=most,
            run_length_maximum_output_length=most,
            zlib_maximum_output_length=most,
            brotli_maximum_output_length=most,
            stream_decoding_work_maximum_length=4 * most,
            stream_parsing_work_maximum_count=MOST_OPERANDS,
        ):
            yield
    except LimitReachedError:
        message = "the PDF file is out of all proportion: a page of it holds far more than text"
        hint = "save the text that is quoted as a file in UTF-8"
        raise refusal("limit-exceeded", message, place, hint) from None
    except DependencyError:
        raise _encrypted(place) from None
    except _BROKEN:
        message = "the PDF file is broken: its pages cannot be read"
        raise refusal(
            "source-unreadable", message, place, "fetch it again, or print it anew"
        ) from None


def _encrypted(place: FileLocation) -> SourceError:
    message = "the PDF file is encrypted and asks for a password"
    return refusal("source-unreadable", message, place, "save a copy without a password")


def _layers_off(reader: PdfReader) -> frozenset[int]:
    """Object numbers of the layers that are not shown when the file is opened."""
    shown = value(value(reader.root_object, "/OCProperties"), "/D")
    off = value(shown, "/OFF") or []
    return frozenset(layer.idnum for layer in off if hasattr(layer, "idnum"))
