"""Whether a reader sees a run: hidden, too small, or white on white it is not seen."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from octavo.ooxml.block_content import CELL, PARAGRAPH, TEXT_BOX
from octavo.ooxml.hiding import hides
from octavo.ooxml.names import qn

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lxml import etree

    from octavo.ooxml.hiding import Hiding

_RUN_PROPERTIES: Final = qn("w:rPr")
_VAL: Final = qn("w:val")
_SMALLEST: Final = 2
"""Half-points: text of one point or less is a mark, not a word."""
_WHITE: Final = "ffffff"
_BACKGROUNDS: Final = (qn("w:shd"), qn("w:highlight"))
_MAY_SHADE: Final = (qn("w:background"), f"{qn('w:tblPr')}/{qn('w:tblStyle')}")
"""A page may have a background, and what a table's style shades depends on the cell."""
_PROPERTIES: Final = {PARAGRAPH: qn("w:pPr"), CELL: qn("w:tcPr")}


def is_unseen(
    run: etree._Element, hiding: Hiding, paragraph_style: str | None, table_style: str | None
) -> bool:
    """Whether the run's text does not show on the page."""
    properties = next(run.iterchildren(_RUN_PROPERTIES), None)
    if properties is None:
        return hiding.hidden(paragraph_style, None, table_style)
    direct = hides(properties)
    if direct is None:
        own = _value(properties, "w:rStyle") or None
        direct = hiding.hidden(paragraph_style, own, table_style)
    return direct or _is_tiny(properties) or _is_white(run, properties, hiding)


def paragraphs_with_unseen(root: etree._Element, hiding: Hiding) -> list[etree._Element]:
    """The paragraphs, in order, that may hold a run that is not seen; most stories have none."""
    paragraphs = root.iter(PARAGRAPH)
    if hiding.by_style or hiding.hides_all:
        return list(paragraphs)
    found = {
        paragraph
        for mark in root.iter(*_MARKS)
        if _MARKS[str(mark.tag)](mark.get(_VAL, ""))
        for paragraph in islice(mark.iterancestors(PARAGRAPH), 1)
    }
    return [one for one in paragraphs if one in found] if found else []


def _value(properties: etree._Element, name: str) -> str:
    found = next(properties.iterchildren(qn(name)), None)
    return "" if found is None else found.get(_VAL, "")


def _is_tiny(properties: etree._Element) -> bool:
    return _is_smallest(_value(properties, "w:sz"))


def _is_smallest(size: str) -> bool:
    return size.isdecimal() and int(size) <= _SMALLEST


def _is_white(run: etree._Element, properties: etree._Element, hiding: Hiding) -> bool:
    """White text counts as unseen where nothing round it can be shaded."""
    if not _is_paper(_value(properties, "w:color")):
        return False
    if _is_shaded(properties):
        return False
    named = {_value(properties, "w:rStyle")}
    for holder in run.iterancestors():
        if holder.tag == TEXT_BOX or any(holder.find(path) is not None for path in _MAY_SHADE):
            return False
        own = _PROPERTIES.get(str(holder.tag))
        found = None if own is None else holder.find(own)
        if found is not None:
            if _is_shaded(found):
                return False
            named.add(_value(found, "w:pStyle"))
    return not named & hiding.shading


def _is_paper(color: str) -> bool:
    return color.lower() == _WHITE


def _is_shaded(properties: etree._Element) -> bool:
    return next(properties.iterchildren(*_BACKGROUNDS), None) is not None


_MARKS: Final[Mapping[str, Callable[[str], bool]]] = {
    qn("w:vanish"): lambda _: True,
    qn("w:sz"): _is_smallest,
    qn("w:color"): _is_paper,
}
"""Which properties of a run, with which value, may keep it from being seen."""
