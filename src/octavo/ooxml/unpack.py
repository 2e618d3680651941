"""From the bytes of a file to the members of its archive, each inflated with a count."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from octavo.ooxml.archive import STORED, InflateError, Member, inflate
from octavo.ooxml.directory import DirectoryError, read_directory
from octavo.ooxml.errors import fail, part_fault, refuse
from octavo.ooxml.gate.archive import Archive, check_archive, packed_bytes
from octavo.ooxml.gate.container import looks_like

if TYPE_CHECKING:
    from octavo.finding import Finding
    from octavo.ooxml.directory import Directory, Entry
    from octavo.ooxml.limits import Limits

_MOST_FAULTS = 20
_HINT = "take the file from its author again"


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
    archive = Archive(path, data, _directory(data, path, limits), limits)
    refuse(check_archive(archive))
    return _inflate(archive)


def _refuse_other_files(data: bytes, path: str, limits: Limits) -> None:
    if len(data) > limits.file_size:
        message = f"the file is larger than {limits.file_size:,} bytes"
        fail(path, "limit-exceeded", message, "use smaller pictures")
    looks = looks_like(data)
    if looks is not None:
        fail(path, looks.rule, looks.message, looks.hint)


def _directory(data: bytes, path: str, limits: Limits) -> Directory:
    try:
        return read_directory(data, limits.members)
    except DirectoryError as error:
        fail(path, "package-invalid", f"the archive is damaged: {error}", _HINT)


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
