"""A package with some parts changed or taken out, as a new package."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from msgspec.structs import replace

from octavo.ooxml.content_types import with_parts
from octavo.ooxml.elements import in_place, remove
from octavo.ooxml.names import DOCUMENT_TYPE, SETTINGS, qn
from octavo.ooxml.relationships import relationships_name

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from lxml import etree

    from octavo.ooxml.package import Package, Part
    from octavo.ooxml.relationships import Relationship


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
    """The package with the wish that Word updates its fields when it is opened."""
    changed = {}
    for part in package.related(package.main, SETTINGS):
        changed[part] = root = deepcopy(package.parts[part].root)
        in_place(root, "updateFields").set(qn("w:val"), "true")
    return edit_package(package, changed, (), lambda _: True)


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
