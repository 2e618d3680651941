"""How text is set: what a document, or the question asked of it, changes for all paragraphs."""

from __future__ import annotations

from msgspec import Struct, field

from octavo.pages.obstacles import Unmeasurable
from octavo.pages.reading import End, Reading

MOST_STEPS = 3_000_000
"""What a layout may take: the text of the longest story that is measured, set twice."""
_STEPS_OF_A_PARAGRAPH = 10


class Work(Struct, eq=False):
    """Counts what is set, since headers and notes may be set again for every page layout."""

    steps: int = 0

    def spend(self, words: int) -> None:
        """Count a paragraph of so many words."""
        self.steps += words + _STEPS_OF_A_PARAGRAPH
        if self.steps > MOST_STEPS:
            raise Unmeasurable("text laid out again for too many page layouts")


class TextOptions(Struct, frozen=True):
    """How text is set.

    Attributes:
        tab_distance: Distance of default tab stops in twips.
        slack: How much wider than it is a line is taken to be, as a share; for the question
            whether an outcome hangs on a hair's breadth.
        last_after: How often the space after the last paragraph of a cell counts.
        keeps_slant: Whether the end of a line of slanted text is kept free.
        grid: Distance in twips of the lines of the page's grid; 0 where it has none.
        splits_page_break: Whether the mark of a paragraph stands behind the page break it ends in.
        hyphenates: Whether words may be broken at the end of a line (17.15.1.10).
        work: What was set so far.
        reading: How the document is read.
    """

    tab_distance: int = 720
    slack: float = 0.0
    last_after: int = 1
    keeps_slant: bool = False
    grid: int = 0
    splits_page_break: bool = False
    hyphenates: bool = False
    work: Work = field(default_factory=Work)
    reading: Reading = field(default_factory=lambda: Reading(End.GREATEST))
