"""Where the paragraphs of a text begin and end: no quotation mark is closed in another one."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from octavo.location import PageLocation, TextLocation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.evidence import SourceText
    from octavo.location import Location

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")


def paragraphs(text: SourceText) -> Iterator[tuple[int, int]]:
    """The stretches of the paragraphs, in order; together they are the whole text.

    In plain text and on the pages of a PDF a blank line ends one; elsewhere each block is one.
    """
    ends = {match.end() for match in _BLANK_LINE.finditer(text.text)}
    ends.update(offset for offset, _ in text.edges)
    begun = zip(text.starts, text.places, strict=False)
    for (_, before), (start, place) in pairwise(begun):
        if _is_another(before, place) and text.text[start - 1] == "\n":
            ends.add(start)
    yield from pairwise(sorted({0, *ends, len(text.text)}))


def _is_another(before: Location, place: Location) -> bool:
    """Whether a paragraph lies between two places that follow each other."""
    if isinstance(before, TextLocation) and isinstance(place, TextLocation):
        return place.line > before.line + 1
    return not isinstance(place, PageLocation) and before != place
