"""Sections: page sizes, margins, headers and footers (ECMA-376 part 1, 17.6)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Generic, TypeVar

from lxml import etree
from lxml.etree import _Element
from msgspec import Struct
from msgspec.structs import replace

from octavo.pages.boxes import Block, SectionEnd
from octavo.pages.tags import R, W, twips, value, whole

_LETTER = (12240, 15840)
"""What LibreOffice and Word take where a section states no page size."""
_MARGIN = 1440
_DISTANCE = 720
_MOST_COLUMNS = 45
_LEAST_COLUMN = 20
_PAGE_KINDS = {"default", "first", "even"}
"""17.18.36: the pages that have headers and footers of their own."""

Item = TypeVar("Item")


class Memo(Generic[Item]):
    """Items of an iterable, of which each is taken when first asked for."""

    def __init__(self, source: Iterable[Item]) -> None:
        self._source = iter(source)
        self._kept: list[Item] = []

    def __iter__(self) -> Iterator[Item]:
        """The items from the first on, whoever asked for them before."""
        at = 0
        while True:
            while at < len(self._kept):
                yield self._kept[at]
                at += 1
            try:
                self._kept.append(next(self._source))
            except StopIteration:
                return


class Geometry(Struct, frozen=True):
    """Page size and margins in twips; a negative top or bottom margin is an exact one.

    ``grid`` is the distance of the lines that text stands on, 0 where it is free.
    """

    width: int
    height: int
    top: int
    bottom: int
    left: int
    right: int
    header: int
    footer: int
    grid: int

    @property
    def sheet(self) -> tuple[int, int]:
        """Width and height of the page itself."""
        return self.width, self.height

    @property
    def text_width(self) -> int:
        """Distance between the side margins."""
        return self.width - self.left - self.right


class Columns(Struct, frozen=True):
    """Columns of text: how many, and the least and the greatest width of one in twips."""

    count: int
    least: int
    greatest: int


class Section(Struct, frozen=True):
    """Blocks that share one page layout.

    ``references`` are the relationship ids by ``header default``, ``footer first``, …, those of
    the section before included. ``borders`` is what borders of the page may take of its height,
    ``fills_pages`` whether what follows begins a page.
    """

    blocks: Iterable[Block]
    geometry: Geometry
    columns: Columns
    kind: str
    title_page: bool
    references: Mapping[str, str]
    borders: int
    fills_pages: bool
    element: _Element

    @property
    def starts_page(self) -> bool:
        """Whether it begins on a page of its own."""
        return self.kind != "continuous"


def within(section: Section, most: Mapping[str, int]) -> Section:
    """The section with margins of its pages that are no larger than some bounds, in twips.

    A margin that is not stated stays.
    """
    stated = section.element.find(W + "pgMar") if most else None
    if stated is None:
        return section
    old = section.geometry
    less = {side: max(0, twips(stated.get(W + side)) - bound) for side, bound in most.items()}
    geometry = replace(old, **{side: getattr(old, side) - less[side] for side in less})
    columns = _columns(section.element.find(W + "cols"), geometry.text_width)
    return replace(section, geometry=geometry, columns=columns)


def sections(found: Iterable[Block | SectionEnd], body: _Element) -> Iterator[Section]:
    """The blocks of the body by section; a section ends with the paragraph that describes it.

    Blocks are read when they are asked for, so those of a section must be read before the next.
    """
    last = body.find(W + "sectPr")
    descriptions = [one for one in body.iter(W + "sectPr") if _ends_section(one)]
    descriptions.append(etree.Element(W + "sectPr") if last is None else last)
    source = iter(found)
    references: Mapping[str, str] = {}
    for number, element in enumerate(descriptions):
        first = next(source, None)
        if first is None and number:
            return
        references = {**references, **_references(element)}
        following = descriptions[number + 1 : number + 2]
        yield _section(Memo(_until_end(first, source)), element, references, following)


def _until_end(
    first: Block | SectionEnd | None, rest: Iterator[Block | SectionEnd]
) -> Iterator[Block]:
    if first is None:
        return
    for item in chain([first], rest):
        if isinstance(item, SectionEnd):
            return
        yield item


def _ends_section(element: _Element) -> bool:
    """Whether it stands in a paragraph of the body itself, not of a cell or an earlier state."""
    tags = [ancestor.tag for ancestor in element.iterancestors()]
    return tags[:2] == [W + "pPr", W + "p"] and not _INNER.intersection(tags)


_INNER = {W + name for name in ("tbl", "txbxContent", "pPrChange", "sectPrChange")}


def _section(
    blocks: Iterable[Block],
    element: _Element,
    references: Mapping[str, str],
    following: Sequence[_Element],
) -> Section:
    title = element.find(W + "titlePg")
    geometry = _geometry(element)
    return Section(
        blocks=blocks,
        geometry=geometry,
        columns=_columns(element.find(W + "cols"), geometry.text_width),
        kind=value(element, "type") or "nextPage",
        title_page=title is not None and title.get(W + "val") not in {"0", "false", "off"},
        references=references,
        borders=_borders(element.find(W + "pgBorders")),
        fills_pages=all(value(one, "type") != "continuous" for one in following),
        element=element,
    )


def _columns(element: _Element | None, width: int) -> Columns:
    """17.6.4: columns of one width with a space between, or each with a width of its own."""
    count = 1 if element is None else max(1, min(_MOST_COLUMNS, whole(element.get(W + "num"), 1)))
    if element is None or count == 1:
        return Columns(1, width, width)
    own = [twips(one.get(W + "w")) for one in element.iterfind(W + "col")]
    if element.get(W + "equalWidth", "1") in {"0", "false", "off"} and all(own) and own:
        return Columns(len(own), min(own), max(own))
    space = twips(element.get(W + "space"), _DISTANCE)
    each = max(_LEAST_COLUMN, (width - (count - 1) * space) // count)
    return Columns(count, each, each)


def _borders(element: _Element | None) -> int:
    """17.6.10: width and distance of the borders above and below the text."""
    sides = () if element is None else (element.find(W + side) for side in ("top", "bottom"))
    shown = [side for side in sides if side is not None]
    points = sum(whole(side.get(W + "space")) + whole(side.get(W + "sz")) / 8 for side in shown)
    return round(points * 20)


def _references(element: _Element) -> dict[str, str]:
    found = {}
    for kind in ("header", "footer"):
        for reference in element.iterfind(f"{W}{kind}Reference"):
            page = reference.get(W + "type", "default")
            if page in _PAGE_KINDS:
                found[f"{kind} {page}"] = reference.get(R + "id", "")
    return found


def _grid(element: _Element | None) -> int:
    """17.6.5: without a type, the distance is of no effect."""
    if element is None or element.get(W + "type", "default") == "default":
        return 0
    return whole(element.get(W + "linePitch"))


def _geometry(element: _Element) -> Geometry:
    size, margin = element.find(W + "pgSz"), element.find(W + "pgMar")

    def stated(holder: _Element | None, name: str, default: int) -> int:
        return default if holder is None else twips(holder.get(W + name), default)

    return Geometry(
        width=stated(size, "w", _LETTER[0]),
        height=stated(size, "h", _LETTER[1]),
        top=stated(margin, "top", _MARGIN),
        bottom=stated(margin, "bottom", _MARGIN),
        left=stated(margin, "left", _MARGIN) + stated(margin, "gutter", 0),
        right=stated(margin, "right", _MARGIN),
        header=stated(margin, "header", _DISTANCE),
        footer=stated(margin, "footer", _DISTANCE),
        grid=_grid(element.find(W + "docGrid")),
    )
