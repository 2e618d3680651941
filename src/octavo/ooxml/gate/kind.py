"""What a file is, where it is no Word document: said in words, with the remedy."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from msgspec import Struct

from octavo.ooxml.names import DOCUMENT_TYPE, OFFICE_DOCUMENT, STRICT_RELATIONSHIPS, TEMPLATE_TYPE
from octavo.ooxml.relationships import ContentTypes, Relationship

ZIP_MAGIC: Final = b"PK"
COMPOUND_MAGIC: Final = bytes.fromhex("d0cf11e0a1b11ae1")
"""An OLE compound file ([MS-CFB], 2.2): Word 97, and every encrypted Office file."""
_SAVE_HINT: Final = "open it in Word and save it as a Word document (.docx)"
_GIVE_HINT: Final = "give a Word document (.docx) or a Word template (.dotx)"
_MAIN_TYPES: Final = frozenset({DOCUMENT_TYPE.lower(), TEMPLATE_TYPE.lower()})
_MAIN_RELATIONSHIPS: Final = frozenset(
    {OFFICE_DOCUMENT, STRICT_RELATIONSHIPS + OFFICE_DOCUMENT.rpartition("/")[2]}
)
_TYPES_OF_ANYTHING: Final = frozenset({"application/xml", "text/xml", "application/octet-stream"})
_KINDS: Final = (
    ("spreadsheetml", "an Excel workbook"),
    ("ms-excel", "an Excel workbook"),
    ("presentationml", "a PowerPoint presentation"),
    ("ms-powerpoint", "a PowerPoint presentation"),
    ("visio", "a Visio drawing"),
)
_OTHER_ARCHIVES: Final = {
    b"application/vnd.oasis.opendocument.text": "an OpenDocument text (.odt)",
    b"application/vnd.oasis.opendocument.spreadsheet": "an OpenDocument spreadsheet (.ods)",
    b"application/epub+zip": "an electronic book (.epub)",
}


class Refusal(Struct, frozen=True):
    """Why a file is no Word document, and the rule that refuses it."""

    rule: str
    message: str
    hint: str = _SAVE_HINT


_UNSUPPORTED: Final = "package-unsupported"
_ENCRYPTED: Final = Refusal(
    "package-encrypted",
    "the file is protected by a password",
    "open it in Word and remove the password: File, Info, Protect Document",
)
_GIVE_WORD: Final = "give a Word document"
_STREAMS: Final = (
    ("EncryptedPackage", _ENCRYPTED),
    ("EncryptionInfo", _ENCRYPTED),
    ("WordDocument", Refusal(_UNSUPPORTED, "this is a Word 97–2003 document (.doc)")),
    ("Workbook", Refusal(_UNSUPPORTED, "this is an Excel 97–2003 workbook", _GIVE_WORD)),
    ("PowerPoint Document", Refusal(_UNSUPPORTED, "this is a PowerPoint 97–2003 file", _GIVE_WORD)),
    ("__properties_version1.0", Refusal(_UNSUPPORTED, "this is an Outlook message", _GIVE_WORD)),
)
"""Names of streams that tell what a compound file holds."""
_BEGINNINGS: Final = (
    (b"{\\rtf", "a Rich Text file"),
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"<!DOCTYPE", "a web page"),
    (b"<!doctype", "a web page"),
    (b"<html", "a web page"),
    (b"<HTML", "a web page"),
    (b"MIME-Version:", "a web archive"),
    (b"7z\xbc\xaf", "an archive"),
    (b"Rar!", "an archive"),
    (b"\x1f\x8b", "an archive"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
)
_SNIFFED: Final = 4096
_NEVER_IN_TEXT: Final = frozenset(range(0x20)) - frozenset(b"\t\n\f\r")


def looks_like(data: bytes) -> Refusal | None:
    """Why the bytes are no Word file; None where they begin as a zip archive does."""
    if not data:
        return Refusal("package-invalid", "the file is empty", "restore it from a copy")
    if data.startswith(COMPOUND_MAGIC):
        return _compound(data)
    if data.startswith(ZIP_MAGIC):
        return None
    if b"PK\x03\x04" in data and b"PK\x05\x06" in data:
        return Refusal(
            "package-invalid",
            "there are bytes before the beginning of the archive",
            "take the file from its author again, or open it in Word and save it again",
        )
    return Refusal(_UNSUPPORTED, f"this is {_kind(data)}, not a Word document")


def _compound(data: bytes) -> Refusal:
    for name, looks in _STREAMS:
        if name.encode("utf-16-le") in data:
            return looks
    return Refusal(_UNSUPPORTED, "this is an OLE compound file, not a Word document (.docx)")


def _kind(data: bytes) -> str:
    head = data[:_SNIFFED].lstrip(b"\xef\xbb\xbf \t\r\n")
    for beginning, kind in _BEGINNINGS:
        if head.startswith(beginning):
            return kind
    if head.startswith(b"<?xml"):
        return _xml_kind(head)
    return "plain text" if _is_text(head) else "a file of an unknown kind"


def _xml_kind(head: bytes) -> str:
    if b"http://schemas.microsoft.com/office/2006/xmlPackage" in head:
        return "Word XML (Flat OPC)"
    if b"schemas.microsoft.com/office/word/2003/wordml" in head:
        return "Word 2003 XML"
    return "XML"


def _is_text(head: bytes) -> bool:
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start < len(head) - 3:
            return False
    return not set(head) & _NEVER_IN_TEXT


def other_archive(mimetype: bytes | None, names: Iterable[str]) -> Refusal | None:
    """What an archive is that is no package at all, by the member ``mimetype`` or its names."""
    kind = _OTHER_ARCHIVES.get((mimetype or b"").strip())
    if kind is None and any(name.startswith("META-INF/") for name in names):
        kind = "a Java or signed archive"
    return Refusal(_UNSUPPORTED, f"this is {kind}, not a Word document") if kind else None


def find_main(
    types: ContentTypes, pointers: Iterable[Relationship], names: Iterable[str]
) -> str | Refusal:
    """The name of the main part, or why there is none."""
    mains = [one for one in pointers if one.type in _MAIN_RELATIONSHIPS and not one.external]
    main = next(iter(mains), None)
    if len({one.target for one in mains}) > 1:  # readers do not agree on which one to show
        return Refusal("package-invalid", "the file has more than one main document part")
    if main is None or main.target not in names:
        return Refusal("package-invalid", "the main document part is missing")
    content_type = types.of(main.target) or ""
    if "macroenabled" in content_type:
        hint = "open it in Word and save it as a Word document (.docx), which drops the macros"
        return Refusal("macro-content", "this is a macro-enabled document (.docm)", hint)
    if content_type not in _MAIN_TYPES:
        return _wrong_type(content_type)
    if main.type != OFFICE_DOCUMENT:
        return strict_refusal()
    return main.target


def _wrong_type(content_type: str) -> Refusal:
    if content_type in _TYPES_OF_ANYTHING:
        message = "the main part has no type, so it is not a Word document"
        return Refusal("package-invalid", message, _GIVE_HINT)
    for word, kind in _KINDS:
        if word in content_type:
            message = f"this is {kind}, not a Word document"
            return Refusal(_UNSUPPORTED, message, _GIVE_HINT)
    message = f"the main part is of the type “{content_type}”, not a Word document"
    return Refusal(_UNSUPPORTED, message, _GIVE_HINT)


def strict_refusal() -> Refusal:
    """The refusal of ISO/IEC 29500 Strict, whose namespaces differ."""
    message = "this is a Strict Open XML document"
    hint = "in Word, save it as “Word Document (.docx)”, not as “Strict Open XML Document”"
    return Refusal(_UNSUPPORTED, message, hint)
