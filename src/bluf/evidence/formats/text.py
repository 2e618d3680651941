"""Plain text: every character is visible, and a place is a line and a column."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from bluf.evidence.error import refusal
from bluf.evidence.text import SourceText
from octavo.location import TextLocation

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""The mandatory breaks of UAX #14, but for the form feed, which an editor shows in its line."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def read(data: bytes, path: str) -> SourceText:
    """The text of a file in UTF-8, or in UTF-16 with its byte order mark.

    Raises:
        SourceError: ``encoding`` or ``bad-character``, at the place.
    """
    text = decode(data, path)
    starts = (0, *(end.end() for end in _LINE_END.finditer(text)))
    return SourceText(path, text, starts)


def decode(data: bytes, path: str) -> str:
    """The characters of ``data``, without its byte order mark.

    Raises:
        SourceError: ``encoding`` for bytes that are no text, ``bad-character`` for a NUL.
    """
    encoding, body = _encoding(data)
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as error:
        place = _end_of(body[: error.start].decode(encoding, "replace"), path)
        raise refusal(
            "encoding",
            f"the source is not text in UTF-8: byte 0x{body[error.start]:02x} cannot be read",
            place,
            "save it as UTF-8, without changing its words",
        ) from None
    if "\0" in text:
        message = "the source holds a NUL character, so it is no file of text"
        place = _end_of(text[: text.index("\0")], path)
        raise refusal("bad-character", message, place, "give the text itself as a file in UTF-8")
    return text


def lines(text: str) -> Iterator[str]:
    """The lines of ``text``, without their ends."""
    return iter(_LINE_END.split(text))


def _encoding(data: bytes) -> tuple[str, bytes]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding, data[len(mark) :]
    return "utf-8", data


def _end_of(text: str, path: str) -> TextLocation:
    before = _LINE_END.split(text)
    return TextLocation(path, len(before), len(before[-1]) + 1)
