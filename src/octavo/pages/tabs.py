"""Tab stops (ECMA-376 part 1, 17.3.1.37 and 17.15.1.25)."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from octavo.pages.formats import TabStop

if TYPE_CHECKING:
    from octavo.pages.formats import ParagraphFormat

_CLOSE = 0.5


class Stops:
    """The stops of one paragraph: its own, its left indent where it hangs, then default ones."""

    def __init__(self, paragraph: ParagraphFormat, distance: int) -> None:
        own = [stop for stop in paragraph.tabs if stop.kind != "num"]
        if paragraph.first < 0:
            own.append(TabStop(paragraph.left, "left"))
        self._own = sorted(own)
        self._distance = max(20, distance)

    def after(self, x: float) -> TabStop:
        """The first stop past ``x``."""
        at = bisect_right(self._own, x + _CLOSE, key=lambda stop: stop.position)
        if at < len(self._own):
            return self._own[at]
        return TabStop((int((x + _CLOSE) // self._distance) + 1) * self._distance, "default")
