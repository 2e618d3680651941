"""The digest that a Word file carries of its own parts, so that an edited one is known anywhere."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from lxml import etree

from octavo.ooxml import RELATIONSHIP_BASE, NewPart, PackageError, edited, read_package, serialise

if TYPE_CHECKING:
    from octavo.ooxml import Package

DIGEST: Final = "bluf.digest"
"""Name of the custom property."""

ALLOWED: Final = ("ole", "linked-pictures")
"""What a file of ours may hold, where its template was allowed to."""
_PART: Final = "docProps/custom.xml"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_RELATIONSHIP: Final = f"{RELATIONSHIP_BASE}custom-properties"
_NAMESPACE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VALUES: Final = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FORMAT: Final = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The set of properties that users define (ECMA-376, 22.3.2.2)."""
_TOP: Final = "_rels/.rels"


def stamped(package: Package) -> Package:
    """A Word file of ours with the digest of its parts."""
    root = _properties(package)
    numbers = [int(each.get("pid", "1")) for each in root]
    entry = etree.SubElement(
        root,
        f"{{{_NAMESPACE}}}property",
        {"fmtid": _FORMAT, "pid": str(max(numbers, default=1) + 1), "name": DIGEST},
    )
    etree.SubElement(entry, f"{{{_VALUES}}}lpwstr").text = _digest(package)
    data = serialise(root)
    if _PART in package.parts:
        return edited(package, {_PART: data})
    return edited(package, {_TOP: _with_pointer(package)}, added={_PART: NewPart(_TYPE, data)})


def is_as_written(document: bytes) -> bool | None:
    """Whether nobody changed a Word file since we wrote it; None where it does not say."""
    try:
        package = read_package(document, "output.docx", allow=ALLOWED)
    except PackageError:
        return False  # we write none that cannot be read
    said = digest_in(package)
    return None if said is None else said == _digest(package)


def digest_in(package: Package) -> str | None:
    """The digest that a Word file carries, whether or not it is still right; None for none."""
    named = (each for each in _properties(package) if each.get("name") == DIGEST)
    return next(("".join(each.itertext()).strip() for each in named), None)


def _digest(package: Package) -> str:
    """SHA-256 over the parts, but for those that hold the digest and point to it."""
    whole = hashlib.sha256()
    for name in sorted(package.parts.keys() - {_PART, _TOP}):
        whole.update(name.encode() + b"\0")
        whole.update(hashlib.sha256(package.parts[name].data).digest())
    return whole.hexdigest()


def _properties(package: Package) -> etree._Element:
    """The custom properties, as a tree of their own."""
    if _PART in package.parts:
        return etree.fromstring(package.parts[_PART].data)  # it has passed the gate
    return etree.Element(f"{{{_NAMESPACE}}}Properties", nsmap={None: _NAMESPACE, "vt": _VALUES})


def _with_pointer(package: Package) -> bytes:
    """What the package points to, and the custom properties."""
    root = etree.fromstring(package.parts[_TOP].data)  # it has passed the gate
    name = etree.QName(root).namespace
    ids = {pointer.get("Id") for pointer in root}
    free = next(f"rId{number}" for number in range(1, len(ids) + 2) if f"rId{number}" not in ids)
    pointer = {"Id": free, "Type": _RELATIONSHIP, "Target": _PART}
    etree.SubElement(root, f"{{{name}}}Relationship", pointer)
    return serialise(root)
