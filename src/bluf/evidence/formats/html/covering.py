"""Whether a box is laid over the text beside which it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.evidence.formats.html.colours import colour, colours_in
from bluf.evidence.formats.html.tags import PICTURES
from bluf.evidence.formats.html.values import length

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

    from bluf.evidence.formats.html.look import ElementLook

_CLEAR = 0.5
"""A ground of less opacity lets what is behind it be read."""
_SIDES = ("top", "right", "bottom", "left")
_LEAST = 30.0
"""Pixels: an empty box of this height and width may cover words."""


def covers(node: etree._Element | None, values: Mapping[str, str], look: ElementLook) -> bool:
    """Whether a box is laid over what stands before it, and hides it.

    Args:
        node: The element; None for a box that a style sheet puts there.
        values: Its style.
        look: How it looks; for a box that is put there, how its element does.
    """
    if look.unseen or look.hidden or not _is_opaque(node, values, look):
        return False
    position = values.get("position", "static")
    if position not in {"absolute", "fixed"}:
        moved = [length(values.get(name, "0"), look.size) or 0.0 for name in ("margin-top", "top")]
        lifted = moved[0] if position in {"static", "initial"} else sum(moved)
        return position in {"relative", "sticky"} and lifted <= -look.size
    edges = [values.get(side, "auto") for side in _SIDES]
    if all(edge.rstrip("px%") == "0" for edge in edges):
        return True
    sizes = [values.get("width", "auto"), values.get("height", "auto")]
    if all(size in {"100%", "100vw", "100vh"} for size in sizes):
        return True
    empty = node is None or not "".join(map(str, node.itertext())).strip()
    return empty and all((length(size, look.size, 400.0) or 0.0) >= _LEAST for size in sizes)


def _is_opaque(node: etree._Element | None, values: Mapping[str, str], look: ElementLook) -> bool:
    if node is not None and node.tag in PICTURES:
        return look.opacity > _CLEAR
    ground = colour(values.get("background-color", "transparent"))
    stops = colours_in(values.get("background-image", ""))
    painted = "url(" in values.get("background-image", "")
    alpha = max((each[3] for each in (ground, *stops) if each), default=0.0)
    return painted or alpha * look.opacity > _CLEAR
