"""The ragged edge of a paragraph: its lines in other widths, and how the last one ends."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from octavo.pages.lines import lines
from octavo.pages.shaping import Box

if TYPE_CHECKING:
    from octavo.pages.blocks import Paragraph
    from octavo.pages.text_options import TextOptions

_STEP = 20
"""Twips by which an indent is looked for."""
_SPARE = 0.02
"""Share of a line that is left free, so that another drawing of the same face has room."""
_SWAY = 0.004
"""Share by which lines may be wider or narrower without a word left alone."""
_LEAST_LAST = 1 / 12
"""The last line of a text is longer than one word, and than this share of a line."""


class Ragged(NamedTuple):
    """A paragraph of text alone, in a width of so many twips, its type ``scale`` times as large."""

    paragraph: Paragraph
    width: float
    options: TextOptions
    scale: float = 1.0

    def count(self, less: float = 0, slack: float = 0.0) -> int:
        """How many lines it takes where lines are shorter by so many twips."""
        form = self.paragraph.format
        sides = form.left + form.right
        wide = (self.width - less - sides) / self.scale + sides
        return len(lines(self.paragraph, wide, replace(self.options, slack=slack)))

    def indent(self) -> int:
        """By how much lines can be shorter, in twips, until they share the words without more."""
        count = self.count()
        if count == 1:
            return 0
        indents = range(0, int(self.width / 2), _STEP)
        more = bisect_left(indents, x=True, key=lambda less: self.count(less, -_SPARE) > count)
        return indents[max(more - 1, 0)]

    def leaves_a_word(self) -> bool:
        """Whether its last line is one word, or next to nothing."""
        if self.count(slack=-_SWAY) == 1:
            return False
        atoms, room = self._boxes(), self.width * _LEAST_LAST
        left = len(atoms) - 1
        end = _taken(atoms[left])
        while left and end + _taken(atoms[left - 1]) < room:
            left -= 1
            end += _taken(atoms[left])
        rest = self._replace(paragraph=replace(self.paragraph, atoms=atoms[:left]))
        return any(rest.count(slack=each) < self.count(slack=each) for each in (-_SWAY, 0, _SWAY))

    def _boxes(self) -> tuple[Box, ...]:
        return tuple(atom for atom in self.paragraph.atoms if isinstance(atom, Box))

    def tracked(self, room: int) -> Ragged:
        """The same with so many twips more between letters."""
        atoms = tuple(_wider(box, room) for box in self._boxes())
        return self._replace(paragraph=replace(self.paragraph, atoms=atoms))


def _taken(box: Box) -> float:
    return box.width + box.blank


def _wider(box: Box, room: int) -> Box:
    letters = sum(len(text) for text, _ in box.parts)
    blank = box.blank + room if box.blank else 0.0
    return box._replace(width=box.width + letters * room, blank=blank)
