"""Elements taken out of a tree, put in place of others, or set in where the schema wants them.

What stands behind an element as its tail goes along: it is layout, which Word has none of. Word
refuses children in another order than that of its schema.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final

from lxml import etree

from octavo.ooxml.names import NAMESPACES, qn

_W: Final = f"{{{NAMESPACES['w']}}}"
_SCHEMA: Final = {
    "p": "pPr",
    "r": "rPr",
    "tbl": "tblPr tblGrid",
    "tr": "tblPrEx trPr",
    "tc": "tcPr",
    # 17.7.4.17
    "style": """
        name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed
        qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr
        tblStylePr
    """,
    # 17.3.1.26
    "pPr": """
        pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers
        pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE
        autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents
        suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle
        rPr sectPr
    """,
    # 17.3.2.28, and what only the mark of a paragraph may say
    "rPr": """
        ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline
        shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz
        szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout
        specVanish oMath
    """,
    # 17.4.59
    "tblPr": """
        tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc
        tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption
        tblDescription
    """,
    # 17.4.69
    "tcPr": """
        cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText
        vAlign hideMark headers cellIns cellDel cellMerge
    """,
    # 17.6.17
    "sectPr": """
        headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders
        lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter
        docGrid printerSettings
    """,
    # 17.15.1.78, as far as anything of ours is set in
    "settings": """
        writeProtection view zoom removePersonalInformation removeDateAndTime
        doNotDisplayPageBoundaries displayBackgroundShape printPostScriptOverText
        printFractionalCharacterWidth printFormsData embedTrueTypeFonts embedSystemFonts
        saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader
        bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors
        activeWritingStyle proofState formsDesign attachedTemplate linkStyles stylePaneFormatFilter
        stylePaneSortMethod documentType mailMerge revisionView trackRevisions doNotTrackMoves
        doNotTrackFormatting documentProtection autoFormatOverride styleLockTheme styleLockQFSet
        defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps
        showEnvelope summaryLength clickAndTypeStyle defaultTableStyle evenAndOddHeaders
        bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets drawingGridHorizontalSpacing
        drawingGridVerticalSpacing displayHorizontalDrawingGridEvery
        displayVerticalDrawingGridEvery doNotUseMarginsForDrawingGridOrigin
        drawingGridHorizontalOrigin drawingGridVerticalOrigin doNotShadeFormData
        noPunctuationKerning characterSpacingControl printTwoOnOne strictFirstAndLastChars
        noLineBreaksAfter noLineBreaksBefore savePreviewPicture doNotValidateAgainstSchema
        saveInvalidXml ignoreMixedContent alwaysShowPlaceholderText doNotDemarcateInvalidXml
        saveXmlDataOnly useXSLTWhenSaving saveThroughXslt showXMLTags alwaysMergeEmptyNamespace
        updateFields
    """,
}
"""What is not named here, such as records of changes and extensions, comes last."""


def replace(element: etree._Element, others: Iterable[etree._Element]) -> None:
    """Put other elements, or none, where an element stands; a root stays."""
    parent = element.getparent()
    if parent is not None:
        index = parent.index(element)
        parent[index : index + 1] = list(others)


def unwrap(element: etree._Element) -> None:
    """Put the children of an element in its place; a root stays."""
    replace(element, element)


def remove(*elements: etree._Element) -> None:
    """Take elements out of their tree; a root stays."""
    for element in elements:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)


@cache
def ranks(holder: str) -> Mapping[str, int]:
    """The place of each child in the schema, by local names: ``ranks("rPr")["b"]``."""
    return {name: rank for rank, name in enumerate(_SCHEMA[holder].split())}


def in_place(holder: etree._Element, name: str) -> etree._Element:
    """The child ``w:name`` of a holder, made at its place in the schema where it is missing."""
    found = holder.find(_W + name)
    if found is None:
        known = ranks(str(holder.tag).removeprefix(_W))
        rank, last = known[name], len(known)
        found = holder.makeelement(qn(f"w:{name}"))
        later = (
            at
            for at, one in enumerate(holder)
            if known.get(str(one.tag).removeprefix(_W), last) > rank
        )
        holder.insert(next(later, len(holder)), found)
    return found
