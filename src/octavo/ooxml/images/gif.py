"""GIF 89a: pictures, their palettes and how they move; no comments and no other extensions."""

from __future__ import annotations

_EXTENSION, _IMAGE, _TRAILER = 0x21, 0x2C, 0x3B
_CONTROL, _TEXT, _APPLICATION = 0xF9, 0x01, 0xFF
_LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")


def stripped(picture: bytes) -> bytes:
    """The picture without comments, application data and what follows its end."""
    at = 13 + _palette(picture[10])
    kept = [picture[:at]]
    while picture[at] != _TRAILER:
        start, block = at, picture[at]
        if block == _IMAGE:
            at = _behind_blocks(picture, at + 11 + _palette(picture[at + 9]))
            kept.append(picture[start:at])
        elif block == _EXTENSION:
            label = picture[at + 1]
            at = _behind_blocks(picture, at + 2)
            loops = label == _APPLICATION and picture[start + 3 : start + 14] in _LOOPS
            if label in {_CONTROL, _TEXT} or loops:
                kept.append(picture[start:at])
        else:
            raise ValueError
    return b"".join([*kept, b";"])


def _palette(flags: int) -> int:
    """Bytes of the palette that flags announce."""
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _behind_blocks(picture: bytes, at: int) -> int:
    while picture[at]:
        at += picture[at] + 1
    return at + 1
