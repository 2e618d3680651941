"""The one XML parser for parts: no DTD, no entities, no network, no recovery; and its reverse."""

from __future__ import annotations

from typing import Final

from lxml import etree

_PARSER: Final = etree.XMLParser(
    resolve_entities=False,
    load_dtd=False,
    no_network=True,
    recover=False,
    huge_tree=False,
    remove_comments=True,
    remove_pis=True,
    collect_ids=False,
)
_DOCTYPE: Final = b"<!DOCTYPE"
_WIDE_DOCTYPES: Final = tuple("<!DOCTYPE".encode(f"utf-16-{end}") for end in ("le", "be"))
_ENCODINGS: Final = frozenset({"UTF-8", "UTF8", "UTF-16", "UTF-16LE", "UTF-16BE", "US-ASCII"})
"""ISO/IEC 29500-2, 8.2.5 admits UTF-8 and UTF-16; others hide text from whoever looks at it."""
_RESOURCE_LIMIT_CODES: Final = frozenset({110, 114})
"""libxml2: XML_ERR_NAME_TOO_LONG and XML_ERR_RESOURCE_LIMIT."""


class XmlError(ValueError):
    """A part that is no XML that may be read.

    Attributes:
        rule: ``xml-unsafe``, ``package-invalid`` or ``limit-exceeded``.
        message: What is wrong, without the name of the part.
        line: Line of the fault within the part, or None.
    """

    def __init__(self, rule: str, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.rule = rule
        self.message = message
        self.line = line


def parse_xml(data: bytes) -> etree._Element:
    """The root element of a part; comments and processing instructions are left out.

    Raises:
        XmlError: ``data`` declares a document type, is not well-formed, is nested over 256 levels,
            holds a text over 10 MB, or is neither in UTF-8 nor in UTF-16.
    """
    if _DOCTYPE in data or (b"\0" in data and any(mark in data for mark in _WIDE_DOCTYPES)):
        raise _doctype_error()
    try:
        root = etree.fromstring(data, _PARSER)
    except etree.XMLSyntaxError as error:
        raise _syntax_error(error) from None
    info = root.getroottree().docinfo
    if info.doctype:
        raise _doctype_error()
    if info.encoding.upper() not in _ENCODINGS:
        message = f"is encoded in “{info.encoding}”, not in UTF-8 or UTF-16"
        raise XmlError("package-invalid", message)
    return root


def serialise(root: etree._Element) -> bytes:
    """A part's bytes from its root element, with the XML declaration Word writes."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _doctype_error() -> XmlError:
    return XmlError("xml-unsafe", "declares a document type (DOCTYPE)")


def _syntax_error(error: etree.XMLSyntaxError) -> XmlError:
    text = str(error.msg).partition(", line ")[0].strip()
    if error.code in _RESOURCE_LIMIT_CODES:
        return XmlError("limit-exceeded", f"is larger than the XML parser admits: {text}")
    line, column = error.position
    message = f"is not well-formed at line {line}, column {column}: {text}"
    return XmlError("package-invalid", message, line)
