"""A text file as lines, so that an offset becomes a place and a place becomes a line."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from msgspec import Struct

from bluf.characters import masked
from bluf.data import limits
from bluf.rules import finding
from octavo.finding import Finding
from octavo.location import TextLocation

_LINE_END = re.compile(r"\r\n|\n|\r")


class Lines(Struct, frozen=True, dict=True):
    """The text of one file; lines end in LF, CR LF or CR, as editors count them."""

    path: str
    text: str

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each line starts."""
        return (0, *(match.end() for match in _LINE_END.finditer(self.text)))

    def locate(self, offset: int) -> TextLocation:
        """Line and column of a character, by its offset from 0."""
        line = bisect_right(self.starts, offset)
        return TextLocation(self.path, line, offset - self.starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """The line as it stands, without its end, up to `limits.EXCERPT` characters.

        Characters that no terminal should see are masked, one for one: columns stay true.
        """
        if not 1 <= number <= len(self.starts):
            return ""
        start = self.starts[number - 1]
        end = _LINE_END.search(self.text, start, start + limits.EXCERPT)
        return masked(self.text[start : end.start() if end else start + limits.EXCERPT])

    def fault(self, rule: str, message: str, at: int | TextLocation, hint: str = "") -> Finding:
        """A finding at an offset or a place of the text, with the line that stands there."""
        place = self.locate(at) if isinstance(at, int) else at
        return finding(rule, message, place, hint, self.line(place.line))
