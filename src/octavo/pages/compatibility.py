"""Compatibility settings (ECMA-376 part 1, 17.15.3): what Word heeds and LibreOffice does not.

Found by setting one after the other in a file that holds what they speak of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.ooxml import is_on
from octavo.pages.obstacles import Unmeasurable
from octavo.pages.tags import W

if TYPE_CHECKING:
    from octavo.pages.document import Document
    from octavo.pages.reading import Reading

_WORD_ALONE = """
    noLeading noExtraLineSpacing suppressSpBfAfterPgBrk suppressTopSpacing suppressBottomSpacing
    suppressTopSpacingWP suppressSpacingAtTopOfPage lineWrapLikeWord6 truncateFontHeightsLikeWP6
    subFontBySize mwSmallCaps wpJustification wpSpaceWidth noTabHangInd noSpaceRaiseLower
    growAutofit doNotBreakWrappedTables doNotBreakConstrainedForcedTable layoutRawTableWidth
    layoutTableRowsApart autofitToFirstFixedWidthCell useWord97LineBreakRules
    useWord2002TableStyleRules allowSpaceOfSameStyleInTable doNotUseIndentAsNumberingTabStop
    alignTablesRowByRow useAnsiKerningPairs doNotAutofitConstrainedTables
"""
_NAMES = frozenset(W + name for name in _WORD_ALONE.split())


def look_at_settings(document: Document, reading: Reading) -> None:
    """Note the settings that only Word heeds.

    Raises:
        Unmeasurable: Text is set for a printer, whose figures are not known.
    """
    if document.has_set("compat/usePrinterMetrics"):
        raise Unmeasurable("text set by the figures of a printer")
    found = () if document.settings is None else document.settings.iterfind(f"{W}compat/*")
    for setting in found:
        if setting.tag in _NAMES and is_on(setting):
            name = str(setting.tag).removeprefix(W)
            reading.note(f"the compatibility setting “{name}”", setting)
