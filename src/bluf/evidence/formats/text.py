"""Plain text: every character is visible, and a place is a line and a column."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bluf.characters import code_point
from bluf.evidence import encodings
from bluf.evidence.error import refusal
from bluf.evidence.text import Doubt, Edge, SourceText
from octavo.location import FileLocation, TextLocation

_LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""The mandatory breaks of UAX #14, but for the form feed, which an editor shows in its line."""

_PARAGRAPH = Edge.PARAGRAPH
_EDGE = re.compile(
    r"(?:\r\n|[\n\r\x85\u2029])(?:[^\S\n\r]*(?:\r\n|[\n\r\x85\u2029])+)?"
    r"[^\S\n\r]*(?P<item>(?:[-*•‣◦·–]|\(?(?:\d{1,3}|[a-z])[.)])[^\S\n\r]+)?"
)
"""The break before a line, over blank lines where there are any, and the sign of a list."""
_CONTROLS = re.compile(r"[\x01-\x08\x0e-\x1b\x7f][^\n\r]*")
"""A control character, which a program may obey (to rub out, to colour), with what follows it."""
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1b\x7f]")


def read(data: bytes, path: str, encoding: str | None = None) -> SourceText:
    """The text of a file in UTF-8, in UTF-16 with its byte order mark, or in ``encoding``.

    Raises:
        SourceError: ``encoding`` or ``bad-character``, at the place.
    """
    text = decode(data, path, encoding)
    starts = (0, *(end.end() for end in _LINE_END.finditer(text)))
    edges = tuple((edge.end(), Edge.ITEM if edge["item"] else _PARAGRAPH) for edge in _edges(text))
    return SourceText(path, text, starts, edges=edges, doubts=tuple(_controlled(text)))


def decode(data: bytes, path: str, encoding: str | None = None) -> str:
    """The characters of ``data``, without its byte order mark.

    Raises:
        SourceError: ``encoding`` for bytes that are no text, ``bad-character`` for a NUL.
    """
    named = encodings.codec(encoding) if encoding else "utf-8"
    name, body = encodings.marked(data) or (named, data)
    if name is None:
        message = f"“{encoding}” is not a text encoding"
        hint = "name one such as windows-1250, iso-8859-2 or koi8-r, or save the file as UTF-8"
        raise refusal("encoding", message, FileLocation(path), hint)
    try:
        text = body.decode(name)
    except UnicodeDecodeError as error:
        byte, place = body[error.start], _end_of(body[: error.start].decode(name, "replace"), path)
        probable = encodings.likely(data)
        guess = f"; it may be {probable}: say so by “encoding” of the source" if probable else ""
        raise refusal(
            "encoding",
            f"the source is not text in {name.upper()}: byte 0x{byte:02x} cannot be read",
            place,
            f"save it as UTF-8, without changing its words{guess}",
        ) from None
    if "\0" in text:
        message = "the source holds a NUL character, so it is not a text file"
        place = _end_of(text[: text.index("\0")], path)
        raise refusal("bad-character", message, place, "give the text itself as a file in UTF-8")
    return text


def _edges(text: str) -> Iterator[re.Match[str]]:
    """Where a paragraph or an item begins."""
    for edge in _EDGE.finditer(text):
        if edge["item"] or len(_LINE_END.findall(edge.group())) > 1:
            yield edge


def _controlled(text: str) -> Iterator[Doubt]:
    """Each line with a control character, of which the last is named."""
    done = 0
    for rest in _CONTROLS.finditer(text):
        start = 1 + max(text.rfind(end, done, rest.start()) for end in "\n\r")
        (*_, last) = _CONTROL.findall(rest.group())
        cause = f"the control character {code_point(last)} stands there"
        yield Doubt(start, rest.end(), cause)
        done = rest.end()


def lines(text: str) -> Iterator[str]:
    """The lines of ``text``, without their ends."""
    return iter(_LINE_END.split(text))


def _end_of(text: str, path: str) -> TextLocation:
    before = _LINE_END.split(text)
    return TextLocation(path, len(before), len(before[-1]) + 1)
