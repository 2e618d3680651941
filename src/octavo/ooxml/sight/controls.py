"""Content controls that show what is not their text: what to fill in, or data of the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from lxml import etree

from octavo.ooxml.names import CORE_PROPERTIES, RELATIONSHIP_BASE, qn, qns
from octavo.ooxml.sight.layers import Verdict
from octavo.ooxml.styles import is_on

if TYPE_CHECKING:
    from octavo.ooxml.package import Package

_CUSTOM: Final = RELATIONSHIP_BASE + "customXml"
_PROPERTIES: Final = {
    "{6c3c8bc8-f283-45ae-878a-bab7291924a1}": CORE_PROPERTIES,
    "{6668398d-a668-4e3e-a75b-5eb43a041f16}": RELATIONSHIP_BASE + "extended-properties",
}
"""The stores under whose names controls show the properties of the file."""


def placeholder(holder: etree._Element) -> Iterator[Verdict]:
    """A control that nobody filled in."""
    mark = holder.find(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}")
    if mark is not None and is_on(mark):
        yield True, "it only says what to fill in"


def bound(holder: etree._Element, package: Package) -> Iterator[Verdict]:
    """A control that shows other words than it holds: the data that it is bound to."""
    marks = [
        holder.find(f"{qn('w:sdtPr')}/{name}") for name in qns("w:dataBinding w15:dataBinding")
    ]
    binding = next((each for each in marks if each is not None), None)
    content = holder.find(qn("w:sdtContent"))
    if binding is None or content is None:
        return
    said = "".join(text.text or "" for text in content.iter(qn("w:t"))).strip()
    value = _value(binding, package)
    kinds = {child.tag for child in holder.iterfind(f"{qn('w:sdtPr')}/*")}
    if value is None or not kinds.isdisjoint(_OTHERWISE):
        return
    shown = _shown(holder, value)
    dated = qn("w:date") in kinds and value[:4] in said
    written = value.lstrip().startswith("<") and all(word in value for word in said.split())
    if shown.strip() != said and not (dated or written):
        yield (
            binding.tag == qn("w:dataBinding"),
            f"its control shows other words, “{shown.strip()[:40]}”",
        )


def _shown(holder: etree._Element, value: str) -> str:
    """What a control shows for a value: the entry of its list, or the value."""
    for entry in holder.iterfind(f"{qn('w:sdtPr')}/*/{qn('w:listItem')}"):
        if entry.get(qn("w:value")) == value:
            return entry.get(qn("w:displayText"), value)
    return value


_OTHERWISE: Final = frozenset(
    qns("w15:repeatingSection w15:repeatingSectionItem w14:checkbox w:picture")
)
"""Controls that show their data by something else than its words."""


def _value(binding: etree._Element, package: Package) -> str | None:
    store = binding.get(qn("w:storeItemID"), "").lower()
    kept = package.related(package.main, _CUSTOM)
    stores = {package.store_id(name): name for name in kept}
    stores |= {
        known: name for known, kind in _PROPERTIES.items() for name in package.related("", kind)
    }
    for name in [stores[store]] if store and store in stores else []:
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
        if etree.iselement(first):
            return "".join(first.itertext())
        return first if isinstance(first, str) else None
    return None
