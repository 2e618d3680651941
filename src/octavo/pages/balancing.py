"""Titles whose lines are of one length, and texts that leave no word alone on their last line.

Neither takes a line more. A title that grew takes back what costs it a line; where it has several,
they share its words. Where a text would end in a line of one word, its letters stand a hair closer
together or further apart.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING
from unicodedata import bidirectional

from octavo.ooxml import RELATIONSHIP_BASE, in_place
from octavo.pages.document import Document
from octavo.pages.obstacles import Unmeasurable
from octavo.pages.ragged import Ragged
from octavo.pages.shaping import Box
from octavo.pages.story import StoryReader
from octavo.pages.styles import style_name
from octavo.pages.tabulating import text_width
from octavo.pages.tags import VAL, W, value, whole
from octavo.pages.text_options import TextOptions

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from lxml.etree import _Element

    from octavo.ooxml import Package

_TRACKING = (-2, 2, -3, 3, -4, 4, 5, 6)
"""Twips between letters that are tried, in this order: at most 0.3 pt."""
_JOINED = {"R", "AL"}
"""Scripts whose letters join are not tracked."""


def balance(
    package: Package,
    titles: Collection[str],
    texts: Collection[str],
    *,
    least: Package,
    figures: tuple[Path, ...] = (),
) -> Package:
    """The file with titles that are balanced and texts that leave no word alone.

    Args:
        package: A Word file.
        titles: Names of the styles of titles.
        texts: Names of the styles of texts.
        least: The file before its type grew: no title becomes smaller than there.
        figures: Files with the figures of further fonts.

    Returns:
        The package itself where nothing changes; what is not measured stays as it is.
    """
    document = Document(package, figures=figures)
    page = _Page(document, least)
    sheet = document.styles.sheet
    of_titles, of_texts = sheet.named(*titles), sheet.named(*texts)
    for at, element in enumerate(document.body):
        if element.tag != W + "p":
            continue
        style = document.styles.known(style_name(element.find(W + "pPr"), "pStyle"), "paragraph")
        if style in of_titles:
            page.settle_title(at, element, style)
        elif style in of_texts:
            page.settle_text(at, element)
    return page.changed(package)


class _Page:
    """One file, and what is to change in it: indents, room between letters, sizes of styles."""

    def __init__(self, document: Document, least: Package) -> None:
        self._document = document
        self._reader = StoryReader(document.styles, document.numbering, {})
        self._width = text_width(document.root)
        self._sizes = _sizes(document.related("styles"))
        self._least = _sizes(Document(least).related("styles"))
        self._indents: dict[int, dict[str, int]] = {}
        self._tracked: dict[int, int] = {}
        self._taken: dict[str, int] = {}

    def _ragged(self, element: _Element) -> Ragged | None:
        """A paragraph of several lines; None for another, and for what is not measured."""
        document = self._document
        options = TextOptions(document.tab_distance, reading=document.reading)
        try:
            ragged = Ragged(self._reader.paragraph(element), self._width, options)
            has_lines = ragged.count(slack=-0.01) > 1
        except Unmeasurable:
            return None
        plain = all(isinstance(atom, Box) for atom in ragged.paragraph.atoms)
        return ragged if plain and has_lines else None

    def settle_title(self, at: int, element: _Element, style: str) -> None:
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
            self._indents[at] = sides | ({"left": form.left + left} if left else {})

    def _is_centred(self, element: _Element, style: str) -> bool:
        places = [element, *reversed(self._document.styles.chain(style).values())]
        said = (value(place.find(W + "pPr"), "jc") for place in places)
        return next(filter(None, said), "") == "center"

    def settle_text(self, at: int, element: _Element) -> None:
        """The least room between its letters that leaves no word alone, where there is one."""
        ragged = self._ragged(element)
        if ragged is None or not ragged.leaves_a_word() or _is_joined(element):
            return
        count = ragged.count()
        for room in _TRACKING:
            other = ragged.tracked(room)
            if not other.leaves_a_word() and other.count() <= count:
                self._tracked[at] = room
                return

    def changed(self, package: Package) -> Package:
        """The file with all of it."""
        roots = {}
        if self._indents or self._tracked:
            roots[package.main] = root = deepcopy(package.parts[package.main].root)
            (body,) = root.iterchildren(W + "body")
            for at, sides in self._indents.items():
                _indent(body[at], sides)
            for at, room in self._tracked.items():
                _track(body[at], room)
        if self._taken:
            (name, *_) = package.related(package.main, RELATIONSHIP_BASE + "styles")
            roots[name] = deepcopy(package.parts[name].root)
            _resize(roots[name], self._taken)
        return package.with_trees(roots) if roots else package


def _sizes(styles: _Element | None) -> dict[str, int]:
    """The type sizes that styles say, in half-points."""
    every = () if styles is None else styles.iterfind(W + "style")
    said = {style.get(W + "styleId", ""): value(style.find(W + "rPr"), "sz") for style in every}
    return {style: whole(size) for style, size in said.items() if size}


def _is_joined(element: _Element) -> bool:
    text = "".join(each.text or "" for each in element.iter(W + "t"))
    return any(bidirectional(letter) in _JOINED for letter in text)


def _indent(paragraph: _Element, sides: dict[str, int]) -> None:
    indent = in_place(in_place(paragraph, "pPr"), "ind")
    for side, room in sides.items():
        indent.set(W + side, str(room))


def _track(paragraph: _Element, room: int) -> None:
    for run in paragraph.iter(W + "r"):
        in_place(in_place(run, "rPr"), "spacing").set(VAL, str(room))


def _resize(styles: _Element, sizes: dict[str, int]) -> None:
    for style in styles.iterfind(W + "style"):
        size = sizes.get(style.get(W + "styleId", ""))
        for each in style.iterfind(f"{W}rPr/*") if size else ():
            if each.tag in {W + "sz", W + "szCs"}:
                each.set(VAL, str(size))
