"""Reading a Word file through the safety gate, in stages; a stage reports all its faults."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from octavo.inputs import name_of, read_input, reason_of
from octavo.ooxml.assemble import assemble, refuse_many_marks, xml_fault
from octavo.ooxml.errors import PackageError, fail, refuse
from octavo.ooxml.gate import check_contents
from octavo.ooxml.gate.contents import Contents
from octavo.ooxml.limits import DEFAULT_LIMITS
from octavo.ooxml.parse import XmlError
from octavo.ooxml.relationships import source_of
from octavo.ooxml.unpack import unpack, unpack_archive

if TYPE_CHECKING:
    from collections.abc import Collection

    from lxml import etree

    from octavo.finding import Finding
    from octavo.inputs import Input
    from octavo.ooxml.limits import Limits
    from octavo.ooxml.package import Package


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


def gated(package: Package, *, limits: Limits = DEFAULT_LIMITS) -> Package:
    """A package that was made in memory, held to the gate as if it had been read.

    Raises:
        PackageError: it did not pass.
    """
    texts = (part.data for part in package.parts.values() if part.is_xml)
    refuse_many_marks(texts, package.path, limits)
    return _checked(package)


def _checked(package: Package, allow: Collection[str] = (), *, only_read: bool = False) -> Package:
    trees, findings = _trees(package)
    refused, notes = check_contents(Contents(package, trees), allow, only_read=only_read)
    refuse((*findings, *refused))
    return replace(package, notes=notes) if notes else package


def open_package(
    given: Input, *, limits: Limits = DEFAULT_LIMITS, allow: Collection[str] = ()
) -> Package:
    """Read a Word file: a path, its bytes or an open file; ``allow`` as for `read_package`.

    Raises:
        PackageError: as `read_file` and `read_package` do.
    """
    data = read_file(given, limits=limits)
    return read_package(data, name_of(given), limits=limits, allow=allow)


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
