"""Comparing what stands beside the text: sections, styles, lists, settings, properties, parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import TYPE_CHECKING, Final

from lxml import etree

from octavo.finding import Finding
from octavo.location import WordLocation
from octavo.ooxml.comparison.looks import Look, differences, look_of, numbered
from octavo.ooxml.comparison.stories import PROPERTY, STRUCTURE, STYLE, difference
from octavo.ooxml.names import (
    CORE_PROPERTIES_TYPE,
    CUSTOM_PROPERTIES,
    NUMBERING,
    SETTINGS,
    STYLES,
    qn,
    qns,
)
from octavo.ooxml.places import places_of
from octavo.ooxml.styles import value_of

if TYPE_CHECKING:
    from octavo.ooxml.package import Package

_PROPERTIES: Final = ("w:pPr", "w:rPr", "w:tblPr", "w:trPr", "w:tcPr")
_PASSED_OVER: Final = frozenset(qns("w:rsids w:proofState w14:docId w15:docId"))
_CHANGES: Final = qns("w:ins w:del w:moveFrom w:moveTo")
_COMPARED: Final = (
    ".main+xml",
    ".header+xml",
    ".footer+xml",
    ".footnotes+xml",
    ".endnotes+xml",
    ".styles+xml",
    ".settings+xml",
    ".numbering+xml",
    "relationships+xml",
    CORE_PROPERTIES_TYPE,
)
"""Types of the parts that are compared by what they say; the others byte by byte."""


def compare_sections(before: Sequence[Look], after: Sequence[Look], path: str) -> Iterator[Finding]:
    """Paper, margins and columns of each section."""
    place = WordLocation(path, "body")
    if len(before) != len(after):
        message = f"the number of sections is {len(after)}, it was {len(before)}"
        yield difference(STRUCTURE, place, message)
    for number, (old, new) in enumerate(zip(before, after, strict=False), 1):
        if phrases := differences(old, new):
            yield difference(STYLE, place, f"section {number} differs: {'; '.join(phrases)}")


def compare_styles(before: Package, after: Package) -> Iterator[Finding]:
    """Styles by name: which are new or gone, and what they say."""
    old, new = _styles(before), _styles(after)
    place = WordLocation(after.path, "styles")
    for name in sorted(old.keys() | new.keys()):
        if name not in new:
            yield difference(STYLE, place, f"the style “{name}” is gone")
        elif name not in old:
            yield difference(STYLE, place, f"the style “{name}” is new")
        elif phrases := differences(old[name], new[name]):
            yield difference(STYLE, place, f"the style “{name}” differs: {'; '.join(phrases)}")


def _styles(package: Package) -> dict[str, Look]:
    return {
        value_of(style, qn("w:name")).capitalize(): tuple(
            pair for properties in _PROPERTIES for pair in look_of(style.find(qn(properties)))
        )
        for part in package.related(package.main, STYLES)
        for style in package.parts[part].root.iter(qn("w:style"))
    }


def compare_properties(before: Package, after: Package) -> Iterator[Finding]:
    """Title, author and the other core properties; then settings, tracked changes and lists."""
    for rule, story, old, new in (
        (PROPERTY, "core properties", _core(before), _core(after)),
        (PROPERTY, "custom properties", _custom(before), _custom(after)),
        (PROPERTY, "settings", _children(before, SETTINGS), _children(after, SETTINGS)),
        (STRUCTURE, "body", _marks(before), _marks(after)),
        (STYLE, "numbering", _children(before, NUMBERING), _children(after, NUMBERING)),
    ):
        if phrases := differences(old.items(), new.items()):
            yield difference(rule, WordLocation(after.path, story), "; ".join(phrases))


def _core(package: Package) -> dict[str, str]:
    return {
        etree.QName(element).localname: element.text or ""
        for part in package.parts.values()
        if part.content_type == CORE_PROPERTIES_TYPE
        for element in part.root
    }


def _custom(package: Package) -> dict[str, str]:
    return {
        element.get("name", ""): "".join(str(text) for text in element.itertext())
        for name in package.related("", CUSTOM_PROPERTIES)
        for element in package.parts[name].root
    }


def _marks(package: Package) -> dict[str, str]:
    """How many tracked changes and comments there are."""
    roots = package.trees().values()
    changes = sum(len(list(root.iter(*_CHANGES))) for root in roots)
    comments = sum(len(list(root.iter(qn("w:comment")))) for root in roots)
    return {"tracked changes": str(changes), "comments": str(comments)}


def _children(package: Package, relationship: str) -> dict[str, str]:
    """What a part says, child by child."""
    return {
        name: value
        for part in package.related(package.main, relationship)
        for name, value in numbered(look_of(_without_passed_over(package.parts[part].root)))
    }


def _without_passed_over(root: etree._Element) -> etree._Element:
    kept = deepcopy(root)
    for element in list(kept):
        if element.tag in _PASSED_OVER:
            kept.remove(element)
    return kept


def compare_parts(before: Package, after: Package) -> Iterator[Finding]:
    """Parts that only one file has, and pictures, fonts and themes that differ."""
    places = places_of(after, None)
    for name in dict.fromkeys([*before.parts, *after.parts]):
        old, new = before.parts.get(name), after.parts.get(name)
        if new is None:
            yield difference(PROPERTY, places.of_part(name), f"the part “{name}” is gone")
        elif old is None:
            yield difference(PROPERTY, places.of_part(name), f"the part “{name}” is new")
        elif not new.content_type.endswith(_COMPARED) and old.data != new.data:
            yield difference(PROPERTY, places.of_part(name), f"the part “{name}” differs")
