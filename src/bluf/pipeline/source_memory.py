"""The text of long sources in the user's cache folder, by the sums of their files."""

from __future__ import annotations

import hashlib
import zlib
from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.pipeline.snapshot import programs
from bluf.pipeline.store import Store

if TYPE_CHECKING:
    from pathlib import Path

MOST_BYTES = 128 * 1024 * 1024
"""No text of a source takes as much; what is larger once unpacked is not read."""
_FAST = 1
_SUM = hashlib.sha256().digest_size


class KeptTexts(Struct, frozen=True):
    """What was read of sources before. Its readers decode it as data alone: nothing in it acts."""

    store: Store

    def recall(self, data: bytes) -> bytes | None:
        """What was kept of these bytes; None where nothing was, or where it is not whole."""
        kept = self.store.read(_name(data))
        if kept is None or hashlib.sha256(kept[_SUM:]).digest() != kept[:_SUM]:
            return None
        unpacker = zlib.decompressobj()
        try:
            content = unpacker.decompress(kept[_SUM:], MOST_BYTES)
        except zlib.error:
            return None
        return content if unpacker.eof else None

    def keep(self, data: bytes, content: bytes) -> None:
        """Keep what was made of these bytes."""
        packed = zlib.compress(content, _FAST)
        self.store.write(_name(data), hashlib.sha256(packed).digest() + packed)


def kept_texts(cache: Path | None, *, is_open: bool) -> KeptTexts | None:
    """The memory for the sources of a brief; none for one that not everybody may read."""
    return KeptTexts(Store(cache)) if cache is not None and is_open else None


def _name(data: bytes) -> str:
    found = hashlib.sha256(f"source\0{programs()}\0".encode())
    found.update(data)
    return found.hexdigest()
