"""What Word and Markdown files have in common: passages, headings among them, and links."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.checks.rule import Fault
from octavo.shortening import quoted

if TYPE_CHECKING:
    from bluf.markings import Schemes
    from octavo.location import Location


class ProseBlock(Struct, frozen=True):
    """A paragraph, heading, list item or cell, as the reader sees it.

    Attributes:
        text: The visible text; code of a Markdown file is left out.
        locate: Gives the place of some of its words, and the line or text they stand in; asked
            only where there is a fault, since counting takes time.
        heading: Level of a heading, from 1; None for any other passage.
        pictured: Whether a heading holds a picture, so that it is not empty without text; no other
            passage is asked.
    """

    text: str
    locate: Callable[[str], tuple[Location, str]]
    heading: int | None = None
    pictured: bool = False

    def fault(self, message: str, hint: str, words: str = "") -> Fault:
        """A fault of this passage, or of some of its words."""
        location, excerpt = self.locate(words)
        return Fault(message, location, hint, excerpt)

    def faults(self, matches: Iterable[re.Match[str]], message: str, hint: str) -> Iterator[Fault]:
        """A fault for each match in the text; ``{}`` in the message stands for its words.

        A place that people cannot tell apart, as within a Word paragraph, is named once.
        """
        named: set[Location] = set()
        for match in matches:
            fault = self.fault(message.format(quoted(match.group())), hint, match.group())
            if fault.location not in named:
                named.add(fault.location)
                yield fault


class Hyperlink(Struct, frozen=True):
    """A link: what the reader sees, and the passage it stands in."""

    text: str
    passage: ProseBlock


class Prose(Struct, frozen=True):
    """A finished file, read as text; passages and links stand in the order of reading.

    Its markings are those of ``schemes``.
    """

    path: str
    passages: tuple[ProseBlock, ...]
    links: tuple[Hyperlink, ...]
    schemes: Schemes
