"""A file as it leaves the house: changes taken, comments and anchors gone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from octavo.ooxml import COMMENTS, RELATIONSHIP_BASE, edit_package, qn, qns, remove, resolved

if TYPE_CHECKING:
    from collections.abc import Collection

    from lxml import etree

    from octavo.ooxml import Package

_MICROSOFT: Final = "http://schemas.microsoft.com/office/"
_TALK: Final = frozenset(
    {
        COMMENTS,
        f"{_MICROSOFT}2011/relationships/commentsExtended",
        f"{_MICROSOFT}2011/relationships/people",
        f"{_MICROSOFT}2016/09/relationships/commentsIds",
        f"{_MICROSOFT}2018/08/relationships/commentsExtensible",
    }
)
_CUSTOM: Final = f"{RELATIONSHIP_BASE}custom-properties"
_PROPERTY: Final = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}property"
)
_COMMENT_MARKS: Final = qns("w:commentRangeStart w:commentRangeEnd")
_OF_EDITING: Final = qns("w:trackRevisions w:rsids w:rsid w:docVars")


def clean(package: Package, *, stem: str, properties: Collection[str] = ()) -> Package:
    """The file with every tracked change taken, without comments, anchors and marks of editing.

    ``stem`` is what the names of anchors begin with, ``properties`` name custom ones that go.
    """
    pointers = [each for _, found in package.all_relationships() for each in found]
    talk = {each.target for each in pointers if each.type in _TALK}
    own = {each.target for each in pointers if each.type == _CUSTOM}
    changed = {
        name: _without(resolved(root, accept=True), stem, properties if name in own else ())
        for name, root in package.trees().items()
        if name not in talk
    }
    return edit_package(package, changed, talk, lambda pointer: pointer.type not in _TALK)


def _without(root: etree._Element, stem: str, properties: Collection[str]) -> etree._Element:
    references = root.iter(qn("w:commentReference"))
    gone: list[etree._Element] = [*root.iter(*_COMMENT_MARKS, *_OF_EDITING), *references]
    ids = set()
    for start in root.iter(qn("w:bookmarkStart")):
        if start.get(qn("w:name"), "").startswith(stem):
            ids.add(start.get(qn("w:id")))
            gone.append(start)
    gone += [end for end in root.iter(qn("w:bookmarkEnd")) if end.get(qn("w:id")) in ids]
    gone += [each for each in root.iter(_PROPERTY) if each.get("name") in properties]
    remove(*gone)
    return root
