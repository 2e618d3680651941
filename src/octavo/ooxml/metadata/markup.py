"""Traces within the text: revision ids, tracked changes, text that nobody sees."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain
from typing import Final

from lxml import etree
from msgspec import Struct

from octavo.ooxml.block_content import CELL, PARAGRAPH, ROW, TABLE
from octavo.ooxml.changes import CHANGES, settle, taken_out
from octavo.ooxml.elements import remove, unwrap
from octavo.ooxml.fields import fields_in
from octavo.ooxml.metadata import drawings
from octavo.ooxml.metadata.drawings import forget_files
from octavo.ooxml.names import NAMESPACES, qn, qns
from octavo.ooxml.package import Part
from octavo.ooxml.styles import PARAGRAPH_STYLE, TABLE_STYLE, value_of
from octavo.ooxml.visible import Hiding, is_unseen, paragraphs_with_unseen
from octavo.shortening import shortened

_PROGRAMS: Final = frozenset({"ADDIN", "PRIVATE"})
"""Fields that hold a program's data; what they show is text."""
_PEOPLE: Final = frozenset({"FILENAME", "TEMPLATE", "USERADDRESS", "USERINITIALS", "USERNAME"})
"""Fields that show who made the template, and where it lay."""
WORDS: Final = (b"fldData", *(name.encode() for name in sorted(_PROGRAMS | _PEOPLE)))
"""What a part mentions that holds such a field."""
_W: Final = NAMESPACES["w"]
_RUN: Final = qn("w:r")
_TEXTS: Final = (qn("w:t"), qn("w:delText"))
_REVISION_IDS: Final = etree.XPath(
    "//@w:*[starts-with(local-name(), 'rsid')]", namespaces={"w": _W}
)
_TRACES: Final = (*CHANGES, *qns("w:lastRenderedPageBreak w:proofErr"))
"""Marks of who changed what and when, and of how Word last looked at the text."""
_KINDS: Final[dict[object, str]] = {ROW: "row", CELL: "cell"}
_LABELLED: Final = (qn("w:smartTagPr"), qn("w:customXmlPr"))
"""What programs note on words and blocks."""
_LABELS: Final = (b"smartTagPr", b"customXmlPr")
_LONGEST_QUOTED: Final = 40


class Removal(Struct, frozen=True):
    """A text that is about to be left out; its element still stands where it stood."""

    element: etree._Element
    message: str


def settle_fields(root: etree._Element, keeps: Callable[[str], bool]) -> Iterator[Removal]:
    """Take such fields out of a part; what shows a person or a place goes with them."""
    for data in list(root.iter(qn("w:fldData"))):
        remove(data)
    for one in list(fields_in(root)):
        if one.name in _PROGRAMS | _PEOPLE and one.is_closed:
            shown = [each for each in one.texts if each.getparent() is not None]
            yield from _emptied(one.name, shown, keeps)
            for mark in one.marks:
                remove(mark)
            unwrap(one.begin)


def _emptied(
    name: str, shown: list[etree._Element], keeps: Callable[[str], bool]
) -> Iterator[Removal]:
    text = "".join(each.text or "" for each in shown)
    if name in _PEOPLE and shown and not keeps(text):
        yield Removal(shown[0], f"the field {name} is left out, with what it shows")
        for each in shown:
            remove(each)


def is_clean(part: Part, hiding: Hiding, keeps: Callable[[str], bool]) -> bool:
    """Whether there is surely nothing in a part that `clean_story` could take out."""
    root = part.root
    return not (
        part.may_mention(b":rsid", *WORDS, *drawings.WORDS, *_LABELS)
        or next(root.iter(*_TRACES), None) is not None
        or next(_unseen(root, hiding, keeps), None) is not None
    )


def clean_story(
    root: etree._Element, hiding: Hiding, keeps: Callable[[str], bool]
) -> Iterator[Removal]:
    """Take the traces out of a part; each text is given out before it goes."""
    for attribute in _REVISION_IDS(root):
        del attribute.getparent().attrib[attribute.attrname]
    for label in list(root.iter(*_LABELLED)):
        remove(label)
    forget_files(root, keeps)
    yield from settle_fields(root, keeps)
    if next(root.iter(*_TRACES), None) is not None:
        yield from _settle(root)
    yield from _drop_unseen(root, hiding, keeps)


def _settle(root: etree._Element) -> Iterator[Removal]:
    """Carry tracked changes out, and drop the records of them."""
    gone: set[etree._Element] = set()
    for element in taken_out(root, accept=True):
        text, kind = _text(element), _KINDS.get(element.tag, "text")
        if (text or kind == "row") and gone.isdisjoint((element, *element.iterancestors())):
            yield Removal(element, f"the deleted {kind} “{text}” is left out")
        gone.add(element)
    settle(root, accept=True)
    remove(*root.iter(*_TRACES))


def _drop_unseen(
    root: etree._Element, hiding: Hiding, keeps: Callable[[str], bool]
) -> Iterator[Removal]:
    for runs, text in list(_unseen(root, hiding, keeps)):
        yield Removal(runs[0], f"the hidden text “{shortened(text, _LONGEST_QUOTED)}” is left out")
        for text_element in chain.from_iterable(list(run.iter(*_TEXTS)) for run in runs):
            remove(text_element)


def _unseen(
    root: etree._Element, hiding: Hiding, keeps: Callable[[str], bool]
) -> Iterator[tuple[list[etree._Element], str]]:
    """The runs of each paragraph that are not seen and do not stay, and their text."""
    for paragraph in paragraphs_with_unseen(root, hiding):
        style = value_of(paragraph, PARAGRAPH_STYLE)
        of_table = value_of(next(paragraph.iterancestors(TABLE), None), TABLE_STYLE)
        runs = [
            run
            for run in paragraph.iter(_RUN)
            if next(run.iter(*_TEXTS), None) is not None
            and next(run.iterancestors(PARAGRAPH)) is paragraph
            and is_unseen(run, hiding, style, of_table)
        ]
        text = "".join(map(_text, runs))
        if runs and not keeps(text):
            yield runs, text


def _text(element: etree._Element) -> str:
    return shortened("".join(text.text or "" for text in element.iter(*_TEXTS)), _LONGEST_QUOTED)
