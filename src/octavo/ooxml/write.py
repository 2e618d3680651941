"""Writing a Word file: the same bytes for the same parts, on any machine."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from msgspec.structs import replace

from octavo.ooxml.archive import write_archive
from octavo.ooxml.assemble import related
from octavo.ooxml.content_types import read_content_types, with_parts
from octavo.ooxml.relationships import relationships_name, source_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from octavo.ooxml.package import Package, Part


def write_package(
    package: Package,
    changed: Mapping[str, bytes] = MappingProxyType({}),
    *,
    added: Collection[Part] = (),
) -> bytes:
    """The file with some parts changed or added, as `edited` makes them.

    Unchanged parts are copied compressed as they are; changed and added ones are packed by
    libdeflate, since what zlib makes of them depends on the Python at hand. Times are fixed,
    ``[Content_Types].xml`` comes first, added parts last in the order given.

    Raises:
        KeyError: ``changed`` names a part that the package does not have.
    """
    made = _changed(package, changed, (), added)
    parts = (made.types_member, *made.parts.values())
    return write_archive(part.member for part in parts)


def edited(
    package: Package,
    changed: Mapping[str, bytes],
    *,
    removed: Collection[str] = (),
    added: Collection[Part] = (),
) -> Package:
    """The package with some parts changed, removed or added; nothing is packed for it.

    A removed part takes its relationship part with it; relationships that point to it are the
    caller's to drop.

    Raises:
        KeyError: ``changed`` names a part that the package does not have.
        PackageError: Relationships that were changed or added cannot be read.
    """
    made = _changed(package, changed, removed, added)
    gone = map(relationships_name, removed)
    if any(
        source_of(name) is not None for name in (*changed, *gone, *(part.name for part in added))
    ):
        return related(made)
    return made


def _changed(
    package: Package,
    changed: Mapping[str, bytes],
    removed: Collection[str],
    added: Collection[Part],
) -> Package:
    """The package with other parts; what its relationships say now is not read."""
    unknown = [name for name in changed if name not in package.parts]
    if unknown:
        raise KeyError(*unknown)
    gone = {*removed, *map(relationships_name, removed)}
    parts = {
        name: part.with_data(changed[name]) if name in changed else part
        for name, part in package.parts.items()
        if name not in gone or name in changed
    }
    parts |= {part.name: part for part in added}
    package = replace(package, parts=parts)
    return _with_types(package, gone, added) if gone or added else package


def _with_types(package: Package, gone: set[str], added: Collection[Part]) -> Package:
    types = {part.name: part.content_type for part in added if not part.name.endswith(".rels")}
    member = package.types_member
    member = member.with_data(with_parts(member.data, types, gone))
    return replace(package, types_member=member, types=read_content_types(member.data))
