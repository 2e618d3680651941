"""JPEG (ITU-T T.81): the segments that a picture is drawn from, and how it is turned."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from octavo.ooxml.images.icc import without_words
from octavo.ooxml.images.tiff import orientation

_FILL, _END, _SCAN, _COMMENT = 0xFF, 0xD9, 0xDA, 0xFE
_FIRST_APP, _LAST_APP = 0xE0, 0xEF
_BARE = frozenset((0x01, *range(0xD0, 0xD8)))
"""Markers without a length."""
_JFIF, _EXIF, _ICC, _ADOBE = b"JFIF\0", b"Exif\0\0", b"ICC_PROFILE\0", b"Adobe"
_JFIF_BYTES = 14
_UPRIGHT = 1


def stripped(picture: bytes) -> bytes:
    """The picture without comments, application data, previews and what follows its end."""
    kept: list[bytes] = []
    profile: list[bytes] = []
    for marker, whole, content in _segments(picture):
        if content.startswith(_ICC):
            profile.append(content)
        elif _FIRST_APP <= marker <= _LAST_APP:
            kept.append(_application(marker, content))
        elif marker != _COMMENT:
            kept.append(whole)
    return b"".join([b"\xff\xd8", *_profile(profile), *kept, b"\xff\xd9"])


def _segments(picture: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Each segment up to the end of the picture: its marker, all of it, and what it holds."""
    at, scanned = 2, False
    while not (scanned and at >= len(picture) - 1):  # some pictures lack the marker of their end
        while picture[at] == picture[at + 1] == _FILL:
            at += 1
        if picture[at] != _FILL:
            raise ValueError
        marker = picture[at + 1]
        if marker == _END:
            return
        if marker in _BARE:
            at += 2
            continue
        end = at + 2 + struct.unpack_from(">H", picture, at + 2)[0]
        content = picture[at + 4 : end]
        if marker == _SCAN:
            scanned, end = True, _scan_end(picture, end)
        yield marker, picture[at:end], content
        at = end


def _application(marker: int, content: bytes) -> bytes:
    """What stays of application data: density, the turn of the picture, how colours are coded."""
    if content.startswith(_JFIF):
        return _segment(marker, content[: _JFIF_BYTES - 2] + b"\0\0")
    if content.startswith(_ADOBE):
        return _segment(marker, content[:12])
    if content.startswith(_EXIF):
        turned = orientation(content[len(_EXIF) :])
        return b"" if turned in {None, _UPRIGHT} else _segment(marker, _EXIF + _only(turned or 1))
    return b""


def _only(turned: int) -> bytes:
    """EXIF data that says how the picture is turned, and nothing else."""
    entry = struct.pack("<HHIHH", 0x0112, 3, 1, turned, 0)
    return b"II*\0" + struct.pack("<IH", 8, 1) + entry + struct.pack("<I", 0)


def _profile(parts: list[bytes]) -> list[bytes]:
    """The colour profile, which may take several segments, without its words."""
    ordered = sorted(parts, key=lambda part: part[len(_ICC)])
    whole = without_words(b"".join(part[len(_ICC) + 2 :] for part in ordered)) if ordered else b""
    made, at = [], 0
    for part in ordered:
        size = len(part) - len(_ICC) - 2
        made.append(_segment(0xE2, part[: len(_ICC) + 2] + whole[at : at + size]))
        at += size
    return made


def _segment(marker: int, content: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content


def _scan_end(picture: bytes, at: int) -> int:
    """Where coded pixels end: at the next marker that does not stand within them."""
    while 0 <= (at := picture.find(b"\xff", at)) < len(picture) - 1:
        follows = picture[at + 1]
        if follows and follows not in _BARE and follows != _FILL:
            return at
        at += 1 if follows == _FILL else 2
    return len(picture)
