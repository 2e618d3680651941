"""Sections: page sizes, margins, headers and footers (ECMA-376 part 1, 17.6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from octavo.pages.blocks import Paragraph
from octavo.pages.obstacles import Unmeasurable
from octavo.pages.tags import R, W, twips, value, whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lxml.etree import _Element

    from octavo.pages.blocks import Block

_A4 = (11906, 16838)
_MARGIN = 1440
_DISTANCE = 720
_PAGE_KINDS = {"default", "first", "even"}
"""17.18.36: the pages that have headers and footers of their own."""


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
    def text_width(self) -> int:
        """Distance between the side margins."""
        return self.width - self.left - self.right


class Section(Struct, frozen=True):
    """Blocks that share one page layout.

    ``references`` are the relationship ids by ``header default``, ``footer first``, …, those of
    the section before included.
    """

    blocks: tuple[Block, ...]
    geometry: Geometry
    starts_page: bool
    title_page: bool
    references: Mapping[str, str]
    element: _Element


def sections(blocks: Iterable[Block], last: _Element | None) -> Iterator[Section]:
    """The blocks of the body by section; a section ends with the paragraph that describes it."""
    inherited: Mapping[str, str] = {}
    held: list[Block] = []
    for block in blocks:
        held.append(block)
        ending = _ending(block)
        if ending is not None:
            inherited = {**inherited, **_references(ending)}
            yield _section(held, ending, inherited)
            held = []
    if last is None:
        raise Unmeasurable("a document without a page size")
    if held:
        yield _section(held, last, {**inherited, **_references(last)})


def _ending(block: Block) -> _Element | None:
    if not isinstance(block, Paragraph):
        return None
    return block.element.find(f"{W}pPr/{W}sectPr")


def _section(blocks: list[Block], element: _Element, references: Mapping[str, str]) -> Section:
    title = element.find(W + "titlePg")
    return Section(
        blocks=tuple(blocks),
        geometry=_geometry(element),
        starts_page=value(element, "type") != "continuous",
        title_page=title is not None and title.get(W + "val") not in {"0", "false", "off"},
        references=references,
        element=element,
    )


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

    def from_size(name: str, default: int) -> int:
        return default if size is None else twips(size.get(W + name), default)

    def from_margin(name: str, default: int) -> int:
        return default if margin is None else twips(margin.get(W + name), default)

    return Geometry(
        width=from_size("w", _A4[0]),
        height=from_size("h", _A4[1]),
        top=from_margin("top", _MARGIN),
        bottom=from_margin("bottom", _MARGIN),
        left=from_margin("left", _MARGIN) + from_margin("gutter", 0),
        right=from_margin("right", _MARGIN),
        header=from_margin("header", _DISTANCE),
        footer=from_margin("footer", _DISTANCE),
        grid=_grid(element.find(W + "docGrid")),
    )
