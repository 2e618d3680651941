"""Checks on the zip archive, made on its directory before anything is inflated."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Final
from urllib.parse import unquote

from msgspec import Struct

from octavo.finding import Finding
from octavo.ooxml.archive import DEFLATED, STORED
from octavo.ooxml.directory import LOCAL_HEADER, LOCAL_SIGNATURE, Directory, Entry
from octavo.ooxml.errors import Limits, file_fault, part_fault

_ENCRYPTED_FLAGS: Final = 0x2041
"""Bits 0, 6 and 13: encrypted, strongly encrypted, masked headers (APPNOTE, 4.4.4)."""
_DESCRIPTOR_FLAG: Final = 0x0008
_LONGEST_DESCRIPTOR: Final = 24
_MOST_FAULTS: Final = 20
"""Faults that one check reports, so that a hostile file cannot flood the report."""
_HOSTILE: Final = "do not open it: it may be hostile"
_SAVE_ANEW: Final = "open it in Word and save it again"


class Archive(Struct, frozen=True):
    """The bytes of a file and its directory."""

    path: str
    data: bytes
    directory: Directory
    limits: Limits

    def fault(self, entry: Entry, rule: str, message: str, hint: str = _SAVE_ANEW) -> Finding:
        """A fault of one member."""
        return part_fault(self.path, entry.name, rule, message, hint)

    def faults(
        self, entries: Iterable[Entry], rule: str, words: str, hint: str = _SAVE_ANEW
    ) -> Iterator[Finding]:
        """One fault that members share, at the first of them; it says how many more there are."""
        found = list(entries)
        if found:
            more = f", and {len(found) - 1} more like it" if found[1:] else ""
            yield self.fault(found[0], rule, f"“{found[0].name}” {words}{more}", hint)


def packed_bytes(data: bytes, entry: Entry) -> bytes:
    """The member's bytes as they lie in the archive."""
    start = body_start(data, entry)
    return data[start : start + entry.packed_size]


def body_start(data: bytes, entry: Entry) -> int:
    """Where the member's bytes begin, after its local header."""
    *_, name_length, extra_length = LOCAL_HEADER.unpack_from(data, entry.start)
    return int(entry.start + LOCAL_HEADER.size + name_length + extra_length)


def _too_many_members(archive: Archive) -> Iterator[Finding]:
    most = archive.limits.members
    if len(archive.directory.entries) > most:
        message = f"the archive holds more than {most} members"
        yield file_fault(
            archive.path, "limit-exceeded", message, "remove what the text does not use"
        )


def _too_large_members(archive: Archive) -> Iterator[Finding]:
    limits = archive.limits
    for entry in archive.directory.entries:
        if entry.size > limits.part_size:
            message = f"“{entry.name}” is larger than {limits.part_size:,} bytes"
            yield archive.fault(entry, "limit-exceeded", message, "use smaller pictures")
        elif entry.size > limits.inflated(entry.packed_size) and not _is_picture(entry.name):
            message = f"“{entry.name}” inflates to more than {limits.ratio} times its size"
            yield archive.fault(entry, "limit-exceeded", message)


def _is_picture(name: str) -> bool:
    """Whether a member may shrink as no text does: plain pictures are bounded by size alone."""
    return name.lower().endswith(_PICTURES)


_PICTURES: Final = (".bmp", ".tif", ".tiff", ".emf", ".wmf", ".png", ".gif", ".jpg", ".jpeg")


def _too_large_in_all(archive: Archive) -> Iterator[Finding]:
    most = archive.limits.total_size
    if sum(entry.size for entry in archive.directory.entries) > most:
        message = f"the parts together are larger than {most:,} bytes"
        yield file_fault(archive.path, "limit-exceeded", message, "use smaller pictures")


def _overlapping_members(archive: Archive) -> Iterator[Finding]:
    """Members that share bytes are a bomb (CVE-2024-0450)."""
    end = 0
    overlapping: list[Entry] = []
    for entry in sorted(archive.directory.entries, key=lambda entry: entry.start):
        if entry.start < end:
            overlapping.append(entry)
        end = max(end, _end(archive, entry))
    words = "shares its bytes with another member"
    yield from archive.faults(overlapping, "limit-exceeded", words, _HOSTILE)
    if end > archive.directory.start:
        message = "a member reaches into the directory of the archive"
        yield file_fault(archive.path, "limit-exceeded", message, _HOSTILE)


