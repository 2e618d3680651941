"""How the stages of measuring say that they met something they do not know."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element


class Unmeasurable(Exception):  # noqa: N818 - not a fault of anybody's: it becomes a verdict
    """A construct outside the allow-list; ``measure`` turns it into *cannot tell*.

    Attributes:
        construct: What it is, as a noun phrase.
        element: The element that stands for it; None for the document as a whole.
    """

    def __init__(self, construct: str, element: _Element | None = None) -> None:
        self.construct = construct
        self.element = element
        super().__init__(construct)
