"""The box of an element, as its style makes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.evidence.formats.html.values import length

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

NOTHING = frozenset({"none", "initial", "inherit", "auto", "normal", "unset", ""})
"""Values by which nothing is set."""


class Box(Struct, frozen=True):
    """The box of an element, as its style makes it."""

    tag: str
    values: Mapping[str, str]
    size: float
    inline: bool
    node: etree._Element

    def get(self, name: str) -> str:
        """The value of a property, empty where it is not set."""
        return self.values.get(name, "")

    def pixels(self, name: str, whole: float | None = None) -> float | None:
        """A length in pixels; None where it is none, or not known."""
        return length(self.get(name), self.size, whole) if self.get(name) else None

    @property
    def positioned(self) -> bool:
        """Whether its edges are set by ``left``, ``top`` and so on."""
        return self.get("position") in {"absolute", "fixed", "relative", "sticky"}

    @property
    def taken_out(self) -> bool:
        """Whether it stands outside the flow, so that a clip applies."""
        return self.get("position") in {"absolute", "fixed"}
