"""What files look like that are no zip archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Refusal = Callable[[bytes], dict[str, str]]

_OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)


def _ole(stream: str) -> bytes:
    return _OLE + stream.encode("utf-16-le") + bytes(100)


@pytest.mark.parametrize(
    ("data", "rule", "words"),
    [
        (b"", "package-invalid", "the file is empty"),
        (b"Dear colleague,", "package-unsupported", "plain text"),
        ("Liebe Grüße".encode() + "ü".encode()[:1], "package-unsupported", "plain text"),
        ("Grüße, Ihr Büro".encode("latin-1"), "package-unsupported", "unknown kind"),
        (b"\x00\x01\x02", "package-unsupported", "unknown kind"),
        (b"%PDF-1.7", "package-unsupported", "a PDF"),
        (b"{\\rtf1 x}", "package-unsupported", "a Rich Text file"),
        (b"\xef\xbb\xbf<html><body>", "package-unsupported", "a web page"),
        (b"<?xml version='1.0'?><a/>", "package-unsupported", "this is XML,"),
        (
            b"<?xml version='1.0'?><p xmlns='http://schemas.microsoft.com/office/2006/xmlPackage'/>",
            "package-unsupported",
            "Flat OPC",
        ),
        (
            b"<?xml version='1.0'?><w xmlns='http://schemas.microsoft.com/office/word/2003/wordml'/>",
            "package-unsupported",
            "Word 2003 XML",
        ),
        (_ole("WordDocument"), "package-unsupported", "Word 97–2003 document"),
        (_ole("Workbook"), "package-unsupported", "Excel 97–2003"),
        (_ole("PowerPoint Document"), "package-unsupported", "PowerPoint 97–2003"),
        (_ole("__properties_version1.0"), "package-unsupported", "Outlook message"),
        (_ole("EncryptedPackage"), "package-encrypted", "protected by a password"),
        (_ole("Other"), "package-unsupported", "OLE compound file"),
    ],
)
def test_a_file_is_called_by_its_kind(refusal: Refusal, data: bytes, rule: str, words: str) -> None:
    found = refusal(data)
    assert list(found) == [rule]
    assert words in found[rule]
