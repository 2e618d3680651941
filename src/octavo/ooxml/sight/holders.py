"""What holds a run may hide it: its row, its paragraph, its box, its field, its control."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lxml import etree

from octavo.ooxml.names import RELATIONSHIP_BASE, qn
from octavo.ooxml.sight.shapes import drawing, integer, shape
from octavo.ooxml.styles import is_on

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from octavo.ooxml.package import Package
    from octavo.ooxml.sight.formatting import Verdict

_VAL: Final = qn("w:val")
_LOWEST: Final = 60
"""Twentieths of a point: a line or a row of this height shows no word."""
_FAR_TWIPS: Final = 12_000
_SMALLEST_SIDE: Final = 1_000
_DRAWN: Final = frozenset({"EQ", "ADVANCE", "SYMBOL", "INCLUDEPICTURE", "INCLUDETEXT"})
"""Fields that draw something without words of their own."""
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
            "PRIVATE",
        ),
    )
)
"""Fields that Word works out anew when it prints or opens the file."""
_CUSTOM: Final = RELATIONSHIP_BASE + "customXml"


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


def _tabs(tabs: etree._Element) -> Iterator[Verdict]:
    if any(integer(tab.get(qn("w:pos"))) > _FAR_TWIPS for tab in tabs):
        yield False, "a tab may move it off the page"


def _low(value: str | None) -> bool:
    return value is not None and value.isdecimal() and int(value) <= _LOWEST


def _cell(holder: etree._Element) -> Iterator[Verdict]:
    width = holder.find(f"{qn('w:tcPr')}/{qn('w:tcW')}")
    if width is not None and width.get(qn("w:type")) == "dxa" and _low(width.get(qn("w:w"))):
        yield False, "its cell has no width"


def _table(holder: etree._Element) -> Iterator[Verdict]:
    indent = holder.find(f"{qn('w:tblPr')}/{qn('w:tblInd')}")
    place = holder.find(f"{qn('w:tblPr')}/{qn('w:tblpPr')}")
    moved = [] if indent is None else [indent.get(qn("w:w"))]
    moved += [] if place is None else [place.get(qn(name)) for name in ("w:tblpX", "w:tblpY")]
    if any(abs(integer(value)) > _FAR_TWIPS for value in moved):
        yield False, "its table may stand off the page"


def too_small(root: etree._Element) -> tuple[str, ...]:
    """Why nothing on the pages of a story may be seen."""
    sides = [integer(page.get(qn(name))) for page in root.iter(qn("w:pgSz"))
             for name in ("w:w", "w:h") if page.get(qn(name))]  # fmt: skip
    margins = [integer(page.get(qn("w:left"))) for page in root.iter(qn("w:pgMar"))]
    if any(side < _SMALLEST_SIDE for side in sides):
        return ("a page of the file is too small to show words",)
    far = any(abs(margin) > _FAR_TWIPS for margin in margins)
    return ("a margin of the file moves its text off the page",) if far else ()


def _paragraph(holder: etree._Element) -> Iterator[Verdict]:
    codes = " ".join(code.text or "" for code in holder.iter(qn("w:instrText"))).split()
    if not _DRAWN.isdisjoint(code.upper() for code in codes):
        yield False, "a field draws something in its paragraph"
    over = "".join("".join(map(str, each.itertext())) for each in holder.iter(qn("w:rt")))
    if any(sign.isascii() and sign.isalpha() for sign in over):
        yield False, f"“{over.strip()[:40]}” is set over its words"
    properties = holder.find(qn("w:pPr"))
    for name, check in () if properties is None else _OF_PARAGRAPH:
        found = None if properties is None else properties.find(qn(name))
        if found is not None:
            yield from check(found)


def _spacing(spacing: etree._Element) -> Iterator[Verdict]:
    if spacing.get(qn("w:lineRule")) == "exact" and _low(spacing.get(qn("w:line"))):
        yield True, "its lines have no height"


def _frame(frame: etree._Element) -> Iterator[Verdict]:
    if any(abs(integer(frame.get(qn(name)))) > _FAR_TWIPS for name in ("w:x", "w:y")):
        yield True, "its frame stands off the page"
    if _low(frame.get(qn("w:h"))) and frame.get(qn("w:hRule")) == "exact":
        yield True, "its frame has no height"


def _indent(indent: etree._Element) -> Iterator[Verdict]:
    first = integer(indent.get(qn("w:firstLine"))) - integer(indent.get(qn("w:hanging")))
    left = integer(indent.get(qn("w:left")) or indent.get(qn("w:start")))
    if max(abs(left), abs(first)) > _FAR_TWIPS:
        yield True, "its indent moves it off the page"


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


_OF_PARAGRAPH: Final = (
    ("w:spacing", _spacing),
    ("w:framePr", _frame),
    ("w:ind", _indent),
    ("w:tabs", _tabs),
)
_CHECKS: Final = {
    qn("w:bdo"): _bidi,
    qn("w:fldSimple"): _simple,
    qn("w:tr"): _row,
    qn("w:tc"): _cell,
    qn("w:tbl"): _table,
    qn("w:p"): _paragraph,
    qn("w:drawing"): drawing,
    qn("v:shape"): shape,
    qn("v:rect"): shape,
    qn("w:sdt"): _control,
}
