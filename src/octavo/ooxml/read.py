"""Reading a Word file through the safety gate, in stages; a stage reports all its faults."""

from __future__ import annotations

import zlib
from collections.abc import Collection

from lxml import etree
from msgspec.structs import replace

from octavo.finding import Finding
from octavo.inputs import Input, name_of, read_input, reason_of
from octavo.ooxml.archive import STORED, InflateError, Member, inflate
from octavo.ooxml.assemble import assemble, refuse_many_marks, xml_fault
from octavo.ooxml.directory import DirectoryError, Entry, read_directory
from octavo.ooxml.errors import DEFAULT_LIMITS, Limits, PackageError, fail, part_fault, refuse
from octavo.ooxml.gate import check_contents
from octavo.ooxml.gate.archive import Archive, check_archive, packed_bytes
from octavo.ooxml.gate.contents import Contents
from octavo.ooxml.gate.kind import looks_like
from octavo.ooxml.package import Package
from octavo.ooxml.parse import XmlError
from octavo.ooxml.relationships import source_of

_MOST_FAULTS = 20
_HINT = "take the file from its author again"


def read_package(
    data: bytes,
    path: str,
    *,
    limits: Limits = DEFAULT_LIMITS,
    allow: Collection[str] = (),
    only_read: bool = False,
) -> Package:
    """Read a Word file; ``path`` is what messages call it.

    ``allow`` names what may stand in it though it is refused else: ``ole``, ``linked-pictures``. A
    file that is ``only_read``, and never written again, may hold macros, fields, objects and
    pointers too, but for pictures of the reader's own disk: reading runs and follows nothing.

    Raises:
        PackageError: the file did not pass the gate; it carries every fault of the first stage
            that found one: the archive, the package, then the XML and all that it holds.
    """
    package = assemble(unpack(data, path, limits), path, limits)
    return _checked(package, allow, only_read=only_read)


def gated(package: Package) -> Package:
    """A package that was made in memory, held to the gate as if it had been read.

    Raises:
        PackageError: it did not pass.
    """
    texts = (part.data for part in package.parts.values() if part.is_xml)
    refuse_many_marks(texts, package.path, DEFAULT_LIMITS)
    return _checked(package)


def _checked(package: Package, allow: Collection[str] = (), *, only_read: bool = False) -> Package:
    trees, findings = _trees(package)
    refused, notes = check_contents(Contents(package, trees), allow, only_read=only_read)
    refuse((*findings, *refused))
    return replace(package, notes=notes) if notes else package


def open_package(given: Input, *, allow: Collection[str] = ()) -> Package:
    """Read a Word file: a path, its bytes or an open file; ``allow`` as for `read_package`.

    Raises:
        PackageError: as `read_file` and `read_package` do.
    """
    return read_package(read_file(given), name_of(given), allow=allow)


def read_file(given: Input, *, limits: Limits = DEFAULT_LIMITS) -> bytes:
    """The bytes of an ordinary file, at most one more than ``limits.file_size``.

    Raises:
        PackageError: ``file-unreadable``: it cannot be read, or is not a regular file, such as a
            pipe that would never end.
    """
    try:
        return read_input(given, limits.file_size).data
    except OSError as error:
        fail(name_of(given), "file-unreadable", f"the file cannot be read: {reason_of(error)}")


def read_members(data: bytes, path: str, *, limits: Limits = DEFAULT_LIMITS) -> dict[str, bytes]:
    """The members of any archive that is sound, by name; what they hold is not judged.

    Raises:
        PackageError: the archive did not pass the gate.
    """
    members = unpack_archive(data, path, limits)
    return {name: content for name, (_, content) in members.items()}


def same_parts(one: bytes, other: bytes) -> bool:
    """Whether two files are alike but for how they are packed; none but archives are packed.

    Another build of the library that packs may give other bytes for the same parts.
    """
    if one == other:
        return True
    try:
        pair = [read_members(data, "") for data in (one, other)]
    except PackageError:
        return False
    return list(pair[0].items()) == list(pair[1].items())


def _trees(package: Package) -> tuple[dict[str, etree._Element], list[Finding]]:
    """Root elements of the XML parts, and the faults of those that cannot be read."""
    trees: dict[str, etree._Element] = {}
    findings: list[Finding] = []
    for name, part in package.parts.items():
        if not part.is_xml or source_of(name) is not None:
            continue
        try:
            trees[name] = part.root
        except XmlError as error:
            findings.append(xml_fault(package.path, name, error))
    return trees, findings


def unpack(data: bytes, path: str, limits: Limits) -> dict[str, tuple[Member, bytes]]:
    """Members by name in the order of the archive, with their inflated bytes; without folders.

    Raises:
        PackageError: the file is no archive, or one that may not be inflated.
    """
    _refuse_other_files(data, path, limits)
    return unpack_archive(data, path, limits)


def unpack_archive(data: bytes, path: str, limits: Limits) -> dict[str, tuple[Member, bytes]]:
    """The same for any archive, whatever it holds.

    Raises:
        PackageError: the archive may not be inflated.
    """
    try:
        directory = read_directory(data, limits.members)
    except DirectoryError as error:
        fail(path, "package-invalid", f"the archive is damaged: {error}", _HINT)
    archive = Archive(path, data, directory, limits)
    refuse(check_archive(archive))
    return _inflate(archive)


def _refuse_other_files(data: bytes, path: str, limits: Limits) -> None:
    if len(data) > limits.file_size:
        message = f"the file is larger than {limits.file_size:,} bytes"
        fail(path, "limit-exceeded", message, "use smaller pictures")
    looks = looks_like(data)
    if looks is not None:
        fail(path, looks.rule, looks.message, looks.hint)


def _inflate(archive: Archive) -> dict[str, tuple[Member, bytes]]:
    members: dict[str, tuple[Member, bytes]] = {}
    findings: list[Finding] = []
    for entry in archive.directory.entries:
        if len(findings) == _MOST_FAULTS:
            break
        try:
            members[entry.name] = _member(archive, entry)
        except InflateError as error:
            rule = "limit-exceeded" if error.too_large else "package-invalid"
            message = f"“{entry.name}” cannot be read: {error}"
            findings.append(part_fault(archive.path, entry.name, rule, message, _HINT))
    refuse(findings)
    return {name: pair for name, pair in members.items() if not name.endswith("/")}


def _member(archive: Archive, entry: Entry) -> tuple[Member, bytes]:
    packed = packed_bytes(archive.data, entry)
    data = packed if entry.method == STORED else inflate(packed, entry.size)
    if len(data) != entry.size:
        raise InflateError("it is not as long as the archive says")
    if zlib.crc32(data) != entry.crc:
        raise InflateError("its check sum is wrong")
    return Member(entry.name, entry.method, entry.crc, entry.size, packed), data
