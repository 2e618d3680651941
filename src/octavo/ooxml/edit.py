"""A package with some parts changed or taken out, as a new package."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from octavo.ooxml.content_types import with_parts
from octavo.ooxml.names import DOCUMENT_TYPE, SETTINGS, qn
from octavo.ooxml.relationships import relationships_name

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from lxml import etree

    from octavo.ooxml.package import Package, Part
    from octavo.ooxml.relationships import Relationship


def edit_package(
    package: Package,
    changed: Mapping[str, etree._Element],
    removed: Collection[str],
    keeps: Callable[[Relationship], bool],
) -> Package:
    """The package with some parts changed, others removed, and the relationships it keeps.

    ``changed`` are trees, which nobody may change from here on. A removed part takes its
    relationship part and every relationship that points to it along. Changed parts are stored
    without compression, as `octavo.ooxml.write_package` does it.
    """
    gone = {*removed, *map(relationships_name, removed)}
    pointers = {
        source: tuple(p for p in found if keeps(p) and (p.external or p.target not in gone))
        for source, found in package.all_relationships()
        if source not in gone
    }
    rewritten = dict(changed)
    for source, kept in pointers.items():
        if len(kept) < len(package.relationships(source)):
            name = relationships_name(source)
            ids = {pointer.id for pointer in kept}
            rewritten[name] = _with_ids(package.parts[name], ids)
    parts = {
        name: part.with_root(rewritten[name]) if name in rewritten else part
        for name, part in package.parts.items()
        if name not in gone
    }
    types = package.types_member
    if gone:
        types = types.with_data(with_parts(types.data, {}, gone))
    return replace(package, parts=parts, types_member=types, _relationships=pointers)


_BEFORE_UPDATE: Final = frozenset(
    map(
        qn,
        (
            *("w:writeProtection", "w:view", "w:zoom", "w:removePersonalInformation"),
            *("w:removeDateAndTime", "w:doNotDisplayPageBoundaries", "w:displayBackgroundShape"),
            *("w:printPostScriptOverText", "w:printFractionalCharacterWidth", "w:printFormsData"),
            *("w:embedTrueTypeFonts", "w:embedSystemFonts", "w:saveSubsetFonts", "w:saveFormsData"),
            *("w:mirrorMargins", "w:alignBordersAndEdges", "w:bordersDoNotSurroundHeader"),
            *("w:bordersDoNotSurroundFooter", "w:gutterAtTop", "w:hideSpellingErrors"),
            *("w:hideGrammaticalErrors", "w:activeWritingStyle", "w:proofState", "w:formsDesign"),
            *("w:attachedTemplate", "w:linkStyles", "w:stylePaneFormatFilter"),
            *("w:stylePaneSortMethod", "w:documentType", "w:mailMerge", "w:revisionView"),
            *("w:trackRevisions", "w:doNotTrackMoves", "w:doNotTrackFormatting"),
            *("w:documentProtection", "w:autoFormatOverride", "w:styleLockTheme"),
            *("w:styleLockQFSet", "w:defaultTabStop", "w:autoHyphenation"),
            *("w:consecutiveHyphenLimit", "w:hyphenationZone", "w:doNotHyphenateCaps"),
            *("w:showEnvelope", "w:summaryLength", "w:clickAndTypeStyle", "w:defaultTableStyle"),
            *("w:evenAndOddHeaders", "w:bookFoldRevPrinting", "w:bookFoldPrinting"),
            *("w:bookFoldPrintingSheets", "w:drawingGridHorizontalSpacing"),
            *("w:drawingGridVerticalSpacing", "w:displayHorizontalDrawingGridEvery"),
            *("w:displayVerticalDrawingGridEvery", "w:doNotUseMarginsForDrawingGridOrigin"),
            *("w:drawingGridHorizontalOrigin", "w:drawingGridVerticalOrigin"),
            *("w:doNotShadeFormData", "w:noPunctuationKerning", "w:characterSpacingControl"),
            *("w:printTwoOnOne", "w:strictFirstAndLastChars", "w:noLineBreaksAfter"),
            *("w:noLineBreaksBefore", "w:savePreviewPicture", "w:doNotValidateAgainstSchema"),
            *("w:saveInvalidXml", "w:ignoreMixedContent", "w:alwaysShowPlaceholderText"),
            *("w:doNotDemarcateInvalidXml", "w:saveXmlDataOnly", "w:useXSLTWhenSaving"),
            *("w:saveThroughXslt", "w:showXMLTags", "w:alwaysMergeEmptyNamespace"),
        ),
    )
)
"""Settings that come before the one that asks for fields to be updated (17.15.1.78)."""


def update_fields(package: Package) -> Package:
    """The package with the wish that Word updates its fields when it is opened."""
    name = qn("w:updateFields")
    changed = {}
    for part in package.related(package.main, SETTINGS):
        root = deepcopy(package.parts[part].root)
        for old in root.findall(name):
            root.remove(old)
        wish = root.makeelement(name, {qn("w:val"): "true"})
        root.insert(sum(one.tag in _BEFORE_UPDATE for one in root), wish)
        changed[part] = root
    return edit_package(package, changed, (), lambda _: True)


def as_document(package: Package) -> Package:
    """The package as a document: what is a template by its type (.dotx) becomes a .docx."""
    main = package.parts[package.main]
    if main.content_type == DOCUMENT_TYPE:
        return package
    types = with_parts(package.types_member.data, {main.name: DOCUMENT_TYPE}, ())
    parts = {**package.parts, main.name: main.with_type(DOCUMENT_TYPE)}
    return replace(package, parts=parts, types_member=package.types_member.with_data(types))


def _with_ids(part: Part, ids: Collection[str]) -> etree._Element:
    root = deepcopy(part.root)
    for element in list(root.iter(qn("rel:Relationship"))):
        parent = element.getparent()
        if parent is not None and element.get("Id") not in ids:
            parent.remove(element)
    return root
