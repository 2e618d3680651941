"""What holds a run may hide it: its row, its paragraph, its box, its field, its control."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lxml import etree

from octavo.ooxml.names import RELATIONSHIP_BASE, qn
from octavo.ooxml.styles import is_on

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from octavo.ooxml.package import Package
    from octavo.ooxml.sight.run import Verdict

_VAL: Final = qn("w:val")
_LOWEST: Final = 60
"""Twentieths of a point: a line or a row of this height shows no word."""
_FAR_TWIPS: Final = 12_000
_FAR_EMU: Final = 20_000_000
_THIN_EMU: Final = 38_100
_WORKED_OUT: Final = frozenset(
    (
        *(
            "PAGE",
            "NUMPAGES",
            "SECTION",
            "SECTIONPAGES",
            "DATE",
            "TIME",
            "TITLE",
            "AUTHOR",
            "SUBJECT",
        ),
        *("DOCPROPERTY", "FILENAME", "SAVEDATE", "CREATEDATE", "PRINTDATE", "NUMWORDS", "NUMCHARS"),
        *(
            "EDITTIME",
            "LASTSAVEDBY",
            "REVNUM",
            "USERNAME",
            "INFO",
            "KEYWORDS",
            "COMMENTS",
            "IF",
            "=",
        ),
    )
)
"""Fields that Word works out anew when it prints or opens the file."""
_SIZE: Final = re.compile(r"(width|height)\s*:\s*(-?[\d.]+)")
_PLACE: Final = re.compile(r"(?:margin-)?(left|top)\s*:\s*(-?[\d.]+)pt")
_CUSTOM: Final = RELATIONSHIP_BASE + "customXml"
_FAR_POINTS: Final = 600.0


def unseen_in(
    run: etree._Element, package: Package, fields: Mapping[etree._Element, str]
) -> Iterator[Verdict]:
    """Why what holds a run may keep it from being seen."""
    field = fields.get(run)
    if field:
        yield field.endswith("!"), "Word works out its field anew"
    for holder in run.iterancestors():
        check = _CHECKS.get(str(holder.tag))
        if check is not None:
            yield from check(holder)
        if holder.tag == qn("w:sdt"):
            yield from _bound(holder, package)


def _bidi(holder: etree._Element) -> Iterator[Verdict]:
    if holder.get(_VAL) == "rtl":
        yield False, "its letters are drawn from the right to the left"


def _simple(holder: etree._Element) -> Iterator[Verdict]:
    words = holder.get(qn("w:instr"), "").split()
    if words and words[0].upper() in _WORKED_OUT:
        yield False, "Word works out its field anew"


def _row(holder: etree._Element) -> Iterator[Verdict]:
    height = holder.find(f"{qn('w:trPr')}/{qn('w:trHeight')}")
    if height is not None and height.get(qn("w:hRule")) == "exact" and _low(height.get(_VAL)):
        yield True, "its row has no height"


def _low(value: str | None) -> bool:
    return value is not None and value.isdecimal() and int(value) <= _LOWEST


def _paragraph(holder: etree._Element) -> Iterator[Verdict]:
    properties = holder.find(qn("w:pPr"))
    for name, check in () if properties is None else _OF_PARAGRAPH:
        found = None if properties is None else properties.find(qn(name))
        if found is not None:
            yield from check(found)


def _spacing(spacing: etree._Element) -> Iterator[Verdict]:
    if spacing.get(qn("w:lineRule")) == "exact" and _low(spacing.get(qn("w:line"))):
        yield True, "its lines have no height"


def _frame(frame: etree._Element) -> Iterator[Verdict]:
    if any(abs(_integer(frame.get(qn(name)))) > _FAR_TWIPS for name in ("w:x", "w:y")):
        yield True, "its frame stands off the page"
    if _low(frame.get(qn("w:h"))) and frame.get(qn("w:hRule")) == "exact":
        yield True, "its frame has no height"


def _indent(indent: etree._Element) -> Iterator[Verdict]:
    first = _integer(indent.get(qn("w:firstLine"))) - _integer(indent.get(qn("w:hanging")))
    left = _integer(indent.get(qn("w:left")) or indent.get(qn("w:start")))
    if max(abs(left), abs(first)) > _FAR_TWIPS:
        yield True, "its indent moves it off the page"


def _integer(value: str | None) -> int:
    text = (value or "0").partition(".")[0]
    return int(text) if text.lstrip("-").isdecimal() else 0


def _drawing(holder: etree._Element) -> Iterator[Verdict]:
    """A box of no size, off the page, or hidden."""
    for extent in holder.iter(qn("wp:extent")):
        if min(_integer(extent.get("cx")), _integer(extent.get("cy"))) <= _THIN_EMU:
            yield True, "its box has no size"
    for offset in holder.iter(qn("wp:posOffset")):
        if abs(_integer(offset.text)) > _FAR_EMU:
            yield True, "its box stands off the page"
    for properties in holder.iter(qn("wp:docPr")):
        if properties.get("hidden", "0") in {"1", "true"}:
            yield True, "its box is hidden"


def _shape(holder: etree._Element) -> Iterator[Verdict]:
    style = holder.get("style", "").lower()
    if "visibility:hidden" in style.replace(" ", ""):
        yield True, "its box is hidden"
    if any(float(size) <= 1 for _, size in _SIZE.findall(style)):
        yield True, "its box has no size"
    if any(abs(float(place)) > _FAR_POINTS * 2 for _, place in _PLACE.findall(style)):
        yield True, "its box stands off the page"


def _control(holder: etree._Element) -> Iterator[Verdict]:
    placeholder = holder.find(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}")
    if placeholder is not None and is_on(placeholder):
        yield True, "it only says what to fill in"


def _bound(holder: etree._Element, package: Package) -> Iterator[Verdict]:
    """A control shows the value of the data it is bound to."""
    binding = holder.find(f"{qn('w:sdtPr')}/{qn('w:dataBinding')}")
    content = holder.find(qn("w:sdtContent"))
    if binding is None or content is None:
        return
    said = "".join(text.text or "" for text in content.iter(qn("w:t"))).strip()
    value = _value(binding, package)
    if value is not None and value.strip() != said:
        yield True, f"its control shows other words, “{value.strip()[:40]}”"


def _value(binding: etree._Element, package: Package) -> str | None:
    store = binding.get(qn("w:storeItemID"), "").lower()
    for name in package.related(package.main, _CUSTOM):
        for properties in package.related(name, _CUSTOM + "Props"):
            root = package.parts[properties].root
            if root.get(qn("ds:itemID"), "").lower() != store:
                continue
            mappings = re.findall(
                r"xmlns:(\w+)=['\"]([^'\"]+)", binding.get(qn("w:prefixMappings"), "")
            )
            try:
                found = package.parts[name].root.xpath(
                    binding.get(qn("w:xpath"), "."), namespaces=dict(mappings)
                )
            except etree.XPathError:
                return None
            first = found[0] if isinstance(found, list) and found else None
            return "".join(first.itertext()) if etree.iselement(first) else None
    return None


def fields_of(root: etree._Element) -> dict[etree._Element, str]:
    """The name of the field whose result each run is part of; “!” after one that is out of date."""
    found: dict[etree._Element, str] = {}
    stack: list[list[str]] = []
    for run in root.iter(qn("w:r")):
        for child in run:
            if child.tag == qn("w:fldChar"):
                _step(stack, child)
            elif child.tag == qn("w:instrText") and stack:
                stack[-1][0] += child.text or ""
            elif child.tag == qn("w:t") and stack and stack[-1][1]:
                words = stack[-1][0].split()
                name = words[0].upper() if words else ""
                if stack[-1][2] or name in _WORKED_OUT:
                    found[run] = name + stack[-1][2]
    return found


def _step(stack: list[list[str]], mark: etree._Element) -> None:
    """Follow the beginning, the middle or the end of a field."""
    kind = mark.get(qn("w:fldCharType"))
    if kind == "begin":
        dirty = mark.get(qn("w:dirty"), "0").lower() in {"1", "true", "on"}
        stack.append(["", "", "!" if dirty else ""])
    elif kind == "separate" and stack:
        stack[-1][1] = "result"
    elif stack:
        stack.pop()


_OF_PARAGRAPH: Final = (("w:spacing", _spacing), ("w:framePr", _frame), ("w:ind", _indent))
_CHECKS: Final = {
    qn("w:bdo"): _bidi,
    qn("w:fldSimple"): _simple,
    qn("w:tr"): _row,
    qn("w:p"): _paragraph,
    qn("w:drawing"): _drawing,
    qn("v:shape"): _shape,
    qn("v:rect"): _shape,
    qn("w:sdt"): _control,
}
