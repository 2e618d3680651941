"""What a file is when it is no zip archive at all: said in words, with the remedy."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

ZIP_MAGIC: Final = b"PK"
COMPOUND_MAGIC: Final = bytes.fromhex("d0cf11e0a1b11ae1")
"""An OLE compound file ([MS-CFB], 2.2): Word 97, and every encrypted Office file."""

_UNLOCK_HINT: Final = "open it in Word and remove the password: File, Info, Protect Document"
_SAVE_HINT: Final = "open it in Word and save it as a Word document (.docx)"


class ContainerKind(Struct, frozen=True):
    """What a file looks like, and the rule that refuses it."""

    rule: str
    message: str
    hint: str = _SAVE_HINT


_ENCRYPTED: Final = ContainerKind(
    "package-encrypted", "the file is protected by a password", _UNLOCK_HINT
)

_STREAMS: Final = (
    ("EncryptedPackage", _ENCRYPTED),
    ("EncryptionInfo", _ENCRYPTED),
    (
        "WordDocument",
        ContainerKind("package-unsupported", "this is a Word 97–2003 document (.doc)"),
    ),
    (
        "Workbook",
        ContainerKind(
            "package-unsupported", "this is an Excel 97–2003 workbook", "give a Word document"
        ),
    ),
    (
        "PowerPoint Document",
        ContainerKind(
            "package-unsupported", "this is a PowerPoint 97–2003 file", "give a Word document"
        ),
    ),
    (
        "__properties_version1.0",
        ContainerKind("package-unsupported", "this is an Outlook message", "give a Word document"),
    ),
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


def looks_like(data: bytes) -> ContainerKind | None:
    """Why the bytes are no Word file; None where they begin as a zip archive does."""
    if not data:
        return ContainerKind("package-invalid", "the file is empty", "restore it from a copy")
    if data.startswith(COMPOUND_MAGIC):
        return _compound(data)
    if data.startswith(ZIP_MAGIC):
        return None
    if b"PK\x03\x04" in data and b"PK\x05\x06" in data:
        return ContainerKind(
            "package-invalid",
            "there are bytes before the beginning of the archive",
            "take the file from its author again, or open it in Word and save it again",
        )
    return ContainerKind("package-unsupported", f"this is {_kind(data)}, not a Word document")


def _compound(data: bytes) -> ContainerKind:
    for name, looks in _STREAMS:
        if name.encode("utf-16-le") in data:
            return looks
    return ContainerKind(
        "package-unsupported", "this is an OLE compound file, not a Word document (.docx)"
    )


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
