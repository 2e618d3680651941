"""Properties of Word's markup in words, so that two looks can be compared and told apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from lxml import etree

from octavo.ooxml.names import qn
from octavo.shortening import shortened

_WORDS: Final = {
    "b": "bold",
    "bCs": "bold in complex scripts",
    "caps": "capitals",
    "color": "colour",
    "cols": "columns",
    "gridSpan": "columns merged",
    "i": "italic",
    "iCs": "italic in complex scripts",
    "ind": "indent",
    "jc": "alignment",
    "keepLines": "lines kept together",
    "keepNext": "kept with the next",
    "numPr": "list",
    "outlineLvl": "outline level",
    "pBdr": "borders",
    "pgMar": "margins",
    "pgSz": "page size",
    "rFonts": "font",
    "rStyle": "character style",
    "rtl": "right to left",
    "bidi": "right to left",
    "shd": "shading",
    "smallCaps": "small capitals",
    "strike": "struck through",
    "sz": "size",
    "szCs": "size in complex scripts",
    "tblBorders": "borders",
    "tblHeader": "header row",
    "tblW": "width",
    "tcBorders": "borders",
    "tcW": "width",
    "u": "underline",
    "vAlign": "vertical alignment",
    "vMerge": "rows merged",
    "vertAlign": "raised or lowered",
}
_PASSED_OVER: Final = frozenset(
    {"lang", "noProof", "pStyle", "tblStyle", "rPr", "sectPr", "rsid", "nsid", "tmpl"}
    | {f"{kind}PrChange" for kind in ("r", "p", "tbl", "tc", "tr", "sect")}
)
"""Properties that do not show, or that are compared elsewhere."""
_LONGEST: Final = 60
"""Letters of a value that a phrase shows."""
_SWITCHES: Final = {"1": "on", "true": "on", "0": "off", "false": "off"}
_IN_TWENTIETHS: Final = frozenset({"pgMar", "pgSz", "tblInd", "tblW", "tcW", "ind"})
_TYPE: Final = qn("w:type")
_LENGTH: Final = "dxa"
_TWENTIETHS_A_CENTIMETRE: Final = 1440 / 2.54
_HALF_POINTS: Final = frozenset({"sz", "szCs"})

Look = tuple[tuple[str, str], ...]
"""Properties by their word, in the order of the words."""


def look_of(
    properties: etree._Element | None, style_names: Mapping[str, str] | None = None
) -> Look:
    """What run, paragraph, cell, row, table or section properties say."""
    return () if properties is None else tuple(sorted(_entries(properties, style_names or {})))


def _entries(properties: etree._Element, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for element in properties:
        name = _local(element.tag)
        if name in _PASSED_OVER:
            continue
        value = _value(element, name)
        yield _WORDS.get(name, name), names.get(value, value) if name == "rStyle" else value


def _local(name: object) -> str:
    """A name without its namespace."""
    return str(name).rpartition("}")[2]


def _value(element: etree._Element, name: str) -> str:
    unit = element.get(_TYPE, _LENGTH)
    parts = [
        _said(_local(key), str(value), name, unit)
        for key, value in sorted(element.attrib.items())
        if not _local(key).startswith("rsid")
    ]
    parts += (
        f"{_local(child.tag)} {_value(child, '')}"
        for child in element
        if _local(child.tag) not in _PASSED_OVER
    )
    return ", ".join(part for part in parts if part) or "on"


def _said(key: str, value: str, name: str, unit: str) -> str:
    """One attribute, in the unit that people measure in."""
    if key == "val":
        if name in _HALF_POINTS and value.isdecimal():
            return f"{int(value) / 2:g} pt"
        return _SWITCHES.get(value, value)
    if key == "type" and value == _LENGTH:
        return ""
    if name in _IN_TWENTIETHS and unit == _LENGTH and value.isdecimal():
        return f"{key} {centimetres(value)}"
    return f"{key} {value}"


def centimetres(twentieths: str) -> str:
    """A length in twentieths of a point, to a tenth of a centimetre."""
    return f"{int(twentieths) / _TWENTIETHS_A_CENTIMETRE:.1f} cm"


def numbered(look: Look) -> Look:
    """Properties that may repeat, each with its number from the second on."""
    counts: Counter[str] = Counter()
    found = []
    for name, value in look:
        counts[name] += 1
        found.append((name if counts[name] == 1 else f"{name} {counts[name]}", value))
    return tuple(found)


def differences(before: Iterable[tuple[str, str]], after: Iterable[tuple[str, str]]) -> list[str]:
    """How two looks differ, a phrase each: ``bold added``, ``size 11 pt → 12 pt``."""
    old, new = dict(before), dict(after)
    phrases = []
    for name in sorted(old.keys() | new.keys()):
        if name not in old:
            phrases.append(f"{_phrase(name, new[name])} added")
        elif name not in new:
            phrases.append(f"{_phrase(name, old[name])} removed")
        elif old[name] != new[name]:
            phrases.append(f"{name} {_change(old[name], new[name])}")
    return phrases


def _change(before: str, after: str) -> str:
    """Two values, of which only the parts that differ are shown."""
    old, new = before.split(", "), after.split(", ")
    gone = [part for part in old if part not in new]
    come = [part for part in new if part not in old]
    if not gone or not come:
        gone, come = old, new
    return f"{shortened(', '.join(gone), _LONGEST)} → {shortened(', '.join(come), _LONGEST)}"


def _phrase(name: str, value: str) -> str:
    return name if value == "on" else f"{name} {shortened(value, _LONGEST)}"
