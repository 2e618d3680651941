"""The comments of a file, and a file as it leaves the house: changes taken, comments gone.

A comment knows who said what, of which words, and whether it is settled.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Final

from lxml import etree
from msgspec import Struct

from octavo.location import WordLocation
from octavo.ooxml import (
    COMMENTS,
    PARAGRAPH,
    RELATIONSHIP_BASE,
    Package,
    PlacedBlock,
    RunReader,
    edit_package,
    hiding_of,
    places_of,
    qn,
    qns,
    remove,
    resolved,
)
from octavo.revisions.reading import RevisionAuthor

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


_EXTENDED: Final = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
_ID: Final = qn("w:id")


class Comment(Struct, frozen=True):
    """One comment.

    Attributes:
        by: Who wrote it, and when, as the file says it.
        text: What it says; paragraphs are parted by U+000A.
        about: The words it stands at, as they read with every change taken.
        location: Where these begin.
        is_settled: Whether somebody marked it as done.
        is_reply: Whether it answers another one.
    """

    by: RevisionAuthor
    text: str
    about: str
    location: WordLocation
    is_settled: bool = False
    is_reply: bool = False


def comments(package: Package) -> tuple[Comment, ...]:
    """The comments in the order in which their words stand."""
    main = package.parts[package.main].root
    notes = {
        note.get(_ID, ""): note
        for part in package.related(package.main, COMMENTS)
        for note in package.parts[part].root.iter(qn("w:comment"))
    }
    states = dict(_states(package))
    places = places_of(package, main)
    reader = RunReader(hiding_of(package))
    final = resolved(main, accept=True)
    found: list[Comment] = []
    for reference in main.iter(qn("w:commentReference")):
        number = reference.get(_ID, "")
        if number in notes:
            paragraph = next(reference.iterancestors(PARAGRAPH), reference)
            place = places.of(paragraph, package.main)
            about = _about(final, number, reader)
            found.append(_comment(notes[number], about, place, states, reader))
    return tuple(found)


def _comment(
    note: etree._Element,
    about: str,
    place: WordLocation,
    states: Mapping[str, tuple[bool, bool]],
    reader: RunReader,
) -> Comment:
    paragraphs = list(PlacedBlock(note).paragraphs())
    lines = [reader.read(each.element, each.table_style) for each in paragraphs]
    known = paragraphs[-1].element.get(qn("w14:paraId"), "") if paragraphs else ""
    is_settled, is_reply = states.get(known, (False, False))
    return Comment(
        RevisionAuthor(note.get(qn("w:author"), ""), note.get(qn("w:date"), "")),
        "\n".join(lines).strip(),
        about,
        place,
        is_settled,
        is_reply,
    )


def _states(package: Package) -> Iterator[tuple[str, tuple[bool, bool]]]:
    """By the id of a comment's last paragraph: whether it is settled, and whether it is a reply."""
    for part in package.related(package.main, _EXTENDED):
        for entry in package.parts[part].root.iter(qn("w15:commentEx")):
            done = entry.get(qn("w15:done"), "0") in {"1", "true"}
            is_reply = entry.get(qn("w15:paraIdParent")) is not None
            yield entry.get(qn("w15:paraId"), ""), (done, is_reply)


def _about(root: etree._Element, number: str, reader: RunReader) -> str:
    """The words between the ends of a comment's range."""
    ends = {
        element.tag: element
        for element in root.iter(qn("w:commentRangeStart"), qn("w:commentRangeEnd"))
        if element.get(_ID) == number
    }
    start, end = ends.get(qn("w:commentRangeStart")), ends.get(qn("w:commentRangeEnd"))
    if start is None or end is None:
        return ""
    order = {element: at for at, element in enumerate(root.iter())}
    words = [
        "".join(
            text
            for holder, text in reader.pieces(paragraph)
            if order[start] < order[holder] < order[end]
        )
        for paragraph in root.iter(PARAGRAPH)
    ]
    return " ".join(filter(None, words))
