"""The parts of a Word file that decide how it is laid out: settings, styles, lists, its annex.

Which compatibility settings (17.15.3) Word heeds and LibreOffice does not was found by setting one
after the other in a file that holds what they speak of. The annex begins with the first paragraph
of the body in the style “Annex”: from there on, pages do not count.
"""

from __future__ import annotations

from copy import deepcopy
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from lxml.etree import _Element

from octavo.ooxml import CORE_PROPERTIES, RELATIONSHIP_BASE, is_on
from octavo.pages.numbering import Numbering
from octavo.pages.reading import End, Reading, Unmeasurable
from octavo.pages.styles import StyleResolver
from octavo.pages.tags import VAL, A, W, first, twips, value, whole

if TYPE_CHECKING:
    from octavo.ooxml import Package

_OLD_MODE = 12
"""[MS-DOCX] 2.4.1: what a file without a compatibility mode was written for."""
_TAB_DISTANCE = 720
"""17.15.1.25: default tab stops are half an inch apart."""
_THEME_SLOTS = {"latin": ("Ascii", "HAnsi"), "ea": ("EastAsia",), "cs": ("Bidi",)}
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
_ANNEX = "annex"
_PROPERTIES = W + "pPr"
_SECTION = W + "sectPr"


class Document:
    """The trees of a package that the layout asks for."""

    def __init__(
        self,
        package: Package,
        end: End = End.GREATEST,
        figures: tuple[Path, ...] = (),
        without: str = "",
    ) -> None:
        self.package = package
        self.root = package.parts[package.main].root
        body = self.root.find(W + "body")
        if body is None:
            raise Unmeasurable("a document without a body")
        self.body = body
        self.settings = self.related("settings")
        self.reading = Reading(
            end, figures, _theme_fonts(self.related("theme")), _core_properties(package), without
        )
        self.reading.sums_space = self.has_set("compat/doNotUseHTMLParagraphAutoSpacing")
        self.numbering = Numbering(self.related("numbering"), self.reading)
        self.styles = StyleResolver(self.related("styles"), self.reading, self.numbering)

    def related(self, kind: str) -> _Element | None:
        """Root of the part that the main part points to with a relationship of that kind."""
        names = self.package.related(self.package.main, RELATIONSHIP_BASE + kind)
        return self.package.parts[names[0]].root if names else None

    def referred(self, relationship_id: str | None) -> _Element | None:
        """Root of a header or footer by the id of its relationship."""
        name = self._targets.get(relationship_id)
        return None if name is None else self.package.parts[name].root

    @cached_property
    def _targets(self) -> dict[str | None, str]:
        """Names of the parts that the main part points to, by the ids of the relationships."""
        pointers = self.package.relationships(self.package.main)
        parts = self.package.parts
        return {one.id: one.target for one in reversed(pointers) if one.target in parts}

    @cached_property
    def tab_distance(self) -> int:
        """Distance of default tab stops in twips."""
        return twips(value(self.settings, "defaultTabStop"), _TAB_DISTANCE) or _TAB_DISTANCE

    @cached_property
    def mode(self) -> int:
        """The compatibility mode: 15 for Word 2013 and later, 12 where none is given."""
        if self.settings is not None:
            for setting in self.settings.iterfind(f"{W}compat/{W}compatSetting"):
                if setting.get(W + "name") == "compatibilityMode":
                    return whole(setting.get(VAL), _OLD_MODE)
        return _OLD_MODE

    def has_set(self, path: str) -> bool:
        """Whether a setting is on, by the names of its element and of those around it."""
        names = W + path.replace("/", f"/{W}")
        child = None if self.settings is None else self.settings.find(names)
        return child is not None and is_on(child)


def _core_properties(package: Package) -> dict[str, str]:
    """Title, creator and the like, by their names."""
    names = package.related("", CORE_PROPERTIES)
    found = package.parts[names[0]].root if names else ()
    return {str(child.tag).rpartition("}")[2]: child.text for child in found if child.text}


def _theme_fonts(theme: _Element | None) -> dict[str, str]:
    """Fonts of the theme by the names that properties refer to them with (17.18.96)."""
    fonts: dict[str, str] = {}
    for kind in ("major", "minor"):
        for element, names in _THEME_SLOTS.items():
            found = None if theme is None else theme.find(f".//{A}{kind}Font/{A}{element}")
            if found is not None:
                fonts |= {kind + name: found.get("typeface", "") for name in names}
    return fonts


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


def annex_of(document: Document) -> _Element | None:
    """The paragraph that the annex begins with; None where there is no annex."""
    ids = document.styles.sheet.named(_ANNEX)
    paragraphs = document.body.iterchildren(W + "p") if ids else ()
    return next((p for p in paragraphs if value(first(p, "pPr"), "pStyle") in ids), None)


def has_annex(package: Package) -> bool:
    """Whether a document has an annex."""
    return annex_of(Document(package)) is not None


def without_annex(package: Package) -> Package:
    """The document up to its annex, as a file of its own; as it was where it has none."""
    document = Document(package)
    start = annex_of(document)
    if start is None:
        return package
    root = deepcopy(package.parts[package.main].root)
    (body,) = root.iterchildren(W + "body")
    for element in list(body)[document.body.index(start) :]:
        if element.tag != _SECTION:
            body.remove(element)
    _end_section(body)
    return package.with_trees({package.main: root})


def _end_section(body: _Element) -> None:
    """Where a section ended just before the annex, it is now the last one (17.6.18)."""
    *rest, final = body
    ended = rest[-1].find(f"{_PROPERTIES}/{_SECTION}") if rest else None
    if ended is not None and final.tag == _SECTION:
        body.replace(final, ended)
