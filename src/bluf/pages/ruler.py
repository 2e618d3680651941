"""How text is set: what a document, or the question asked of it, changes for all paragraphs."""

from __future__ import annotations

from msgspec import Struct


class Ruler(Struct, frozen=True):
    """How text is set.

    Attributes:
        tab_distance: Distance of default tab stops in twips.
        slack: How much wider than it is a line is taken to be, as a share; for the question
            whether an outcome hangs on a hair's breadth.
        last_after: How often the space after the last paragraph of a cell counts.
        keeps_slant: Whether the end of a line of slanted text is kept free.
    """

    tab_distance: int = 720
    slack: float = 0.0
    last_after: int = 1
    keeps_slant: bool = False
