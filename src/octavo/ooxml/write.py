"""Writing a Word file: the same bytes for the same parts, on any machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from octavo.ooxml.archive import packed, write_archive
from octavo.ooxml.content_types import with_parts
from octavo.ooxml.names import CONTENT_TYPES_NAME
from octavo.ooxml.relationships import relationships_name

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from octavo.ooxml.archive import Member
    from octavo.ooxml.package import Package


class NewPart(Struct, frozen=True):
    """A part that the package does not have yet."""

    content_type: str
    data: bytes


def write_package(
    package: Package,
    changed: Mapping[str, bytes],
    *,
    removed: Collection[str] = (),
    added: Mapping[str, NewPart] | None = None,
) -> bytes:
    """The file with some parts changed, removed or added.

    Unchanged parts are copied compressed as they are; changed and added ones are packed by
    libdeflate, since what zlib makes of them depends on the Python at hand. Times are fixed,
    ``[Content_Types].xml`` comes first, added parts last in the order given. A removed part takes
    its relationship part with it; relationships that point to it are the caller's to drop.

    Raises:
        KeyError: ``changed`` names a part that the package does not have.
    """
    new = {} if added is None else added
    unknown = [name for name in changed if name not in package.parts]
    if unknown:
        raise KeyError(*unknown)
    gone = {*removed, *map(relationships_name, removed)}
    return write_archive(_members(package, changed, gone, new))


def _members(
    package: Package, changed: Mapping[str, bytes], gone: set[str], new: Mapping[str, NewPart]
) -> Iterator[Member]:
    yield _content_types(package, gone, new)
    for name, part in package.parts.items():
        data = changed.get(name)
        if data is not None:
            yield packed(name, data)
        elif name not in gone:
            yield part.member
    for name, addition in new.items():
        yield packed(name, addition.data)


def _content_types(package: Package, gone: set[str], new: Mapping[str, NewPart]) -> Member:
    if not gone and not new:
        return package.types_member.member
    types = {name: part.content_type for name, part in new.items() if not name.endswith(".rels")}
    return packed(CONTENT_TYPES_NAME, with_parts(package.types_member.data, types, gone))
