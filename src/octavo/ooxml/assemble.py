"""From the members of an archive to a package: types, relationships, the main part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from octavo.finding import Finding
from octavo.ooxml.archive import Member
from octavo.ooxml.errors import Limits, PackageError, fail, part_fault, refuse
from octavo.ooxml.gate.kind import Refusal, find_main, other_archive
from octavo.ooxml.names import CONTENT_TYPES_NAME
from octavo.ooxml.package import Package, Part
from octavo.ooxml.parse import XmlError
from octavo.ooxml.relationships import (
    ContentTypes,
    Relationship,
    read_content_types,
    read_relationships,
    source_of,
)

if TYPE_CHECKING:
    Members = Mapping[str, tuple[Member, bytes]]

_TYPES_TYPE: Final = "application/xml"
_HINTS: Final = {
    "xml-unsafe": "Word never writes one: ask whoever sent the file",
    "package-invalid": "open the file in Word and save it again",
    "limit-exceeded": "divide the text into several files",
}
_NO_TYPES: Final = Refusal(
    "package-invalid",
    "the archive holds no “[Content_Types].xml”, so it is not a Word document",
    "open it in Word and save it again",
)


def assemble(members: Members, path: str, limits: Limits) -> Package:
    """The package that the members of an archive make up.

    Raises:
        PackageError: it is no Word document, or too large to be parsed.
    """
    types_member = _types_member(path, members)
    refuse_many_marks([types_member.data], path, limits)
    types = _types(path, types_member.data)
    # ISO/IEC 29500-2 has every part typed; members without a type are no parts
    parts = {
        name: Part(name, content_type, data=data, member=member)
        for name, (member, data) in members.items()
        if (content_type := types.of(name)) is not None
        and name.lower() != CONTENT_TYPES_NAME.lower()
    }
    refuse_many_marks((part.data for part in parts.values() if part.is_xml), path, limits)
    relationships = _relationships(path, parts)
    main = find_main(types, relationships.get("", ()), parts)
    if isinstance(main, Refusal):
        fail(path, main.rule, main.message, main.hint)
    return Package(path, main, parts, types, types_member, relationships)


def related(package: Package) -> Package:
    """The package, whose relationship parts have changed, with what they say now.

    Raises:
        PackageError: They cannot be read.
    """
    return replace(package, _relationships=_relationships(package.path, package.parts))


def xml_fault(path: str, part: str, error: XmlError) -> Finding:
    """The finding for a part that is no XML that may be read."""
    message = f"the part “{part}” {error.message}"
    return part_fault(path, part, error.rule, message, _HINTS[error.rule])


def _types_member(path: str, members: Members) -> Part:
    for name, (member, data) in members.items():
        if name.lower() == CONTENT_TYPES_NAME.lower():
            return Part(CONTENT_TYPES_NAME, _TYPES_TYPE, data=data, member=member)
    mimetype = members["mimetype"][1] if "mimetype" in members else None
    refusal = other_archive(mimetype, members) or _NO_TYPES
    return fail(path, refusal.rule, refusal.message, refusal.hint)


def refuse_many_marks(texts: Iterable[bytes], path: str, limits: Limits) -> None:
    """Refuse parts with more markup than may be parsed.

    Raises:
        PackageError: They hold more.
    """
    if sum(data.count(b"<") + data.count(b"=") for data in texts) > limits.marks:
        message = f"the parts hold more than {limits.marks:,} elements and attributes"
        fail(path, "limit-exceeded", message, "divide the text into several files")


def _types(path: str, data: bytes) -> ContentTypes:
    try:
        types = read_content_types(data)
    except XmlError as error:
        raise PackageError([xml_fault(path, CONTENT_TYPES_NAME, error)]) from None
    refuse(
        part_fault(path, CONTENT_TYPES_NAME, "package-invalid", f"it gives “{name}” two types")
        for name in types.repeated
    )
    return types


def _relationships(path: str, parts: Mapping[str, Part]) -> dict[str, tuple[Relationship, ...]]:
    relationships: dict[str, tuple[Relationship, ...]] = {}
    findings: list[Finding] = []
    names = {name.lower(): name for name in parts}
    for name, part in parts.items():
        source = source_of(name)
        if source is None:
            continue
        try:
            found = read_relationships(part.root, source)
        except XmlError as error:
            findings.append(xml_fault(path, name, error))
        else:
            findings += _repeated_ids(path, name, found)
            relationships[source] = tuple(
                pointer
                if pointer.target in parts
                else replace(pointer, target=names.get(pointer.target.lower(), pointer.target))
                for pointer in found
            )
    refuse(findings)
    return relationships


def _repeated_ids(path: str, name: str, pointers: Iterable[Relationship]) -> Iterable[Finding]:
    for id_, count in Counter(pointer.id for pointer in pointers).items():
        if count > 1:
            message = f"the relationship “{id_}” is there twice"
            yield part_fault(path, name, "package-invalid", message)
