"""Reading a Word file through the safety gate, in stages; a stage reports all its faults."""

from __future__ import annotations

import zlib
from collections import Counter
from typing import TYPE_CHECKING, NoReturn

from bluf.ooxml.archive import STORED, InflateError, Member, inflate
from bluf.ooxml.content_types import read_content_types
from bluf.ooxml.directory import DirectoryError, read_directory
from bluf.ooxml.errors import PackageError, file_fault, part_fault
from bluf.ooxml.gate import check_contents
from bluf.ooxml.gate.archive import Archive, check_archive, packed_bytes
from bluf.ooxml.gate.container import looks_like
from bluf.ooxml.gate.contents import Contents
from bluf.ooxml.gate.kind import Refusal, find_main, other_archive
from bluf.ooxml.limits import DEFAULT_LIMITS
from bluf.ooxml.names import CONTENT_TYPES_NAME
from bluf.ooxml.package import Package, Part
from bluf.ooxml.parse import XmlError, parse_xml
from bluf.ooxml.relationships import read_relationships, source_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml import etree

    from bluf.finding import Finding
    from bluf.ooxml.content_types import ContentTypes
    from bluf.ooxml.directory import Directory, Entry
    from bluf.ooxml.limits import Limits
    from bluf.ooxml.relationships import Relationship

_TYPES_TYPE = "application/xml"


def read_package(data: bytes, path: str, *, limits: Limits = DEFAULT_LIMITS) -> Package:
    """Read a Word file; ``path`` is what messages call it.

    Raises:
        PackageError: the file did not pass the gate; it carries every fault of the first stage
            that found one.
    """
    _refuse_other_files(data, path, limits)
    archive = Archive(path, data, _directory(data, path, limits), limits)
    _refuse(check_archive(archive))
    members = _inflate(archive)
    package = _package(path, members)
    trees, findings = _trees(package, limits)
    _refuse((*findings, *check_contents(Contents(package, trees))))
    return package


def read_members(data: bytes, path: str, *, limits: Limits = DEFAULT_LIMITS) -> dict[str, bytes]:
    """The members of any archive that is sound, by name; what they hold is not judged.

    Raises:
        PackageError: the archive did not pass the gate.
    """
    archive = Archive(path, data, _directory(data, path, limits), limits)
    _refuse(check_archive(archive))
    return {name: content for name, (_, content) in _inflate(archive).items()}


def _refuse(findings: Iterable[Finding]) -> None:
    found = tuple(findings)
    if found:
        raise PackageError(found)


def _fail(path: str, rule: str, message: str, hint: str = "") -> NoReturn:
    raise PackageError([file_fault(path, rule, message, hint)]) from None


def _refuse_other_files(data: bytes, path: str, limits: Limits) -> None:
    if len(data) > limits.file_size:
        message = f"the file is larger than {limits.file_size:,} bytes"
        _fail(path, "limit-exceeded", message, "use smaller pictures")
    looks = looks_like(data)
    if looks is not None:
        _fail(path, looks.rule, looks.message, looks.hint)


def _directory(data: bytes, path: str, limits: Limits) -> Directory:
    try:
        return read_directory(data, limits.members)
    except DirectoryError as error:
        message = f"the archive is damaged: {error}"
        _fail(path, "package-invalid", message, "take the file from its author again")


def _inflate(archive: Archive) -> dict[str, tuple[Member, bytes]]:
    """Members with their inflated bytes, without folders."""
    members: dict[str, tuple[Member, bytes]] = {}
    findings: list[Finding] = []
    for entry in archive.directory.entries:
        try:
            member, data = _member(archive, entry)
        except InflateError as error:
            rule = "limit-exceeded" if error.too_large else "package-invalid"
            message = f"“{entry.name}” cannot be read: {error}"
            hint = "take the file from its author again"
            findings.append(part_fault(archive.path, entry.name, rule, message, hint))
        else:
            members[entry.name] = member, data
    _refuse(findings)
    return {name: pair for name, pair in members.items() if not name.endswith("/")}


