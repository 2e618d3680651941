"""TIFF 6.0: what a picture is drawn from stays in its place; all other bytes are blanked."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from msgspec import Struct

_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
"""Bytes of a value by its type."""
_INSIDE = 4
"""Values of so many bytes stand in the entry itself."""
_ORIENTATION = 0x0112
_DRAWN = frozenset(
    (
        *(254, 255, 256, 257, 258, 259, 262, 263, 264, 265, 266, 273, 274, 277, 278, 279, 280),
        *(281, 282, 283, 284, 290, 291, 292, 293, 296, 301, 317, 318, 319, 320, 321, 322, 323),
        *(324, 325, 332, 334, 336, 338, 339, 340, 341, 347, 512, 513, 514, 515, 517, 518, 519),
        *(520, 521, 529, 530, 531, 532),
    )
)
"""Tags that say how the pixels stand (section 8 and following)."""
_PLACES = {273: 279, 324: 325, 513: 514}
"""Tags that say where pixels stand, each with the one that says how many bytes they take."""
_MOST_DIRECTORIES = 1000


class TiffEntry(Struct, frozen=True):
    """An entry of a directory: where it stands, and where its values do."""

    at: int
    tag: int
    kind: int
    count: int
    start: int

    @property
    def size(self) -> int:
        """Bytes of its values."""
        return _SIZES[self.kind] * self.count


def orientation(exif: bytes) -> int | None:
    """How a picture is turned, by its EXIF data; None where that says nothing."""
    order = _order(exif)
    _, entries = next(_directories(exif, order))
    said = [entry for entry in entries if entry.tag == _ORIENTATION]
    return _values(exif, order, said[0])[0] if said else None


def stripped(picture: bytes) -> bytes:
    """The picture with all blanked that it is not drawn from, up to its end."""
    order = _order(picture)
    kept, last = bytearray(len(picture)), 8
    kept[:8] = picture[:8]
    for start, end in _drawn(picture, order):
        if end > len(picture):
            raise ValueError
        kept[start:end] = picture[start:end]
        last = max(last, end)
    for _, entries in _directories(picture, order):
        for entry in entries:
            if entry.tag not in _DRAWN:
                kept[entry.at + 2 : entry.at + 12] = struct.pack(f"{order}HII", 4, 1, 0)
    return bytes(kept[:last])


def _drawn(picture: bytes, order: str) -> Iterator[tuple[int, int]]:
    """Where everything stands that the picture is drawn from: directories, values, pixels."""
    for start, entries in _directories(picture, order):
        yield start, start + 2 + 12 * len(entries) + 4
        known = {entry.tag: entry for entry in entries if entry.tag in _DRAWN}
        for entry in known.values():
            yield entry.start, entry.start + entry.size
            sizes = known.get(_PLACES.get(entry.tag, 0))
            if sizes is not None:
                places = _values(picture, order, entry)
                pairs = zip(places, _values(picture, order, sizes), strict=True)
                yield from ((place, place + size) for place, size in pairs)


def _order(data: bytes) -> str:
    if data[:2] not in {b"II", b"MM"}:
        raise ValueError
    return "<" if data[:2] == b"II" else ">"


def _directories(data: bytes, order: str) -> Iterator[tuple[int, list[TiffEntry]]]:
    (start,) = struct.unpack_from(f"{order}I", data, 4)
    for _ in range(_MOST_DIRECTORIES):
        if not start:
            return
        (count,) = struct.unpack_from(f"{order}H", data, start)
        yield start, [_entry(data, order, start + 2 + 12 * number) for number in range(count)]
        (start,) = struct.unpack_from(f"{order}I", data, start + 2 + 12 * count)
    raise ValueError


def _entry(data: bytes, order: str, at: int) -> TiffEntry:
    tag, kind, count, start = struct.unpack_from(f"{order}HHII", data, at)
    if kind not in _SIZES:
        raise ValueError
    size = _SIZES[kind] * count
    start = at + 8 if size <= _INSIDE else start
    if start + size > len(data):
        raise ValueError
    return TiffEntry(at, tag, kind, count, start)


def _values(data: bytes, order: str, entry: TiffEntry) -> tuple[int, ...]:
    letter = {1: "B", 3: "H", 4: "I"}[entry.kind]
    return struct.unpack_from(f"{order}{entry.count}{letter}", data, entry.start)
