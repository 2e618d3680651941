"""Every way in which the bytes of a file may tell a word: inflated, decoded, without markup."""

from __future__ import annotations

import base64
import html
import io
import re
import urllib.parse
import zipfile
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_BASE64 = re.compile(rb"[A-Za-z0-9+/]{24,}={0,2}")
_TAG = re.compile(r"<[^>]*>")
_DEEPEST = 4
_START = "zq"
"""How every planted word starts, so that most texts need be searched but once."""


def found_in(content: bytes, words: Collection[str]) -> set[str]:
    """The words that a file tells in any way."""
    wanted = {word.casefold() for word in words}
    assert all(word.startswith(_START) for word in wanted)
    texts = (text for text in _told(content, _DEEPEST) if _START in text)
    return {word for text in texts for word in wanted if word in text}


def _told(content: bytes, depth: int) -> Iterator[str]:
    for encoding in ("utf-8", "utf-16-le", "utf-16-be", "latin-1"):
        yield from _unmarked(content.decode(encoding, "ignore"))
    yield from _unmarked(content[1:].decode("utf-16-le", "ignore"))
    if depth:
        for inner in _within(content):
            yield from _told(inner, depth - 1)


def _unmarked(text: str) -> Iterator[str]:
    for form in (text, _TAG.sub("", text), html.unescape(text), urllib.parse.unquote(text)):
        yield form.casefold()
        yield re.sub(r"\s+", "", form).casefold()


def _within(content: bytes) -> Iterator[bytes]:
    """What stands inside, packed or encoded."""
    if content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            yield archive.comment
            for entry in archive.infolist():
                yield b" ".join((entry.filename.encode(), entry.comment, entry.extra))
                yield archive.read(entry)
    for match in _STREAM.finditer(content):
        yield from _inflated(match.group(1))
    yield from _inflated(content)
    if content[:8] == b"\x89PNG\r\n\x1a\n":
        for match in re.finditer(rb"(?:zTXt|iTXt|iCCP)(.*?)(?=IDAT|IEND)", content, re.DOTALL):
            at = match.group(1).find(b"x\x9c")
            yield from _inflated(match.group(1)[max(at, 0) :])
    for match in _BASE64.finditer(content):
        whole = match.group().rstrip(b"=")
        whole = whole[: len(whole) - (len(whole) % 4 == 1)]
        yield base64.b64decode(whole + b"=" * (-len(whole) % 4))


def _inflated(packed: bytes) -> Iterator[bytes]:
    try:
        yield zlib.decompressobj().decompress(packed, 50_000_000)
    except zlib.error:
        return
