"""Taking elements out of a part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from lxml import etree


class Removal(Struct, frozen=True):
    """A text that is about to be left out; its element still stands where it stood."""

    element: etree._Element
    message: str
