"""The box of an element, as its style makes it."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree
from msgspec import Struct

from bluf.evidence.formats.html.values import length

NOTHING = frozenset({"none", "initial", "inherit", "auto", "normal", "unset", ""})
"""Values by which nothing is set."""


THIN, LINE = 4.0, 900.0
"""Pixels: a box of this height shows no word; a line of text is so wide, roughly."""
LEAST_LINE, STROKE = 0.8, 0.15
"""Of the size of letters: a lower line cuts them; a thicker stroke covers them."""
Point = tuple[float | None, float | None]
"""Pixels to the right and down from the corner of the page; None where it is not known."""
NOWHERE: Point = (None, None)


class ContainingBlock(Struct, frozen=True):
    """Where the content of an element stands.

    Attributes:
        flow: Where it begins.
        held: From where a box in it is measured that is placed absolutely.
        window: From where one is that is fixed.
        aligned: Whether its lines begin at their left edge.
        height: Its own, in pixels, if that is given.
    """

    flow: Point = NOWHERE
    held: Point = NOWHERE
    window: Point = NOWHERE
    aligned: bool = True
    height: float | None = None


PAGE = ContainingBlock((0.0, 0.0), (0.0, 0.0), (0.0, 0.0))


class Box(Struct, frozen=True):
    """The box of an element, as its style makes it; ``above`` is the containing block around it."""

    tag: str
    values: Mapping[str, str]
    size: float
    inline: bool
    node: etree._Element
    above: ContainingBlock = ContainingBlock()

    def get(self, name: str) -> str:
        """The value of a property, empty where it is not set."""
        return self.values.get(name, "")

    def pixels(self, name: str, whole: float | None = None) -> float | None:
        """A length in pixels; None where it is none, or not known."""
        return length(self.get(name), self.size, whole) if self.get(name) else None

    @property
    def written(self) -> float:
        """How long its text is in one line, roughly."""
        return sum(len(text.strip()) for text in self.node.itertext()) * self.size * 0.45

    @property
    def positioned(self) -> bool:
        """Whether its edges are set by ``left``, ``top`` and so on."""
        return self.get("position") in {"absolute", "fixed", "relative", "sticky"}

    @property
    def taken_out(self) -> bool:
        """Whether it stands outside the flow, so that a clip applies."""
        return self.get("position") in {"absolute", "fixed"}
