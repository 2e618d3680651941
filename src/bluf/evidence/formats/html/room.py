"""Boxes that cut what does not fit: what stands below the cut, or beside it, is in doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.evidence.formats.html.values import extent

if TYPE_CHECKING:
    from bluf.evidence.formats.html.cascade import Style
    from bluf.evidence.formats.html.look import ElementLook

_CUT = frozenset({"hidden", "clip"})
_BESIDE = ("float", "position")
"""Properties that take a box out of the column of its siblings."""


class Room(Struct):
    """A box that cuts what it holds: its size, and how much of it is taken up."""

    height: float | None = None
    width: float | None = None
    used: float = 0.0

    def takes(self, style: Style, look: ElementLook) -> float:
        """Take up the space above the content of an element; how much is used before it."""
        self.used += sum(_pixels(style, look, name) for name in ("margin-top", "padding-top"))
        return self.used

    def left(self, before: float, style: Style, look: ElementLook, *, said: bool) -> None:
        """Take up the height of an element that has ended: its own, or that of a line it said."""
        if look.block and not any(name in style.values for name in _BESIDE):
            line = look.size if said and self.used == before else 0.0
            self.used = max(self.used, before + (_pixels(style, look, "height") or line))

    def doubt(self, style: Style, look: ElementLook) -> str:
        """Why an element that begins now may be cut off; empty where nothing says so."""
        if self.height is not None and self.used >= self.height:
            return "it stands below the place at which a box that holds it is cut"
        aside = sum(_pixels(style, look, name) for name in ("margin-left", "padding-left"))
        if self.width is not None and aside >= self.width:
            return "it stands beside the place at which a box that holds it is cut"
        return ""


def room(style: Style, look: ElementLook) -> Room | None:
    """The room of a box that cuts what it holds and says how large it is."""
    heights = [_pixels(style, look, name) for name in ("height", "max-height")]
    widths = [_pixels(style, look, name) for name in ("width", "max-width")]
    cuts = {name for name in ("overflow-x", "overflow-y") if style.values.get(name) in _CUT}
    found = Room(
        min(filter(None, heights), default=None) if "overflow-y" in cuts else None,
        min(filter(None, widths), default=None) if "overflow-x" in cuts else None,
    )
    return found if found.height or found.width else None


def _pixels(style: Style, look: ElementLook, name: str) -> float:
    return max(0.0, extent(style.values.get(name, "0"), look.size))
