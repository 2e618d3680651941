"""PNG, WebP, GIF, EMF, BMP and SVG: what a picture is drawn from, block by block.

Sources: ISO/IEC 15948 (PNG), RFC 9649 (WebP), GIF 89a, MS-EMF.
"""

from __future__ import annotations

import struct
import zlib

from lxml import etree

from octavo.ooxml.images.icc import without_words

_PNG_SIGNATURE = 8
_PNG_KEPT = frozenset(
    b"IHDR PLTE IDAT IEND tRNS cHRM gAMA sBIT sRGB bKGD pHYs cICP mDCv cLLi iCCP acTL fcTL"
    b" fdAT".split()
)


def png(picture: bytes) -> bytes:
    """A PNG without texts, times, EXIF, unknown chunks and what follows its end."""
    kept = [picture[:_PNG_SIGNATURE]]
    at, kind = _PNG_SIGNATURE, b""
    while kind != b"IEND":
        length, kind = struct.unpack_from(">I4s", picture, at)
        end = at + 12 + length
        if end > len(picture):
            raise ValueError
        if kind in _PNG_KEPT:
            chunk = picture[at:end]
            kept.append(_png_profile(chunk[8:-4]) if kind == b"iCCP" else chunk)
        at = end
    return b"".join(kept)


def _png_profile(content: bytes) -> bytes:
    """A colour profile without its name and its words."""
    packed = content[content.index(b"\0") + 2 :]
    data = b"icc\0\0" + zlib.compress(without_words(zlib.decompress(packed)), 9)
    body = b"iCCP" + data
    return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))


_WEBP_KEPT = frozenset((b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"))
_WEBP_TOLD = 0b0000_1100
"""Flags that announce EXIF and XMP data."""


def webp(picture: bytes) -> bytes:
    """A WebP picture without EXIF, XMP, unknown chunks and what follows its end."""
    _, size, form = struct.unpack_from("<4sI4s", picture)
    if form != b"WEBP" or size + 8 > len(picture):
        raise ValueError
    kept, at = [], 12
    while at + 8 <= size + 8:
        kind, length = struct.unpack_from("<4sI", picture, at)
        content = picture[at + 8 : at + 8 + length]
        if kind in _WEBP_KEPT:
            kept.append(_webp_chunk(kind, content))
        at += 8 + length + length % 2
    body = b"WEBP" + b"".join(kept)
    return struct.pack("<4sI", b"RIFF", len(body)) + body


def _webp_chunk(kind: bytes, content: bytes) -> bytes:
    if kind == b"VP8X":
        content = bytes([content[0] & ~_WEBP_TOLD]) + content[1:]
    elif kind == b"ICCP":
        content = without_words(content)
    return struct.pack("<4sI", kind, len(content)) + content + b"\0" * (len(content) % 2)


_GIF_EXTENSION, _GIF_IMAGE, _GIF_TRAILER = 0x21, 0x2C, 0x3B
_GIF_CONTROL, _GIF_TEXT, _GIF_APPLICATION = 0xF9, 0x01, 0xFF
_GIF_LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")


def gif(picture: bytes) -> bytes:
    """A GIF without comments, application data and what follows its end."""
    at = 13 + _gif_palette(picture[10])
    kept = [picture[:at]]
    while picture[at] != _GIF_TRAILER:
        start, block = at, picture[at]
        if block == _GIF_IMAGE:
            at = _behind_blocks(picture, at + 11 + _gif_palette(picture[at + 9]))
            kept.append(picture[start:at])
        elif block == _GIF_EXTENSION:
            label = picture[at + 1]
            at = _behind_blocks(picture, at + 2)
            loops = label == _GIF_APPLICATION and picture[start + 3 : start + 14] in _GIF_LOOPS
            if label in {_GIF_CONTROL, _GIF_TEXT} or loops:
                kept.append(picture[start:at])
        else:
            raise ValueError
    return b"".join([*kept, b";"])


def _gif_palette(flags: int) -> int:
    """Bytes of the palette that flags announce."""
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _behind_blocks(picture: bytes, at: int) -> int:
    while picture[at]:
        at += picture[at] + 1
    return at + 1


_EMF_SIGNATURE, _EMF_HEADER, _EMF_COMMENT = b" EMF", 1, 70
_EMF_RECORD = 8
"""Bytes that a record has at least: its kind and its length."""
_EMF_DRAWN = (b"EMF+", b"GDIC")
"""Comments that programs draw from."""


def emf(picture: bytes) -> bytes:
    """An EMF with its description and private comments blanked, up to its end."""
    if picture[40:44] != _EMF_SIGNATURE:
        raise ValueError
    (size,) = struct.unpack_from("<I", picture, 48)
    letters, offset = struct.unpack_from("<II", picture, 60)
    kept = bytearray(picture[:size])
    if len(kept) < size:
        raise ValueError
    kept[offset : offset + 2 * letters] = bytes(2 * letters)
    at = 0
    while at < size:
        kind, length = struct.unpack_from("<II", kept, at)
        if length < _EMF_RECORD:
            raise ValueError
        if kind == _EMF_COMMENT and bytes(kept[at + 12 : at + 16]) not in _EMF_DRAWN:
            kept[at + 12 : at + length] = bytes(length - 12)
        at += length
    return bytes(kept)


_BMP_HEADER = 14
"""Bytes."""


def bmp(picture: bytes) -> bytes:
    """A BMP without what follows its end."""
    (size,) = struct.unpack_from("<I", picture, 2)
    if not _BMP_HEADER < size <= len(picture):
        raise ValueError
    return picture[:size]


_SVG = "http://www.w3.org/2000/svg"
_SVG_DRAWN = frozenset(
    (_SVG, "http://www.w3.org/1999/xlink", "http://www.w3.org/XML/1998/namespace")
)
_SVG_TOLD = frozenset(f"{{{_SVG}}}{name}" for name in ("metadata", "script", "foreignObject"))


def svg(picture: bytes) -> bytes:
    """An SVG with the elements and attributes of SVG alone, and no metadata."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(picture, parser)
    except etree.XMLSyntaxError:
        raise ValueError from None
    for element in list(root.iter(etree.Element)):
        if element.tag in _SVG_TOLD or _space(str(element.tag)) not in _SVG_DRAWN:
            parent = element.getparent()
            if parent is None:
                raise ValueError
            parent.remove(element)
            continue
        for name in list(element.attrib):
            space = _space(str(name))
            if (space and space not in _SVG_DRAWN) or str(name).startswith("data-"):
                del element.attrib[name]
    etree.cleanup_namespaces(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _space(name: str) -> str:
    return name[1:].partition("}")[0] if name.startswith("{") else ""
