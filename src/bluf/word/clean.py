"""What stays behind in the template: tracked changes, hidden text, traces of editing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from bluf.ooxml import qn
from bluf.ooxml.names import NAMESPACES

if TYPE_CHECKING:
    from collections.abc import Iterator

_W: Final = NAMESPACES["w"]
_UNWRAPPED: Final = tuple(map(qn, ("w:ins", "w:moveTo", "w:smartTag")))
_REMOVED: Final = tuple(
    map(
        qn,
        (
            *("w:del", "w:moveFrom", "w:proofErr", "w:lastRenderedPageBreak", "w:rPrChange"),
            *("w:pPrChange", "w:sectPrChange", "w:tblPrChange", "w:trPrChange", "w:tcPrChange"),
            *("w:tblGridChange", "w:tblPrExChange", "w:numberingChange", "w:cellIns", "w:cellDel"),
            *("w:cellMerge", "w:moveFromRangeStart", "w:moveFromRangeEnd", "w:moveToRangeStart"),
            *("w:moveToRangeEnd", "w:customXmlInsRangeStart", "w:customXmlInsRangeEnd"),
            *("w:customXmlDelRangeStart", "w:customXmlDelRangeEnd", "w:permStart", "w:permEnd"),
        ),
    )
)
_TRACES: Final = etree.XPath(
    "//@*[starts-with(local-name(), 'rsid') and namespace-uri() = $w]"
    " | //@w14:paraId | //@w14:textId",
    namespaces={"w14": NAMESPACES["w14"]},
    smart_strings=True,
)
_DELETED_MARKS: Final = etree.XPath(
    "//w:p[w:pPr/w:rPr/w:del or w:pPr/w:rPr/w:moveFrom]", namespaces={"w": _W}
)
_DELETED_ROWS: Final = etree.XPath("//w:tr[w:trPr/w:del]", namespaces={"w": _W})
_INSERTED_MARKS: Final = etree.XPath(
    "//w:rPr/w:ins | //w:trPr/w:ins | //w:rPr/w:moveTo", namespaces={"w": _W}
)
_HIDDEN: Final = etree.XPath(
    "//w:r[w:rPr/w:vanish[not(@w:val) or @w:val='1' or @w:val='true' or @w:val='on']]",
    namespaces={"w": _W},
)
_WHITE: Final = etree.XPath(
    "//w:r[w:rPr/w:color[translate(@w:val, 'f', 'F')='FFFFFF']][not(w:rPr/w:shd)]"
    "[not(w:rPr/w:highlight)][not(ancestor::w:tbl)][not(ancestor::w:txbxContent)]"
    "[not(ancestor::w:p[w:pPr/w:shd or w:pPr/w:pStyle])][not(w:rPr/w:rStyle)]",
    namespaces={"w": _W},
)
_CHANGES: Final = etree.XPath("//w:ins | //w:del | //w:moveFrom | //w:moveTo", namespaces={"w": _W})
_VISIBLE: Final = tuple(map(qn, ("w:t", "w:drawing", "w:pict", "w:object")))


def clean(root: etree._Element) -> Iterator[str]:
    """Take out of a story what must not travel; yields in words what was taken out.

    Insertions are kept as plain text, deletions go, text that nobody sees goes, and so do the
    marks of revisions, spelling and editing sessions.
    """
    changes = _CHANGES(root)
    if changes:
        _settle_changes(root)
        yield "tracked changes"
    hidden = [run for run in (*_HIDDEN(root), *_WHITE(root)) if _shows(run)]
    if hidden:
        for run in hidden:
            _remove(run)
        yield "hidden text"
    for element in list(root.iter(*_REMOVED)):
        _remove(element)
    for element in list(root.iter(*_UNWRAPPED)):
        unwrap(element)
    traces = _TRACES(root, w=_W)
    for trace in traces:
        holder = trace.getparent()
        if holder is not None:
            del holder.attrib[trace.attrname]


def _shows(run: etree._Element) -> bool:
    """Whether a hidden run holds something to see; hidden tags and paragraph marks stay."""
    text = "".join(run.itertext())
    return next(run.iter(*_VISIBLE), None) is not None and "{" not in text and "}" not in text


def _settle_changes(root: etree._Element) -> None:
    for mark in _INSERTED_MARKS(root):
        _remove(mark)
    for row in _DELETED_ROWS(root):
        _remove(row)
    for paragraph in _DELETED_MARKS(root):
        _join_with_next(paragraph)


def _join_with_next(paragraph: etree._Element) -> None:
    """A paragraph whose mark was deleted: its text goes to the head of the next one."""
    following = paragraph.getnext()
    if following is None or following.tag != paragraph.tag:
        return
    properties = following.find(qn("w:pPr"))
    position = 0 if properties is None else 1
    content = [child for child in paragraph if child.tag != qn("w:pPr")]
    following[position:position] = content
    _remove(paragraph)


def unwrap(element: etree._Element) -> None:
    """Put the children of an element in its place."""
    parent = element.getparent()
    if parent is None:
        return
    index = parent.index(element)
    parent[index : index + 1] = [
        child for child in element if child.tag not in {qn("w:smartTagPr"), qn("w:customXmlPr")}
    ]


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
