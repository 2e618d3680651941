"""What a document gains by leaving something out: lines freed, and whether it then fits."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from octavo.ooxml import ROW, TABLE, PlacedBlock
from octavo.pages.layout import Verdict
from octavo.pages.measuring import verdict_of
from octavo.pages.omission import Omission

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml.etree import _Element

    from octavo.location import WordLocation
    from octavo.pages.measuring import Galley
    from octavo.pages.paginate import Result

Item = TypeVar("Item")


class Cut(NamedTuple):
    """What leaving an item out gains: lines of text, and whether the document then fits."""

    lines: int
    fits: bool


def cuts(
    galley: Galley,
    items: Mapping[Item, Iterable[WordLocation]],
    *,
    limit: int = 1,
) -> dict[Item, Cut]:
    """What leaving out each item gains; an item is where its paragraphs, rows or tables stand.

    Places are those of the body; one that does not exist there counts for nothing.

    Raises:
        Unmeasurable: the document holds a construct that is not measured.
    """
    document, paginator = galley.document, galley.paginator
    before = _lines(paginator.paginate())
    found: dict[Item, Cut] = {}
    for item, locations in items.items():
        gone = [_element(document.body, location.steps) for location in locations]
        there = [element for element in gone if element is not None]
        rest = paginator.revised(Omission(paginator.reading, there))
        result = rest.paginate()
        fits = verdict_of(rest, result, limit) is Verdict.FITS
        found[item] = Cut(before - _lines(result), fits)
    return found


def _lines(result: Result) -> int:
    return sum(placed.lines for placed in result.placed)


def _element(body: _Element, steps: tuple[tuple[str, int], ...]) -> _Element | None:
    """The element that steps lead to, or None."""
    here = PlacedBlock(body)
    for end in range(1, len(steps) + 1):
        ways = {TABLE: here.rows, ROW: here.cells}
        inner = ways.get(str(here.element.tag), here.blocks)()
        found = next((one for one in inner if one.steps == steps[:end]), None)
        if found is None:
            return None
        here = found
    return here.element if steps else None
