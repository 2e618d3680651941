"""What the reader and its child process say to each other."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

Box = tuple[float, float, float, float]
"""Left, bottom, right and top, in points from the lower left corner."""


class Open(Struct, frozen=True, tag=True):
    """Take this file in the place of any other."""

    data: bytes


class ReadPage(Struct, frozen=True, tag=True):
    """Give the lines of a page; pages count from 0."""

    page: int


class Look(Struct, frozen=True, tag=True):
    """See whether these characters of a page show."""

    page: int
    indexes: tuple[int, ...]


class Opened(Struct, frozen=True, tag=True):
    """The file is open, or why it is not."""

    pages: int = 0
    fault: str = ""


class PageLine(Struct, frozen=True, eq=False):
    """A line of a page, as it is displayed.

    Attributes:
        text: Its characters; `LINE_HYPHEN` where a hyphen ends it.
        indexes: The number of each character on its page, -1 where it was put in; of characters
            that follow each other there, the first number alone.
        left: Where it begins, in points from the left edge of the page.
        bottom: Where its letters end below, from the lower edge.
        right: Where it ends.
        size: The height of its letters.
        row: What PDFium takes for one line has one number; a wide gap may part it.
        marks: Spans of ``text`` that are marks of notes.
    """

    text: str
    indexes: tuple[int, ...]
    left: float
    bottom: float
    right: float
    size: float
    row: int
    marks: tuple[tuple[int, int], ...] = ()

    @property
    def numbers(self) -> Sequence[int]:
        """The number of each character."""
        first = self.indexes[0]
        single = len(self.indexes) < len(self.text)
        return range(first, first + len(self.text)) if single else self.indexes


class PageLines(Struct, frozen=True, tag=True):
    """The lines of a page, and its height in points."""

    lines: tuple[PageLine, ...]
    height: float


class InkVerdict(Struct, frozen=True, tag=True):
    """What the eye makes of some characters: why they are hidden, in doubt, or worth a remark."""

    hidden: str = ""
    doubt: str = ""
    remark: str = ""


class Failed(Struct, frozen=True, tag=True):
    """The page cannot be read."""


Request = Open | ReadPage | Look
Reply = Opened | PageLines | InkVerdict | Failed
