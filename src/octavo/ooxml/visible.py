"""Whether a reader sees a run; hidden (also by its style), too small, white on white it is not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import islice
from typing import TYPE_CHECKING, Final

from lxml import etree
from msgspec import Struct, field

from octavo.ooxml.block_content import CELL, PARAGRAPH, TEXT_BOX
from octavo.ooxml.names import qn
from octavo.ooxml.styles import StyleSheet, is_on, style_sheet, value_of

if TYPE_CHECKING:
    from octavo.ooxml.package import Package

_VANISH: Final = qn("w:vanish")
_SHADING: Final = qn("w:shd")
_RUN_PROPERTIES: Final = qn("w:rPr")
_VAL: Final = qn("w:val")
_SMALLEST: Final = 2
"""Half-points: text of one point or less is a mark, not a word."""
_WHITE: Final = "ffffff"
_BACKGROUNDS: Final = (qn("w:shd"), qn("w:highlight"))
_MAY_SHADE: Final = (qn("w:background"), f"{qn('w:tblPr')}/{qn('w:tblStyle')}")
"""A page may have a background, and what a table's style shades depends on the cell."""
_PROPERTIES: Final = {PARAGRAPH: qn("w:pPr"), CELL: qn("w:tcPr")}


def hides(properties: etree._Element | None) -> bool | None:
    """Whether run properties hide the text; None where they do not say."""
    vanish = None if properties is None else next(properties.iterchildren(_VANISH), None)
    return None if vanish is None else is_on(vanish)


class Hiding(Struct, frozen=True):
    """What the styles of a file say, directly or through what they are based on.

    Attributes:
        by_style: Ids of the styles that hide their text.
        shading: Ids of the styles that set a background.
        defaults: The style that applies where none is named, by kind.
        hides_all: Whether the document defaults hide text.
    """

    by_style: frozenset[str] = frozenset()
    shading: frozenset[str] = frozenset()
    defaults: Mapping[str, str] = field(default_factory=dict)
    hides_all: bool = False

    def hidden(self, paragraph: str | None, run: str | None, table: str | None = None) -> bool:
        """Whether text in these styles is hidden, by ISO/IEC 29500-1, 17.7.3.

        ``vanish`` is a toggle property: two styles that both hide cancel each other out.
        """
        styles = (
            paragraph or self.defaults.get("paragraph"),
            run or self.defaults.get("character"),
            table or None,
        )
        return self.hides_all or len([one for one in styles if one in self.by_style]) % 2 == 1


def hiding_of(package: Package) -> Hiding:
    """What the styles of a package say."""
    return hiding_in(style_sheet(package))


def hiding_in(sheet: StyleSheet) -> Hiding:
    """What styles say that were read already."""
    everywhere = [one for one in sheet.defaults if one.tag == _RUN_PROPERTIES]
    return Hiding(
        _saying(sheet, _VANISH, lambda one: hides(next(one.iterchildren(_RUN_PROPERTIES), None))),
        _saying(sheet, _SHADING, lambda _: True),
        sheet.default,
        any(hides(one) for one in everywhere),
    )


def _saying(
    sheet: StyleSheet, tag: str, says: Callable[[etree._Element], bool | None]
) -> frozenset[str]:
    """The ids of the styles that say so by an element, or have it of what they are based on."""
    telling = {one for one in sheet.by_id.values() if next(one.iter(tag), None) is not None}
    said: dict[str, bool] = {}
    for name in sheet.by_id if telling else ():
        passed: list[str] = []
        answer: bool | None = None
        for style in sheet.chain(name):
            own = style.get(qn("w:styleId"), "")
            answer = said.get(own, says(style) if style in telling else None)
            passed.append(own)
            if answer is not None:
                break
        said.update(dict.fromkeys(passed, answer is True))
    return frozenset(name for name, answer in said.items() if answer)


def is_unseen(
    run: etree._Element, hiding: Hiding, paragraph_style: str | None, table_style: str | None
) -> bool:
    """Whether the run's text does not show on the page."""
    properties = next(run.iterchildren(_RUN_PROPERTIES), None)
    if properties is None:
        return hiding.hidden(paragraph_style, None, table_style)
    direct = hides(properties)
    if direct is None:
        own = value_of(properties, qn("w:rStyle")) or None
        direct = hiding.hidden(paragraph_style, own, table_style)
    size = value_of(properties, qn("w:sz"))
    return direct or _is_smallest(size) or _is_white(run, properties, hiding)


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


def _is_smallest(size: str) -> bool:
    return size.isdecimal() and int(size) <= _SMALLEST


def _is_white(run: etree._Element, properties: etree._Element, hiding: Hiding) -> bool:
    """White text counts as unseen where nothing round it can be shaded."""
    if not _is_paper(value_of(properties, qn("w:color"))):
        return False
    if _is_shaded(properties):
        return False
    named = {value_of(properties, qn("w:rStyle"))}
    for holder in run.iterancestors():
        if holder.tag == TEXT_BOX or any(holder.find(path) is not None for path in _MAY_SHADE):
            return False
        own = _PROPERTIES.get(str(holder.tag))
        found = None if own is None else holder.find(own)
        if found is not None:
            if _is_shaded(found):
                return False
            named.add(value_of(found, qn("w:pStyle")))
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