def _member(archive: Archive, entry: Entry) -> tuple[Member, bytes]:
    packed = packed_bytes(archive.data, entry)
    data = packed if entry.method == STORED else inflate(packed, entry.size)
    if len(data) != entry.size:
        raise InflateError("it is not as long as the archive says")
    if zlib.crc32(data) != entry.crc:
        raise InflateError("its check sum is wrong")
    return Member(entry.name, entry.method, entry.crc, entry.size, packed), data


def _package(path: str, members: Mapping[str, tuple[Member, bytes]]) -> Package:
    types_member = _types_member(path, members)
    types = _types(path, types_member.data)
    parts = dict(_parts(types, members))
    relationships = _relationships(path, parts)
    main = find_main(types, relationships.get("", ()), parts)
    if isinstance(main, Refusal):
        _fail(path, main.rule, main.message, main.hint)
    return Package(path, main, parts, types, types_member, relationships)


def _types_member(path: str, members: Mapping[str, tuple[Member, bytes]]) -> Part:
    for name, (member, data) in members.items():
        if name.lower() == CONTENT_TYPES_NAME.lower():
            return Part(CONTENT_TYPES_NAME, _TYPES_TYPE, data, member)
    mimetype = members["mimetype"][1] if "mimetype" in members else None
    refusal = other_archive(mimetype, members)
    if refusal is not None:
        _fail(path, refusal.rule, refusal.message, refusal.hint)
    message = "the archive holds no “[Content_Types].xml”, so it is no Word document"
    _fail(path, "package-invalid", message, "open it in Word and save it anew")


def _types(path: str, data: bytes) -> ContentTypes:
    try:
        types = read_content_types(data)
    except XmlError as error:
        _refuse([xml_fault(path, CONTENT_TYPES_NAME, error)])
        raise
    _refuse(
        part_fault(path, CONTENT_TYPES_NAME, "package-invalid", f"it gives “{name}” two types")
        for name in types.repeated
    )
    return types


def xml_fault(path: str, part: str, error: XmlError) -> Finding:
    """The finding for a part that is no XML that may be read."""
    return part_fault(path, part, error.rule, f"the part “{part}” {error.message}")


def _parts(
    types: ContentTypes, members: Mapping[str, tuple[Member, bytes]]
) -> Iterable[tuple[str, Part]]:
    """Members that have a type; ISO/IEC 29500-2 has every part typed, and others are no parts."""
    for name, (member, data) in members.items():
        content_type = types.of(name)
        if content_type is not None and name.lower() != CONTENT_TYPES_NAME.lower():
            yield name, Part(name, content_type, data, member)


def _relationships(path: str, parts: Mapping[str, Part]) -> dict[str, tuple[Relationship, ...]]:
    relationships: dict[str, tuple[Relationship, ...]] = {}
    findings: list[Finding] = []
    for name, part in parts.items():
        source = source_of(name)
        if source is None:
            continue
        try:
            relationships[source] = read_relationships(part.data, source)
        except XmlError as error:
            findings.append(xml_fault(path, name, error))
            continue
        ids = Counter(pointer.id for pointer in relationships[source])
        findings += (
            part_fault(path, name, "package-invalid", f"the relationship “{id_}” is there twice")
            for id_, count in ids.items()
            if count > 1
        )
    _refuse(findings)
    return relationships


def _trees(package: Package, limits: Limits) -> tuple[dict[str, etree._Element], list[Finding]]:
    """Root elements of the XML parts, and the faults of those that cannot be read."""
    texts = {
        name: part.data
        for name, part in package.parts.items()
        if part.is_xml and source_of(name) is None
    }
    if sum(data.count(b"<") + data.count(b"=") for data in texts.values()) > limits.marks:
        message = f"the parts hold more than {limits.marks:,} elements and attributes"
        _fail(package.path, "limit-exceeded", message, "divide the text into several files")
    trees: dict[str, etree._Element] = {}
    findings: list[Finding] = []
    for name, data in texts.items():
        try:
            trees[name] = parse_xml(data)
        except XmlError as error:
            findings.append(xml_fault(package.path, name, error))
    return trees, findings
