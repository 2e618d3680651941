"""The allow-list: constructs that are measured. Whatever else is met gives *cannot tell*.

An element that has no place here may change the layout in ways nobody looked at; so new ones are
added only together with the rule that measures them, or where they never show.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.pages.obstacles import Unmeasurable
from octavo.pages.tags import VAL, WP, W, whole

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lxml.etree import _Element

_STORY = """
    document body hdr ftr footnotes footnote p r t tab br cr noBreakHyphen softHyphen
    hyperlink smartTag smartTagPr ins moveTo customXml customXmlPr fldSimple fldChar instrText
    fldData sdt sdtContent sdtPr sdtEndPr bookmarkStart bookmarkEnd proofErr permStart permEnd
    commentRangeStart commentRangeEnd commentReference annotationRef lastRenderedPageBreak
    footnoteReference footnoteRef separator continuationSeparator drawing moveFromRangeStart
    moveFromRangeEnd moveToRangeStart moveToRangeEnd background
"""
_PARAGRAPH = """
    pPr pStyle spacing ind contextualSpacing keepNext keepLines pageBreakBefore widowControl tabs
    pBdr top left bottom right between bar numPr numId ilvl jc shd outlineLvl suppressLineNumbers
    suppressAutoHyphens cnfStyle textAlignment autoSpaceDE autoSpaceDN kinsoku wordWrap
    overflowPunct topLinePunct adjustRightInd snapToGrid mirrorIndents divId sectPr
"""
_RUN = """
    rPr rStyle rFonts sz szCs b bCs i iCs caps smallCaps vanish webHidden spacing w kern vertAlign
    position color u strike dstrike outline shadow emboss imprint noProof highlight shd lang
    effect bdr em specVanish cs
"""
_TABLE = """
    tbl tblPr tblStyle tblW tblInd tblBorders tblCellMar tblLook tblLayout tblCaption
    tblDescription tblStyleRowBandSize tblStyleColBandSize tblGrid gridCol tr trPr tblHeader
    cantSplit trHeight gridBefore gridAfter wBefore wAfter tc tcPr tcW gridSpan vMerge tcBorders
    tcMar vAlign noWrap hideMark insideH insideV start end tl2br tr2bl tblPrEx bookmarkStart
"""
_SECTION = """
    sectPr pgSz pgMar type headerReference footerReference titlePg cols docGrid pgNumType
    formProt vAlign rtlGutter paperSrc footnotePr endnotePr numFmt numStart numRestart pos
    lnNumType noEndnote printerSettings
