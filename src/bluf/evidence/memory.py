"""What was read of a source before, so that a long one need not be read again."""

from __future__ import annotations

from typing import Protocol


class SourceMemory(Protocol):
    """Keeps what readers made of the bytes of a source."""

    def recall(self, data: bytes) -> bytes | None:
        """What was kept of these very bytes by this very program; None where nothing was."""

    def keep(self, data: bytes, content: bytes) -> None:
        """Keep what was made of these bytes."""
