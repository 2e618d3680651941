"""The allow-list: constructs that have figures or bounds. Whatever else is met gives *cannot tell*.

An element that has no place here may change the layout in ways nobody looked at; so new ones are
added only together with the rule that measures them, or where they never show.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lxml.etree import _Element

from octavo.pages.reading import Unmeasurable
from octavo.pages.tags import MC, VAL, M, W, whole

_STORY = """
    document body hdr ftr footnotes footnote p r t tab br cr noBreakHyphen softHyphen
    hyperlink smartTag smartTagPr ins moveTo customXml customXmlPr fldSimple fldChar instrText
    fldData sdt sdtContent sdtPr sdtEndPr bookmarkStart bookmarkEnd proofErr permStart permEnd
    commentRangeStart commentRangeEnd commentReference annotationRef lastRenderedPageBreak
    footnoteReference footnoteRef separator continuationSeparator drawing moveFromRangeStart
    moveFromRangeEnd moveToRangeStart moveToRangeEnd background del moveFrom delText delInstrText
    sym ptab ruby dir bdo pict object endnoteReference customXmlInsRangeStart customXmlInsRangeEnd
    customXmlDelRangeStart customXmlDelRangeEnd customXmlMoveFromRangeStart
    customXmlMoveFromRangeEnd customXmlMoveToRangeStart customXmlMoveToRangeEnd
"""
_PARAGRAPH = """
    pPr pStyle spacing ind contextualSpacing keepNext keepLines pageBreakBefore widowControl tabs
    pBdr top left bottom right between bar numPr numId ilvl jc shd outlineLvl suppressLineNumbers
    suppressAutoHyphens cnfStyle textAlignment autoSpaceDE autoSpaceDN kinsoku wordWrap
    overflowPunct topLinePunct adjustRightInd snapToGrid mirrorIndents divId sectPr bidi framePr
"""
_RUN = """
    rPr rStyle rFonts sz szCs b bCs i iCs caps smallCaps vanish webHidden spacing w kern vertAlign
    position color u strike dstrike outline shadow emboss imprint noProof highlight shd lang
    effect bdr em specVanish cs rtl oMath snapToGrid
"""
_TABLE = """
    tbl tblPr tblStyle tblW tblInd tblBorders tblCellMar tblLook tblLayout tblCaption
    tblDescription tblStyleRowBandSize tblStyleColBandSize tblGrid gridCol tr trPr tblHeader
    cantSplit trHeight gridBefore gridAfter wBefore wAfter tc tcPr tcW gridSpan vMerge tcBorders
    tcMar vAlign noWrap hideMark insideH insideV start end tl2br tr2bl tblPrEx bookmarkStart
    bidiVisual tblCellSpacing tblpPr tblOverlap cellIns cellDel hidden textDirection
"""
_SECTION = """
    sectPr pgSz pgMar type headerReference footerReference titlePg cols docGrid pgNumType
    formProt vAlign rtlGutter paperSrc footnotePr endnotePr numFmt numStart numRestart pos
    lnNumType noEndnote printerSettings pgBorders col bidi
"""
_KNOWN = frozenset(W + name for name in (_STORY + _PARAGRAPH + _RUN + _TABLE + _SECTION).split())
_TEXT = W + "t"
MOST_TEXT = 1_500_000
"""Characters of a story; some 400 pages take a second or two."""
MOST_PARAGRAPHS = 25_000
"""Paragraphs of a story, empty ones included: some 400 pages of single lines."""
MOST_ELEMENTS = 500_000
"""Elements of a story; text that was edited often has three or four to a word."""
_PARAGRAPH_TAG = W + "p"
_RUN_TAG = W + "r"
_FORMULAS = frozenset({M + "oMath", M + "oMathPara"})
_HOLD_BLOCKS = frozenset(W + name for name in ("body", "tc", "hdr", "ftr", "footnote"))
_RECORDS = """
    rPrChange pPrChange sectPrChange tblPrChange tblGridChange tcPrChange trPrChange tblPrExChange
    numberingChange
