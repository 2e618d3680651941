"""How a document is read: at which end of what is not known exactly, and what that was.

What has no figures (a font, a sign, a construct) has a least and a greatest extent. A document that
holds such a thing is read at both ends: where it keeps to its limit even at the greatest, or runs
over even at the least, the verdict stands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from lxml.etree import _Element
from msgspec import Struct, field

if TYPE_CHECKING:
    from octavo.pages.formats import RunFormat

Extent = TypeVar("Extent")
_PART_WAYS = (
    *("a page break before a ", "page breaks in a row", "a style based on one that is missing"),
    *("an endnote", "a tracked deletion", "a drawing in a cell that no text runs around"),
    *("text raised or lowered by a distance", "a content control of plain text"),
    *("a table with spaced cells", "a hidden line break"),
    *("the mark of an empty paragraph in a character style",),
    *("the font “a font of a theme that is not there”", "the character “"),
    *("a list label higher than its text",),
)
"""How the names of constructs begin that Word and LibreOffice lay out differently."""
MOST_STEPS = 3_000_000
"""What a layout may take: the text of the longest story that is measured, set twice."""
_STEPS_OF_A_PARAGRAPH = 10


class Unmeasurable(Exception):  # noqa: N818 - not a fault of anybody's: it becomes a verdict
    """A construct outside the allow-list; a galley turns it into *cannot tell*.

    Attributes:
        construct: What it is, as a noun phrase.
        element: The element that stands for it; None for the document as a whole.
    """

    def __init__(self, construct: str, element: _Element | None = None) -> None:
        self.construct = construct
        self.element = element
        super().__init__(construct)


class End(StrEnum):
    """An end of what is not known exactly."""

    LEAST = "least"
    GREATEST = "greatest"


class Doubt(NamedTuple):
    """A construct with bounds in place of figures, and where it stands."""

    construct: str
    element: _Element | None


class Reading:
    """One reading of a document.

    Attributes:
        without: The family of stand-ins that is taken to be missing; none where it is empty.
        theme: Fonts of the theme by ``major``, ``minorEastAsia`` and the like.
        core: Properties of the file, such as its title, by name.
        sums_space: Whether space between paragraphs adds up.
        at: The paragraph that is being read, for naming the place of a doubt.
    """

    def __init__(
        self,
        end: End,
        figures: tuple[Path, ...] = (),
        theme: Mapping[str, str] | None = None,
        core: Mapping[str, str] | None = None,
        without: str = "",
    ) -> None:
        self.end = end
        self.figures = figures
        self.without = without
        self.theme = {} if theme is None else theme
        self.core = {} if core is None else core
        self.sums_space = False
        self.at: _Element | None = None
        self._counts: Counter[str] = Counter()
        self._first: dict[str, Doubt] = {}
        self._noted: dict[str, Doubt] = {}

    def renewed(self) -> Reading:
        """The same, before anything was met."""
        other = Reading(self.end, self.figures, self.theme, self.core, self.without)
        other.sums_space = self.sums_space
        return other

    @property
    def is_greatest(self) -> bool:
        """Whether it is read at the cautious end."""
        return self.end is End.GREATEST

    def doubt(self, construct: str, element: _Element | None = None) -> None:
        """Note that something was met that has bounds only."""
        self._counts[construct] += 1
        if construct not in self._first:
            self._first[construct] = Doubt(construct, self.at if element is None else element)

    def either(
        self, least: Extent, greatest: Extent, construct: str, element: _Element | None = None
    ) -> Extent:
        """The extent at this end of a construct; a doubt only where the ends differ."""
        if least != greatest:
            self.doubt(construct, element)
        return greatest if self.is_greatest else least

    def at_most(self, construct: str, element: _Element | None = None) -> bool:
        """Whether a construct counts: at the greatest end alone."""
        self.doubt(construct, element)
        return self.is_greatest

    def at_least(self, construct: str, element: _Element | None = None) -> bool:
        """Whether a construct counts: at the least end alone."""
        return not self.at_most(construct, element)

    def either_format(
        self, one: RunFormat, other: RunFormat, construct: str, element: _Element | None = None
    ) -> RunFormat:
        """The smaller type at the least end, the larger at the greatest."""
        least, greatest = sorted((one, other), key=lambda run: (run.size, run.caps, run.bold))
        return self.either(least, greatest, construct, element)

    def note(self, construct: str, element: _Element | None = None) -> None:
        """Note what LibreOffice is known to lay out otherwise than Word, and bounds do not hold."""
        if construct not in self._noted:
            self._noted[construct] = Doubt(construct, element)

    @property
    def differences(self) -> tuple[Doubt, ...]:
        """What Word and LibreOffice lay out differently, each where it stands first."""
        met = [doubt for name, doubt in self._first.items() if name.startswith(_PART_WAYS)]
        return (*met, *self._noted.values())

    def counted(self, beginning: str) -> int:
        """How many constructs with bounds there are whose name begins so."""
        return sum(construct.startswith(beginning) for construct in self._counts)

    @property
    def is_exact(self) -> bool:
        """Whether nothing was met so far that has bounds only."""
        return not self._counts

    @property
    def main_doubt(self) -> Doubt | None:
        """What was met most often, and where first; None where all is known exactly."""
        most = self._counts.most_common(1)
        return self._first[most[0][0]] if most else None


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
