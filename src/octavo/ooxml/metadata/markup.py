"""Traces within the text: revision ids, tracked changes, text that nobody sees."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from lxml import etree

from octavo.ooxml.block_content import PARAGRAPH, ROW, TABLE
from octavo.ooxml.elements import remove, unwrap
from octavo.ooxml.metadata import drawings, fields
from octavo.ooxml.metadata.drawings import forget_files
from octavo.ooxml.metadata.fields import settle_fields
from octavo.ooxml.metadata.removal import Removal
from octavo.ooxml.names import NAMESPACES, qn
from octavo.ooxml.styles import PARAGRAPH_STYLE, TABLE_STYLE, value_of
from octavo.ooxml.visible import is_unseen, paragraphs_with_unseen
from octavo.shortening import shortened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from octavo.ooxml.hiding import Hiding
    from octavo.ooxml.package import Part

_W: Final = NAMESPACES["w"]
_RUN: Final = qn("w:r")
_TEXTS: Final = (qn("w:t"), qn("w:delText"))
_REVISION_IDS: Final = etree.XPath(
    "//@w:*[starts-with(local-name(), 'rsid')]", namespaces={"w": _W}
)
_DELETED_ROWS: Final = etree.XPath("//w:tr[w:trPr/w:del]", namespaces={"w": _W})
_DELETED_ENDS: Final = etree.XPath(
    "//w:p[w:pPr/w:rPr/w:del or w:pPr/w:rPr/w:moveFrom]", namespaces={"w": _W}
)
_TAKEN_OUT: Final = (qn("w:del"), qn("w:moveFrom"))
_PUT_IN: Final = (qn("w:ins"), qn("w:moveTo"))
_RECORDS: Final = tuple(
    map(
        qn,
        (
            "w:cellDel",
            "w:cellIns",
            "w:cellMerge",
            "w:customXmlDelRangeEnd",
            "w:customXmlDelRangeStart",
            "w:customXmlInsRangeEnd",
            "w:customXmlInsRangeStart",
            "w:customXmlMoveFromRangeEnd",
            "w:customXmlMoveFromRangeStart",
            "w:customXmlMoveToRangeEnd",
            "w:customXmlMoveToRangeStart",
            "w:lastRenderedPageBreak",
            "w:moveFromRangeEnd",
            "w:moveFromRangeStart",
            "w:moveToRangeEnd",
            "w:moveToRangeStart",
            "w:numberingChange",
            "w:pPrChange",
            "w:proofErr",
            "w:rPrChange",
            "w:sectPrChange",
            "w:tblGridChange",
            "w:tblPrChange",
            "w:tblPrExChange",
            "w:tcPrChange",
            "w:trPrChange",
        ),
    )
)
"""Marks of who changed what and when, and of how Word last looked at the text."""
_TRACES: Final = (*_TAKEN_OUT, *_PUT_IN, *_RECORDS)
_LABELLED: Final = (qn("w:smartTagPr"), qn("w:customXmlPr"))
"""What programs note on words and blocks."""
_LABELS: Final = (b"smartTagPr", b"customXmlPr")
_LONGEST_QUOTED: Final = 40


def is_clean(part: Part, hiding: Hiding, keeps: Callable[[str], bool]) -> bool:
    """Whether there is surely nothing in a part that `clean_story` could take out."""
    root = part.root
    return not (
        part.may_mention(b"rsid", *fields.WORDS, *drawings.WORDS, *_LABELS)
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
    yield from _delete(root)
    for element in list(root.iter(*_PUT_IN)):
        unwrap(element)
    for element in list(root.iter(*_RECORDS)):
        remove(element)


def _delete(root: etree._Element) -> Iterator[Removal]:
    """Carry deletions out: of rows, the ends of paragraphs, and runs."""
    for row in _DELETED_ROWS(root):
        yield Removal(row, f"the deleted row “{_text(row)}” is left out")
        table = row.getparent()
        remove(row)
        if next(table.iter(ROW), None) is None:
            remove(table)
    for paragraph in reversed(_DELETED_ENDS(root)):
        following = paragraph.getnext()
        if following is not None and following.tag == PARAGRAPH:
            paragraph.extend(child for child in list(following) if child.tag != qn("w:pPr"))
            remove(following)
    for element in list(root.iter(*_TAKEN_OUT)):
        if text := _text(element):
            yield Removal(element, f"the deleted text “{text}” is left out")
        remove(element)


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
