"""One pass over a part: what is wrong in it, marks that lack one of a pair, what others share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from lxml import etree
from msgspec import Struct

from octavo.finding import Level
from octavo.ooxml.names import NAMESPACES, qn
from octavo.ooxml.structure.nesting import (
    check_cell,
    check_control,
    check_holder,
    check_place,
    check_properties,
    check_section,
    check_table,
    check_text,
)

_WORDS: Final = {"bookmark": "bookmark", "commentRange": "comment range", "perm": "permission"}
_ID: Final = qn("w:id")
_RELATIONSHIP_IDS: Final = etree.XPath(
    "//@r:*", namespaces={"r": NAMESPACES["r"]}, smart_strings=False
)
_PARAGRAPH_IDS: Final = etree.XPath(
    "//@w14:paraId", namespaces={"w14": NAMESPACES["w14"]}, smart_strings=False
)
_CHECKS: Final[Mapping[object, Callable[[etree._Element], str | None]]] = {
    qn("w:p"): check_place,
    qn("w:r"): check_place,
    qn("w:tr"): check_place,
    qn("w:t"): check_text,
    qn("w:tc"): check_cell,
    qn("w:tbl"): check_table,
    qn("w:sdtContent"): check_control,
    qn("w:sectPr"): check_section,
    qn("w:pPr"): check_properties,
    qn("w:tcPr"): check_properties,
    qn("w:trPr"): check_properties,
    qn("w:tblPr"): check_properties,
    qn("w:hdr"): check_holder,
    qn("w:ftr"): check_holder,
    qn("w:footnote"): check_holder,
    qn("w:endnote"): check_holder,
    qn("w:txbxContent"): check_holder,
}
"""What is asked of an element by itself: the answer is the fault, or None."""
_SHARED: Final[Mapping[object, tuple[str, str]]] = {
    qn("wp:docPr"): ("drawing", "id"),
    qn("w:footnoteReference"): ("footnote reference", _ID),
    qn("w:endnoteReference"): ("endnote reference", _ID),
    qn("w:commentReference"): ("comment reference", _ID),
    qn("w:footnote"): ("footnote", _ID),
    qn("w:endnote"): ("endnote", _ID),
    qn("w:comment"): ("comment", _ID),
    qn("w:numId"): ("numbering reference", qn("w:val")),
    qn("w:num"): ("numbering", qn("w:numId")),
}
"""Ids that have to agree over all parts: what they are ids of, and the attribute they stand in."""
_RANGES: Final = {
    qn(f"w:{kind}{end}"): (kind, end)
    for kind in ("bookmark", "commentRange", "perm")
    for end in ("Start", "End")
}
_FIELD_CHAR: Final = qn("w:fldChar")
_SETTINGS: Final = qn("w:settings")
"""Settings name the separators of notes by elements of the same names, which hold nothing."""
_TAGS: Final = tuple(dict.fromkeys((*map(str, _CHECKS), *map(str, _SHARED), *_RANGES, _FIELD_CHAR)))


def check_ranges(
    marks: Iterable[tuple[str, str, etree._Element]],
) -> Iterator[tuple[etree._Element, str]]:
    """Every start has one end after it, and ids and names of bookmarks are unique (17.13)."""
    starts: dict[tuple[str, str], etree._Element] = {}
    opened: dict[tuple[str, str], etree._Element] = {}
    names: set[str] = set()
    for kind, end, element in marks:
        key = kind, element.get(_ID, "")
        word = _WORDS[kind]
        if end == "Start":
            if key in starts:
                yield element, f"the {word} id “{key[1]}” is there twice"
            starts[key] = opened[key] = element
            name = element.get(qn("w:name"), "") if kind == "bookmark" else ""
            if name and name.casefold() in names:
                yield element, f"the bookmark “{name}” is there twice"
            names.add(name.casefold())
        elif opened.pop(key, None) is None:
            yield element, f"a {word} ends that did not begin (id “{key[1]}”)"
    for (kind, name), element in opened.items():
        yield element, f"a {_WORDS[kind]} does not end (id “{name}”)"


def check_fields(marks: Iterable[etree._Element]) -> Iterator[tuple[etree._Element, str]]:
    """A field that begins ends, within its part (17.16.18)."""
    opened: list[etree._Element] = []
    for element in marks:
        kind = element.get(qn("w:fldCharType"))
        if kind == "begin":
            opened.append(element)
        elif not opened:
            yield element, "a field ends that did not begin"
        elif kind == "end":
            opened.pop()
    for element in opened:
        yield element, "a field does not end"


class StructureFlaw(Struct, frozen=True):
    """A fault at an element."""

    element: etree._Element
    message: str
    level: Level = Level.ERROR


class Survey(Struct, frozen=True):
    """What one part shows.

    Attributes:
        ids: Ids by what they are ids of, each with its element.
        relationship_ids: Relationships the part refers to.
    """

    root: etree._Element
    flaws: tuple[StructureFlaw, ...]
    ids: Mapping[str, tuple[tuple[str, etree._Element], ...]]
    relationship_ids: frozenset[str]


def survey_part(root: etree._Element) -> Survey:
    """Look through a part once."""
    flaws: list[StructureFlaw] = []
    ids: defaultdict[str, list[tuple[str, etree._Element]]] = defaultdict(list)
    marks: list[tuple[str, str, etree._Element]] = []
    fields: list[etree._Element] = []
    for element in () if root.tag == _SETTINGS else root.iter(*_TAGS):
        tag = element.tag
        check = _CHECKS.get(tag)
        if check is not None:
            message = check(element)
            if message is not None:
                flaws.append(StructureFlaw(element, message))
        shared = _SHARED.get(tag)
        if shared is not None:
            ids[shared[0]].append((element.get(shared[1], ""), element))
        elif tag in _RANGES:
            marks.append((*_RANGES[str(tag)], element))
        elif tag == _FIELD_CHAR:
            fields.append(element)
    flaws += (StructureFlaw(element, message) for element, message in check_ranges(marks))
    flaws += (StructureFlaw(element, message) for element, message in check_fields(fields))
    flaws += _repeated_paragraph_ids(root)
    relationship_ids = frozenset(map(str, _RELATIONSHIP_IDS(root)))
    shared_ids = {kind: tuple(found) for kind, found in ids.items()}
    return Survey(root, tuple(flaws), shared_ids, relationship_ids)


def _repeated_paragraph_ids(root: etree._Element) -> Iterator[StructureFlaw]:
    """Ids of paragraphs are unique in a part; a fallback repeats those of its choice."""
    ids = _PARAGRAPH_IDS(root)
    if len(set(ids)) == len(ids):
        return
    seen: set[str] = set()
    for element in root.iter(qn("w:p"), qn("w:tr")):
        name = element.get(qn("w14:paraId"))
        if name is None or any(
            holder.tag == qn("mc:Fallback") for holder in element.iterancestors()
        ):
            continue
        if name in seen:
            yield StructureFlaw(element, f"the paragraph id “{name}” is there twice")
        seen.add(name)
