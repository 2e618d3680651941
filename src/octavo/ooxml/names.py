"""Namespaces, content types and relationship types of Word files, and `qn`.

Names are those of ECMA-376 (ISO/IEC 29500), transitional; `STRICT_*` are the strict ones.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from lxml import etree

NAMESPACES: Final = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "dc": "http://purl.org/dc/elements/1.1/",
    "ds": "http://schemas.openxmlformats.org/officeDocument/2006/customXml",
    "ep": "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "o": "urn:schemas-microsoft-com:office:office",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "svg": "http://www.w3.org/2000/svg",
    "v": "urn:schemas-microsoft-com:vml",
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "wne": "http://schemas.microsoft.com/office/word/2006/wordml",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wp15": "http://schemas.microsoft.com/office/word/2012/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "xi": "http://www.w3.org/2001/XInclude",
    "xlink": "http://www.w3.org/1999/xlink",
    "xml": "http://www.w3.org/XML/1998/namespace",
}
"""Namespace by customary prefix."""

STRICT_W: Final = "http://purl.oclc.org/ooxml/wordprocessingml/main"
STRICT_RELATIONSHIPS: Final = "http://purl.oclc.org/ooxml/officeDocument/relationships/"

CONTENT_TYPES_NAME: Final = "[Content_Types].xml"

_WORD_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml."
DOCUMENT_TYPE: Final = _WORD_TYPES + "document.main+xml"
TEMPLATE_TYPE: Final = _WORD_TYPES + "template.main+xml"
RELATIONSHIPS_TYPE: Final = "application/vnd.openxmlformats-package.relationships+xml"
CORE_PROPERTIES_TYPE: Final = "application/vnd.openxmlformats-package.core-properties+xml"

RELATIONSHIP_BASE: Final = NAMESPACES["r"] + "/"
"""What the relationship types of the standard begin with."""
OFFICE_DOCUMENT: Final = RELATIONSHIP_BASE + "officeDocument"
HYPERLINK: Final = RELATIONSHIP_BASE + "hyperlink"
IMAGE: Final = RELATIONSHIP_BASE + "image"
HEADER: Final = RELATIONSHIP_BASE + "header"
FOOTER: Final = RELATIONSHIP_BASE + "footer"
FOOTNOTES: Final = RELATIONSHIP_BASE + "footnotes"
ENDNOTES: Final = RELATIONSHIP_BASE + "endnotes"
COMMENTS: Final = RELATIONSHIP_BASE + "comments"
STYLES: Final = RELATIONSHIP_BASE + "styles"
NUMBERING: Final = RELATIONSHIP_BASE + "numbering"
SETTINGS: Final = RELATIONSHIP_BASE + "settings"
ATTACHED_TEMPLATE: Final = RELATIONSHIP_BASE + "attachedTemplate"
CUSTOM_PROPERTIES: Final = RELATIONSHIP_BASE + "custom-properties"
CORE_PROPERTIES: Final = (
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
)


@cache
def qn(name: str) -> str:
    """The name as lxml writes it: ``w:p`` becomes ``{http://…/main}p``.

    Raises:
        KeyError: the prefix is none of `NAMESPACES`.
    """
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def qns(names: str) -> tuple[str, ...]:
    """The names that a text lists, as lxml writes them: ``w:ins w:del``."""
    return tuple(map(qn, names.split()))


SIGN_FONTS: Final = frozenset(
    ("wingdings", "wingdings 2", "wingdings 3", "webdings", "symbol", "marlett", "opensymbol",
     "zapfdingbats", "mt extra", "adobe blank", "adobeblank", "redacted",
     "redacted script", "flow block", "flow circular", "flow rounded", "blokk", "libre barcode 39",
     "libre barcode 128")
)  # fmt: skip
"""Fonts that show signs in the place of letters."""
_IGNORABLE: Final = qn("mc:Ignorable")
_NAMING: Final = etree.XPath(
    "//@Requires | //@mc:ProcessContent | //@mc:MustUnderstand | //@xsi:type"
    " | /*/descendant::*/@mc:Ignorable",
    namespaces={"mc": NAMESPACES["mc"], "xsi": "http://www.w3.org/2001/XMLSchema-instance"},
    smart_strings=False,
)
"""Attributes whose values name prefixes (ISO/IEC 29500-3, 7)."""
_NAMES: Final = ("Requires", "ProcessContent", "MustUnderstand", ":type=")


def drop_unused(root: etree._Element, markup: str | None = None) -> None:
    """Drop the declarations from a tree; what may be ignored is named no more either.

    ``markup`` is the tree as text, where it is known: most have no such attribute to look for.
    """
    may_name = markup is None or any(name in markup for name in _NAMES)
    may_name = may_name or str(markup).count("Ignorable") > 1
    found = _NAMING(root) if may_name else []
    named = {word.partition(":")[0] for value in found for word in value.split()}
    kept = ["w", *named]
    ignorable = root.get(_IGNORABLE, "").split()
    if markup is not None and not any(f"{prefix}:" in markup for prefix in ignorable):
        root.attrib.pop(_IGNORABLE, None)
    etree.cleanup_namespaces(root, keep_ns_prefixes=kept)
    ignorable = root.get(_IGNORABLE, "").split()
    used = [prefix for prefix in ignorable if prefix in root.nsmap]
    if used:
        root.set(_IGNORABLE, " ".join(used))
    elif ignorable:
        del root.attrib[_IGNORABLE]
        etree.cleanup_namespaces(root, keep_ns_prefixes=kept)
