"""What stands round a word and is in no list of what bears on its look, or is known not to.

The lists are those of ISO/IEC 29500-1, 17.3 to 17.6 and 20.4, and of the extensions of Word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from lxml import etree

from octavo.ooxml.elements import ranks
from octavo.ooxml.names import NAMESPACES, qn, qns
from octavo.ooxml.sight.layers import Verdict

_PARAGRAPH, _RUN = qns("w:p w:r")
_OF_WORD: Final = f"{{{NAMESPACES['w']}}}"
_MATH: Final = f"{{{NAMESPACES['m']}}}"
_FURTHER: Final = {
    "rPr": """
        w:rPrChange w14:glow w14:shadow w14:reflection w14:textOutline w14:textFill w14:scene3d
        w14:props3d w14:ligatures w14:numForm w14:numSpacing w14:stylisticSets w14:cntxtAlts
    """,
    "pPr": "w:pPrChange w15:collapsed",
    "tblPr": "w:tblPrChange",
    "tcPr": "w:tcPrChange",
    "sectPr": "w:sectPrChange",
}
_ROW_NAMES: Final = """
    w:cnfStyle w:divId w:gridBefore w:gridAfter w:wBefore w:wAfter w:cantSplit w:trHeight
    w:tblHeader w:tblCellSpacing w:jc w:hidden w:ins w:del w:trPrChange
"""
_PROPERTIES: Final[Mapping[str, frozenset[str]]] = {
    **{
        qn(f"w:{kind}"): frozenset(_OF_WORD + name for name in ranks(kind)).union(qns(more))
        for kind, more in _FURTHER.items()
    },
    qn("w:trPr"): frozenset(qns(_ROW_NAMES)),
}
"""What may stand in the properties of each kind."""
_RANGES: Final = """
    w:proofErr w:permStart w:permEnd w:bookmarkStart w:bookmarkEnd w:commentRangeStart
    w:commentRangeEnd w:moveFromRangeStart w:moveFromRangeEnd w:moveToRangeStart w:moveToRangeEnd
    w:customXmlInsRangeStart w:customXmlInsRangeEnd w:customXmlDelRangeStart
    w:customXmlDelRangeEnd w:customXmlMoveFromRangeStart w:customXmlMoveFromRangeEnd
    w:customXmlMoveToRangeStart w:customXmlMoveToRangeEnd
"""
_HOLDING: Final = """
    w:body w:hdr w:ftr w:footnote w:endnote w:document w:footnotes w:endnotes w:p w:r w:hyperlink
    w:ins w:del w:moveFrom w:moveTo w:sdt w:sdtContent w:customXml w:smartTag w:dir w:bdo
    w:fldSimple w:ruby w:rubyBase w:tbl w:tr w:tc w:txbxContent w:pict w:drawing w:object
    mc:AlternateContent mc:Choice mc:Fallback v:shape v:rect v:oval v:roundrect v:group v:textbox
    w:footnoteReference w:endnoteReference wp:inline wp:anchor a:graphic a:graphicData wps:wsp
    wps:txbx m:oMath m:oMathPara
"""
_HOLDERS: Final = frozenset(qns(_HOLDING))
_GROUPS: Final = ("Group}wgp", "Group}grpSp", "Canvas}wpc")
_INSIDE: Final[Mapping[str, frozenset[str]]] = {
    qn("w:p"): frozenset(
        qns(f"""
        {_RANGES} w:pPr w:r w:hyperlink w:ins w:del w:moveFrom w:moveTo w:sdt w:customXml w:smartTag
        w:dir w:bdo w:fldSimple m:oMath m:oMathPara mc:AlternateContent
    """)
    ),
    qn("w:r"): frozenset(
        qns("""
        w:rPr w:t w:tab w:ptab w:br w:cr w:noBreakHyphen w:softHyphen w:sym w:fldChar w:instrText
        w:delText w:delInstrText w:drawing w:pict w:object w:ruby w:lastRenderedPageBreak
        w:footnoteReference w:endnoteReference w:commentReference w:annotationRef w:footnoteRef
        w:endnoteRef w:separator w:continuationSeparator w:pgNum mc:AlternateContent
    """)
    ),
}
"""What may stand beside words; what is left out draws words or a picture (a date, ink)."""
_LATER: Final = """
    hdrShapeDefaults footnotePr endnotePr compat docVars rsids attachedSchema themeFontLang
    clrSchemeMapping doNotIncludeSubdocsInStats doNotAutoCompressPictures forceUpgrade captions
    readModeInkLockDown smartTagType shapeDefaults doNotEmbedSmartTags decimalSymbol listSeparator
    uiCompat97To2003
"""
_SETTINGS: Final = frozenset(ranks("settings")) | frozenset(_LATER.split())


def unknown_in(holder: etree._Element) -> Iterator[Verdict]:
    """What a holder of words is or has in its properties that no rule knows."""
    tag = str(holder.tag)
    if not (tag in _HOLDERS or tag.startswith(_MATH) or tag.endswith(_GROUPS)):
        yield _named(holder)
    for child in holder:
        if child.tag in _PROPERTIES:
            yield from unknown_among(child)
    for one in (holder, *holder.iter(_RUN)) if tag == _PARAGRAPH else ():
        known = _INSIDE[str(one.tag)]
        yield from (_named(each) for each in one if each.tag not in known and _is_element(each))


def _is_element(node: etree._Element) -> bool:
    """Whether a node is an element, and no comment."""
    return isinstance(node.tag, str)


def unknown_among(properties: etree._Element) -> Iterator[Verdict]:
    """The properties that no rule knows."""
    known = _PROPERTIES[str(properties.tag)]
    for each in properties:
        if each.tag not in known and _is_element(each):
            yield _named(each)


def unknown_settings(roots: Iterable[etree._Element]) -> Iterator[str]:
    """Why settings that no rule knows may keep a file from being seen."""
    for root in roots:
        for each in root.iterchildren(f"{_OF_WORD}*"):
            if str(each.tag).removeprefix(_OF_WORD) not in _SETTINGS:
                yield _named(each)[1]


def _named(element: etree._Element) -> Verdict:
    name = etree.QName(element)
    place = element.getparent()
    within = "" if place is None else f" in its “{etree.QName(place).localname}”"
    return False, f"what “{name.localname}”{within} does is not known"