def _bytes_between_members(archive: Archive) -> Iterator[Finding]:
    end = 0
    entries = sorted(archive.directory.entries, key=lambda entry: entry.start)
    for entry in entries:
        if entry.start > end:
            where = "between its members" if end else "before the beginning of the archive"
            message = f"there are bytes {where}"
            yield file_fault(archive.path, "package-invalid", message, _SAVE_ANEW)
            return
        end = _end(archive, entry)
        if entry.flags & _DESCRIPTOR_FLAG:
            end += _LONGEST_DESCRIPTOR


def _end(archive: Archive, entry: Entry) -> int:
    if entry.start + LOCAL_HEADER.size > len(archive.data):
        return entry.start
    return body_start(archive.data, entry) + entry.packed_size


def _headers_that_differ(archive: Archive) -> Iterator[Finding]:
    """The header before a member has to say what the directory says of it."""
    entries = archive.directory.entries
    wrong = (entry for entry in entries if not _header_agrees(archive.data, entry))
    words = "has a header that differs from the directory of the archive"
    yield from archive.faults(wrong, "package-invalid", words)


def _header_agrees(data: bytes, entry: Entry) -> bool:
    at = entry.start + LOCAL_HEADER.size
    if at > len(data) or not data.startswith(LOCAL_SIGNATURE, entry.start):
        return False
    fields = LOCAL_HEADER.unpack_from(data, entry.start)
    _, _, flags, method, _, _, crc, packed, size, name_length, _ = fields
    name = data[at : at + name_length]
    if flags & _ENCRYPTED_FLAGS & ~entry.flags or method != entry.method:
        return False
    if name not in {_raw(entry, "utf-8"), _raw(entry, "cp437")}:
        return False
    if flags & _DESCRIPTOR_FLAG:
        return True
    wide = 0xFFFFFFFF
    return crc == entry.crc and packed in {entry.packed_size, wide} and size in {entry.size, wide}


def _raw(entry: Entry, encoding: str) -> bytes:
    return entry.name.encode(encoding, "replace")


def _encrypted_members(archive: Archive) -> Iterator[Finding]:
    encrypted = (e for e in archive.directory.entries if e.flags & _ENCRYPTED_FLAGS)
    yield from archive.faults(encrypted, "package-encrypted", "is encrypted", "remove the password")


def _unknown_methods(archive: Archive) -> Iterator[Finding]:
    unknown = [e for e in archive.directory.entries if e.method not in {STORED, DEFLATED}]
    for method in sorted({entry.method for entry in unknown}):
        alike = (entry for entry in unknown if entry.method == method)
        words = f"is compressed by an unknown method ({method})"
        yield from archive.faults(alike, "package-invalid", words)


def _names_that_leave(archive: Archive) -> Iterator[Finding]:
    """Names that are no part names (ISO/IEC 29500-2, 6.2.2) and would leave a folder."""
    for entry in archive.directory.entries:
        if not _is_part_name(entry.name.removesuffix("/")):
            message = f"“{entry.name}” is not a valid part name"
            yield archive.fault(entry, "package-invalid", message, _HOSTILE)


def _is_part_name(name: str) -> bool:
    plain = unquote(name)
    if "\\" in plain or ":" in plain or not plain.isprintable():
        return False
    return all(step.strip(". ") and not step.endswith(".") for step in plain.split("/"))


def _equal_names(archive: Archive) -> Iterator[Finding]:
    """Part names compare without case (ISO/IEC 29500-2, 6.2.2.3)."""
    seen: dict[str, str] = {}
    for entry in archive.directory.entries:
        folded = unicodedata.normalize("NFC", unquote(entry.name)).casefold()
        if folded in seen:
            message = f"“{entry.name}” is there twice"
            if entry.name != seen[folded]:
                message = f"“{entry.name}” and “{seen[folded]}” differ in case alone"
            yield archive.fault(entry, "package-invalid", message)
        seen.setdefault(folded, entry.name)


CHECKS: Final[tuple[Callable[[Archive], Iterator[Finding]], ...]] = (
    _too_many_members,
    _too_large_members,
    _too_large_in_all,
    _overlapping_members,
    _bytes_between_members,
    _headers_that_differ,
    _encrypted_members,
    _unknown_methods,
    _names_that_leave,
    _equal_names,
)


def check_archive(archive: Archive) -> tuple[Finding, ...]:
    """Every fault of the archive, before anything of it is inflated."""
    return tuple(finding for check in CHECKS for finding in islice(check(archive), _MOST_FAULTS))
