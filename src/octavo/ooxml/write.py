"""Changing and writing a Word file: the same bytes for the same parts, on any machine."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from copy import deepcopy
from types import MappingProxyType

from lxml import etree
from msgspec.structs import replace

from octavo.ooxml.archive import write_archive
from octavo.ooxml.assemble import related
from octavo.ooxml.elements import in_place, remove
from octavo.ooxml.names import DOCUMENT_TYPE, SETTINGS, qn
from octavo.ooxml.package import Package, Part
from octavo.ooxml.relationships import (
    Relationship,
    read_content_types,
    relationships_name,
    source_of,
    with_parts,
)


def edit_package(
    package: Package,
    changed: Mapping[str, etree._Element],
    removed: Collection[str],
    keeps: Callable[[Relationship], bool],
) -> Package:
    """The package with some parts changed, others removed, and the relationships it keeps.

    ``changed`` are trees, which nobody may change from here on. A removed part takes its
    relationship part and every relationship that points to it along. Changed parts are stored
    without compression, as `octavo.ooxml.write_package` does it.
    """
    gone = {*removed, *map(relationships_name, removed)}
    pointers = {
        source: tuple(p for p in found if keeps(p) and (p.external or p.target not in gone))
        for source, found in package.all_relationships()
        if source not in gone
    }
    rewritten = dict(changed)
    for source, kept in pointers.items():
        if len(kept) < len(package.relationships(source)):
            name = relationships_name(source)
            ids = {pointer.id for pointer in kept}
            rewritten[name] = _with_ids(package.parts[name], ids)
    parts = {
        name: part.with_root(rewritten[name]) if name in rewritten else part
        for name, part in package.parts.items()
        if name not in gone
    }
    types = package.types_member
    if gone:
        types = types.with_data(with_parts(types.data, {}, gone))
    return replace(package, parts=parts, types_member=types, _relationships=pointers)


def update_fields(package: Package) -> Package:
    """The package with the setting that Word updates its fields when it is opened."""
    changed = {}
    for part in package.related(package.main, SETTINGS):
        changed[part] = root = deepcopy(package.parts[part].root)
        in_place(root, "updateFields").set(qn("w:val"), "true")
    return package.with_trees(changed)


def as_document(package: Package) -> Package:
    """The package as a document: what is a template by its type (.dotx) becomes a .docx."""
    main = package.parts[package.main]
    if main.content_type == DOCUMENT_TYPE:
        return package
    types = with_parts(package.types_member.data, {main.name: DOCUMENT_TYPE}, ())
    parts = {**package.parts, main.name: main.with_type(DOCUMENT_TYPE)}
    return replace(package, parts=parts, types_member=package.types_member.with_data(types))


def _with_ids(part: Part, ids: Collection[str]) -> etree._Element:
    root = deepcopy(part.root)
    relationships = root.iter(qn("rel:Relationship"))
    remove(*(one for one in relationships if one.get("Id") not in ids))
    return root


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
