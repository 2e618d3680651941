"""Titles whose lines are of one length, and texts that leave no word alone on their last line.

Neither takes a line more. A title that grew takes back what costs it a line; where it has several,
they share its words. Where a text would end in a line of one word, its letters stand a hair closer
together or further apart.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection
from copy import deepcopy
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import bidirectional

from lxml.etree import _Element
from msgspec.structs import replace

from octavo.ooxml import RELATIONSHIP_BASE, in_place
from octavo.pages.boxes import Block, InlinePicture, Paragraph, Piece, boxes
from octavo.pages.lines import lines
from octavo.pages.measuring import Galley, Revised
from octavo.pages.paginate import Revision
from octavo.pages.reading import TextOptions, Unmeasurable
from octavo.pages.shaping import Box
from octavo.pages.tabulating import text_width
from octavo.pages.tags import VAL, W, value, whole

if TYPE_CHECKING:
    from octavo.ooxml import Package

_TRACKING = (-2, 2, -3, 3, -4, 4, 5, 6)
"""Twips between letters that are tried, in this order: at most 0.3 pt."""
_JOINED = {"R", "AL"}
"""Scripts whose letters join are not tracked."""
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


def balance(
    galley: Galley, titles: Collection[str], texts: Collection[str], *, least: Package
) -> Galley:
    """The file with titles that are balanced and texts that leave no word alone.

    Args:
        galley: A Word file.
        titles: Names of the styles of titles.
        texts: Names of the styles of texts.
        least: The file before its type grew: no title becomes smaller than there.

    Returns:
        What was given where nothing changes; what is not measured stays as it is.
    """
    document = galley.document
    page = _Page(galley, least)
    sheet = document.styles.sheet
    of_titles, of_texts = sheet.named(*titles), sheet.named(*texts)
    for element in document.body.iterchildren(W + "p"):
        style = document.styles.sheet.known(value(element.find(W + "pPr"), "pStyle"), "paragraph")
        if style in of_titles:
            page.settle_title(element, style)
        elif style in of_texts:
            page.settle_text(element)
    return page.balanced()


class _Page(Revision):
    """One file, and what is to change in it: indents, room between letters, sizes of styles."""

    def __init__(self, galley: Galley, least: Package) -> None:
        self._galley = galley
        self._document = galley.document
        self._paragraphs = _paragraphs(galley)
        super().__init__(galley.paginator.reading.renewed())
        self._options = TextOptions(galley.document.tab_distance, reading=self.reading.renewed())
        self._width = text_width(galley.document.root)
        self._sizes, self._least = _sizes(galley.package), _sizes(least)
        self._indents: dict[_Element, dict[str, int]] = {}
        self._tracked: dict[_Element, int] = {}
        self._taken: dict[str, int] = {}

    def _ragged(self, element: _Element) -> Ragged | None:
        """A paragraph of several lines; None for another, and for what is not measured."""
        try:
            paragraph = self._paragraphs.get(element) or self._by_itself(element)
            ragged = Ragged(paragraph, self._width, self._options)
            has_lines = ragged.count(slack=-0.01) > 1
        except Unmeasurable:
            return None
        plain = all(isinstance(atom, Box) for atom in ragged.paragraph.atoms)
        return ragged if plain and has_lines else None

    def _by_itself(self, element: _Element) -> Paragraph:
        """A paragraph that takes no room of the pages, such as one of the annex."""
        package = self._galley.package
        (body,) = package.parts[package.main].root.iterchildren(W + "body")
        return self._galley.beside.paragraph(body[self._at(element)])

    def _at(self, element: _Element) -> int:
        return self._document.body.index(element)

    def settle_title(self, element: _Element, style: str) -> None:
        """The largest size that takes least lines; and an indent by which they share the words."""
        ragged = self._ragged(element)
        if ragged is None:
            return
        size = self._sizes.get(style, 0)
        least = min(self._least.get(style, size), size)
        sized = {
            each: ragged._replace(scale=each / size if size else 1.0)
            for each in range(size, least - 1, -1)
        }
        taken = min(sized, key=lambda each: (sized[each].count(slack=-0.005), -each))
        self._taken |= {style: taken} if taken < size else {}
        indent = sized[taken].indent()
        if indent:
            form = ragged.paragraph.format
            left = indent // 2 if self._is_centred(element, style) else 0
            sides = {"right": form.right + indent - left}
            self._indents[element] = sides | ({"left": form.left + left} if left else {})

    def _is_centred(self, element: _Element, style: str) -> bool:
        places = [element, *reversed(self._document.styles.chain(style).values())]
        said = (value(place.find(W + "pPr"), "jc") for place in places)
        return next(filter(None, said), "") == "center"

    def settle_text(self, element: _Element) -> None:
        """The least room between its letters that leaves no word alone, where there is one."""
        ragged = self._ragged(element)
        if ragged is None or not ragged.leaves_a_word() or _is_joined(element):
            return
        count = ragged.count()
        for room in _TRACKING:
            other = ragged.tracked(room)
            if not other.leaves_a_word() and other.count() <= count:
                self._tracked[element] = room
                return

    def balanced(self) -> Galley:
        """The file with all of it; read again where a style is in another size."""
        if not (self._indents or self._tracked or self._taken):
            return self._galley
        package = self._package(self._galley.package)
        held = any(next(each.iter(W + "sdt"), None) is not None for each in self._tracked)
        if self._taken or held or not self._galley.paginator.reading.is_exact:
            return Galley(package, self._galley.figures)
        return Revised(self._galley, self, package)

    def _package(self, package: Package) -> Package:
        roots = {}
        if self._indents or self._tracked:
            roots[package.main] = root = deepcopy(package.parts[package.main].root)
            (body,) = root.iterchildren(W + "body")
            for element, sides in self._indents.items():
                _indent(body[self._at(element)], sides)
            for element, room in self._tracked.items():
                for run in body[self._at(element)].iter(W + "r"):
                    in_place(in_place(run, "rPr"), "spacing").set(VAL, str(room))
        if self._taken:
            (name, *_) = package.related(package.main, RELATIONSHIP_BASE + "styles")
            roots[name] = deepcopy(package.parts[name].root)
            _resize(roots[name], self._taken)
        return package.with_trees(roots)

    def block(self, block: Block) -> Block:
        """A block as it is read of the file with all of it."""
        if not isinstance(block, Paragraph):
            return block
        if block.element in self._indents:
            block = replace(block, format=replace(block.format, **self._indents[block.element]))
        if block.element in self._tracked:
            room = self._tracked[block.element]
            pieces = tuple(_spaced(piece, room) for piece in block.pieces)
            block = replace(block, pieces=pieces, atoms=boxes(pieces, self.reading))
        return block


def _spaced(piece: Piece, room: int) -> Piece:
    """A piece with so many twips between its letters."""
    if isinstance(piece, InlinePicture):
        return piece
    return replace(piece, format=replace(piece.format, spacing=room))


def _paragraphs(galley: Galley) -> dict[_Element, Paragraph]:
    """The paragraphs of the body as far as it is measured."""
    try:
        blocks = tuple(galley.paginator.blocks())
    except Unmeasurable:
        return {}
    return {block.element: block for block in blocks if isinstance(block, Paragraph)}


def _sizes(package: Package) -> dict[str, int]:
    """The type sizes that styles say, in half-points."""
    names = package.related(package.main, RELATIONSHIP_BASE + "styles")[:1]
    every = [style for name in names for style in package.parts[name].root.iterfind(W + "style")]
    said = {style.get(W + "styleId", ""): value(style.find(W + "rPr"), "sz") for style in every}
    return {style: whole(size) for style, size in said.items() if size}


def _is_joined(element: _Element) -> bool:
    text = "".join(each.text or "" for each in element.iter(W + "t"))
    return any(bidirectional(letter) in _JOINED for letter in text)


def _indent(paragraph: _Element, sides: dict[str, int]) -> None:
    indent = in_place(in_place(paragraph, "pPr"), "ind")
    for side, room in sides.items():
        indent.set(W + side, str(room))


def _resize(styles: _Element, sizes: dict[str, int]) -> None:
    for style in styles.iterfind(W + "style"):
        size = sizes.get(style.get(W + "styleId", ""))
        for each in style.iterfind(f"{W}rPr/*") if size else ():
            if each.tag in {W + "sz", W + "szCs"}:
                each.set(VAL, str(size))


def _taken(box: Box) -> float:
    return box.width + box.blank


def _wider(box: Box, room: int) -> Box:
    letters = sum(len(text) for text, _ in box.parts)
    blank = box.blank + room if box.blank else 0.0
    return box._replace(width=box.width + letters * room, blank=blank)