"""
"""How something was formatted before; what holds now stands beside it."""
_INVISIBLE = "sdtPr sdtEndPr customXmlPr smartTagPr ffData"
_AS_A_WHOLE = "drawing pict object ruby"
"""Looked at by the reader of content, with whatever stands in them."""
_SEALED = frozenset(
    {W + name for name in (_RECORDS + _INVISIBLE + " " + _AS_A_WHOLE).split()}
    | {MC + "AlternateContent"}
    | _FORMULAS
)
_EFFECTS = "{http://schemas.microsoft.com/office/word/2010/wordml}"
"""Effects of text, such as outlines and glow, take no room."""
_DRAWINGS = tuple(W + name for name in ("pict", "drawing", "object"))
_NAMES = {
    "altChunk": "embedded foreign content",
    "hMerge": "a horizontally merged cell",
    "AlternateContent": "a drawing with a fallback",
    "pict": "a drawing of the old kind (VML)",
    "drawing": "a drawing",
    "object": "an embedded object",
    "ruby": "a phonetic guide",
    "tcFitText": "text that is fitted to its cell",
}


class Gate:
    """Lets the elements of a document through that have figures or bounds, and counts them."""

    def __init__(self) -> None:
        self._length = self._paragraphs = self._elements = 0
        self._sealed: set[_Element | None] = set()

    def require_known(self, root: _Element) -> None:
        """Go through a story, or a block of it, and refuse the first construct that is not known.

        Raises:
            Unmeasurable: with the construct and its element.
        """
        for element in root.iter():
            self._elements += 1
            tag = element.tag
            if tag == _TEXT:
                self._length += len(element.text or "")
            elif tag == _PARAGRAPH_TAG:
                self._paragraphs += 1
            elif tag in _KNOWN:
                check = _CHECKS.get(tag)
                if check is not None:
                    check(element)
            else:
                self._look_at(element)
        for count, most, what in (
            (self._length, MOST_TEXT, "characters"),
            (self._paragraphs, MOST_PARAGRAPHS, "paragraphs"),
            (self._elements, MOST_ELEMENTS, "elements"),
        ):
            if count > most:
                raise Unmeasurable(f"a text of more than {most:,} {what}", root)

    def _look_at(self, element: _Element) -> None:
        """Refuse an element that is not on the list, unless it stands in something that is."""
        if element.getparent() in self._sealed or _is_sealed(element):
            self._sealed.add(element)
            if element.tag == MC + "AlternateContent":
                _in_a_run(element)
            elif element.tag in _FORMULAS:
                _formula(element)
        elif not (_is_off(element) or str(element.tag).startswith(_EFFECTS)):
            raise Unmeasurable(_construct(element), element)


def require_known(root: _Element) -> None:
    """As ``Gate.require_known``, for a story that is read as a whole."""
    Gate().require_known(root)


def require_plain(comments: _Element) -> None:
    """Refuse a drawing in a comment, which LibreOffice sets in the text.

    Raises:
        Unmeasurable: with the drawing.
    """
    for drawing in comments.iter(*_DRAWINGS):
        raise Unmeasurable("a drawing in a comment", drawing)


def _is_off(element: _Element) -> bool:
    """Whether it says that the construct it names does not hold."""
    said = element.get(VAL)
    return said in {"0", "false", "off"} or said in _SWITCHED_OFF.get(str(element.tag), ())


def _is_sealed(element: _Element) -> bool:
    """Whether it stands in something that is looked at as a whole, or is such a thing."""
    holder: _Element | None = element
    while holder is not None:
        if holder.tag in _SEALED:
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


def _in_a_run(element: _Element) -> None:
    """What is read with the runs must stand in one, or it would be passed over."""
    holder = element.getparent()
    if holder is None or (holder.tag != _RUN_TAG and not _is_sealed(holder)):
        raise Unmeasurable(_construct(element) + " outside of the text", element)


def _formula(element: _Element) -> None:
    holder = element.getparent()
    if holder is None or holder.tag in _HOLD_BLOCKS:
        raise Unmeasurable("a formula outside of the text", element)


def _turned(element: _Element) -> None:
    """17.4.72: text may be turned in a cell, not on a page."""
    holder = element.getparent()
    if holder is None or not (holder.tag == W + "tcPr" or _is_off(element)):
        raise Unmeasurable("turned text", element)


def _grid(element: _Element) -> None:
    """17.6.5: a grid of lines is known, where it says how far apart they are."""
    kind = element.get(W + "type", "default")
    if kind not in {"default", "lines"}:
        raise Unmeasurable("a page with a grid of characters", element)
    if kind == "lines" and whole(element.get(W + "linePitch")) <= 0:
        raise Unmeasurable("a line grid without a distance", element)


_CHECKS: Mapping[object, Callable[[_Element], None]] = {
    W + "docGrid": _grid,
    W + "textDirection": _turned,
    **{W + name: _in_a_run for name in _AS_A_WHOLE.split()},
}
