"""Text that knows where it comes from."""

from __future__ import annotations

from typing import Self


class Anchored(str):
    """Text with the name of its place in the data; what a filter makes of it has none.

    Attributes:
        anchor: The name; empty where it has none.
    """

    __slots__ = ("anchor",)
    anchor: str

    def __new__(cls, text: str, anchor: str = "") -> Self:
        """The text at a place of this name."""
        made = super().__new__(cls, text)
        made.anchor = anchor
        return made