"""
_KNOWN = frozenset(W + name for name in (_STORY + _PARAGRAPH + _RUN + _TABLE + _SECTION).split())
_TEXT = W + "t"
MOST_TEXT = 1_500_000
"""Characters of a story; some 400 pages take a second or two."""
MOST_PARAGRAPHS = 50_000
"""Paragraphs of a story, empty ones included: a thousand pages of single lines."""
MOST_ELEMENTS = 500_000
"""Elements of a story; text that was edited often has three or four to a word."""
_PARAGRAPH_TAG = W + "p"
_INVISIBLE = frozenset(W + name for name in ("sdtPr", "sdtEndPr", "customXmlPr", "smartTagPr"))
_DRAWINGS = tuple(W + name for name in ("pict", "drawing", "object"))
_NAMES = {
    "framePr": "a text frame",
    "object": "an embedded object",
    "pict": "a drawing of the old kind (VML)",
    "del": "a tracked deletion",
    "moveFrom": "a tracked move",
    "rPrChange": "a tracked change of formatting",
    "pPrChange": "a tracked change of formatting",
    "sym": "a character from a symbol font",
    "ptab": "a tab aligned to the margins",
    "ruby": "a phonetic guide",
    "tblpPr": "a floating table",
    "bidiVisual": "a table from right to left",
    "bidi": "text from right to left",
    "rtl": "text from right to left",
    "textDirection": "turned text",
    "endnoteReference": "an endnote",
    "altChunk": "embedded foreign content",
    "pgBorders": "a page border",
    "hMerge": "a horizontally merged cell",
    "tcFitText": "text that is fitted to its cell",
    "tblCellSpacing": "a table with spaced cells",
    "AlternateContent": "a drawing with a fallback",
    "oMath": "a formula",
    "oMathPara": "a formula",
}


def require_known(root: _Element) -> None:
    """Go through a story and refuse the first construct that is not measured.

    Raises:
        Unmeasurable: with the construct and its element.
    """
    length = paragraphs = elements = 0
    within: set[_Element | None] = set()
    for elements, element in enumerate(root.iter(), 1):  # noqa: B007 - how many is asked below
        tag = element.tag
        if tag == _TEXT:
            length += len(element.text or "")
        elif tag == _PARAGRAPH_TAG:
            paragraphs += 1
        elif tag in _KNOWN:
            check = _CHECKS.get(tag)
            if check is not None:
                check(element)
        elif element.getparent() in within or _is_within_known(element):
            within.add(element)
        elif not _is_off(element):
            raise Unmeasurable(_construct(element), element)
    _require_end(root, length, MOST_TEXT, "characters")
    _require_end(root, paragraphs, MOST_PARAGRAPHS, "paragraphs")
    _require_end(root, elements, MOST_ELEMENTS, "elements")


def require_plain(comments: _Element) -> None:
    """Refuse a drawing in a comment, which LibreOffice sets in the text.

    Raises:
        Unmeasurable: with the drawing.
    """
    for drawing in comments.iter(*_DRAWINGS):
        raise Unmeasurable("a drawing in a comment", drawing)


def _require_end(root: _Element, count: int, most: int, of_what: str) -> None:
    if count > most:
        raise Unmeasurable(f"a text of more than {most:,} {of_what}", root)


def _is_off(element: _Element) -> bool:
    """Whether it says that the construct it names does not hold."""
    said = element.get(VAL)
    return said in {"0", "false", "off"} or said in _SWITCHED_OFF.get(str(element.tag), ())


def _is_within_known(element: _Element) -> bool:
    """Whether it stands in something that is looked at as a whole."""
    holder: _Element | None = element
    while holder is not None:
        if holder.tag == W + "drawing" or holder.tag in _INVISIBLE:
            return True
        holder = holder.getparent()
    return False


_SWITCHED_OFF: Mapping[str, set[str]] = {
    W + "textDirection": {"lrTb", "lr"},
    W + "tblOverlap": {"overlap", "never"},
}


def _construct(element: _Element) -> str:
    name = str(element.tag).rpartition("}")[2]
    return _NAMES.get(name, f"the element “{name}”")


def _drawing(element: _Element) -> None:
    """20.4.2: a picture in the line is known; a floating one only where no text runs round it."""
    for child in element:
        if child.tag == WP + "inline":
            continue
        if child.find(WP + "wrapNone") is None:
            raise Unmeasurable("a floating picture or shape", element)


def _columns(element: _Element) -> None:
    if whole(element.get(W + "num"), 1) > 1:
        raise Unmeasurable("text in columns", element)


def _grid(element: _Element) -> None:
    """17.6.5: a grid of lines is known, where it says how far apart they are."""
    kind = element.get(W + "type", "default")
    if kind not in {"default", "lines"}:
        raise Unmeasurable("a page with a grid of characters", element)
    if kind == "lines" and whole(element.get(W + "linePitch")) <= 0:
        raise Unmeasurable("a line grid without a distance", element)


def _spacing(element: _Element) -> None:
    """17.3.1.33: automatic spacing is as large as the program likes."""
    for name in ("beforeAutospacing", "afterAutospacing"):
        if element.get(W + name, "0") not in {"0", "false", "off"}:
            raise Unmeasurable("automatic space between paragraphs", element)
    for name in ("beforeLines", "afterLines"):
        if whole(element.get(W + name)):
            raise Unmeasurable("space between paragraphs in lines", element)


def _section_type(element: _Element) -> None:
    if element.get(VAL) in {"oddPage", "evenPage", "nextColumn"}:
        raise Unmeasurable("a section that begins on an odd or even page", element)


def _break(element: _Element) -> None:
    if element.get(W + "clear", "none") != "none":
        raise Unmeasurable("a break that clears floating content", element)


def _indent(element: _Element) -> None:
    for name in ("leftChars", "rightChars", "firstLineChars", "hangingChars", "startChars"):
        if whole(element.get(W + name)):
            raise Unmeasurable("an indent in characters", element)


def _table_properties_exception(element: _Element) -> None:
    if element.find(W + "tblCellMar") is not None or element.find(W + "tblBorders") is not None:
        raise Unmeasurable("a row with table properties of its own", element)


_CHECKS: Mapping[object, Callable[[_Element], None]] = {
    W + "drawing": _drawing,
    W + "cols": _columns,
    W + "docGrid": _grid,
    W + "spacing": _spacing,
    W + "type": _section_type,
    W + "br": _break,
    W + "ind": _indent,
    W + "tblPrEx": _table_properties_exception,
}
