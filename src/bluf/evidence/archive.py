"""Documents that are archives of XML (OpenDocument, presentations), through the gate of octavo."""

from __future__ import annotations

from lxml import etree

from bluf.evidence.error import SourceError, refusal
from octavo.location import FileLocation
from octavo.ooxml import PackageError, XmlError, parse_xml, read_members


def members(data: bytes, path: str) -> dict[str, bytes]:
    """The members of an archive that may be inflated, by name.

    Raises:
        SourceError: What the gate found.
    """
    try:
        return read_members(data, path)
    except PackageError as error:
        raise SourceError(error.findings) from None


def root(found: dict[str, bytes], name: str, path: str) -> etree._Element:
    """The root element of a member.

    Raises:
        SourceError: ``source-unreadable`` where there is none, or it is no XML that may be read.
    """
    try:
        return parse_xml(found[name])
    except (KeyError, XmlError):
        message = f"the file holds no “{name}” that can be read"
        hint = "save it again in its program, or save its text as a file in UTF-8"
        raise refusal("source-unreadable", message, FileLocation(path), hint) from None


def no_text(path: str) -> SourceError:
    """The error of a document that shows no words."""
    message = "the file holds no text: it may be the picture of a page"
    hint = "have its text recognised (OCR), and save that as a file in UTF-8"
    return refusal("source-unreadable", message, FileLocation(path), hint)
