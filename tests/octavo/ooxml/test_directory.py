from __future__ import annotations

import struct
from typing import TYPE_CHECKING

import pytest
from tests.octavo.ooxml.gate.conftest import patch

if TYPE_CHECKING:
    from collections.abc import Callable

    Docx = Callable[..., bytes]
    Refusal = Callable[[bytes], dict[str, str]]


_CENTRAL = b"PK\x01\x02"


_LOCAL = b"PK\x03\x04"


_END = b"PK\x05\x06"


_DAMAGES: list[tuple[Callable[[bytes], bytes], str]] = [
    (lambda data: data[:-10], "its end is missing"),
    (lambda data: data[:300], "its end is missing"),
    (lambda data: data + b"x", "bytes after its end"),
    (lambda data: b"#!x\n" + data, "bytes before the beginning"),
    (lambda data: b"PK" + data, "its directory is not where"),
    (lambda data: data + data, "its directory is not where"),
    (lambda data: patch(data, _END, 4, "<H", 1), "several volumes"),
    (lambda data: patch(data, _END, 10, "<H", 9), "several volumes"),
    (lambda data: patch(patch(data, _END, 10, "<H", 9), _END, 8, "<H", 9), "more members"),
    (lambda data: patch(data, _END, 12, "<L", 1), "its directory is not where"),
    (lambda data: patch(data, _CENTRAL, 42, "<L", 1), "header that differs"),
    (lambda data: patch(data, _CENTRAL, 42, "<L", len(data) - 9), "there are bytes between"),
    (lambda data: patch(data, _LOCAL, 8, "<H", 0), "header that differs"),
    (lambda data: patch(data, _LOCAL, 22, "<L", 1), "header that differs"),
    (lambda data: patch(data, _LOCAL, 6, "<H", 1), "header that differs"),
    (lambda data: patch(data, _CENTRAL, 24, "<L", 0xFFFFFFFF), "zip64 sizes are missing"),
    (lambda data: data.replace(b"document.xml", b"documenT.xml", 1), "header that differs"),
]


@pytest.mark.parametrize(
    ("change", "words"),
    _DAMAGES,
    ids=range(len(_DAMAGES)),
)
def test_a_damaged_archive_is_refused(
    docx: Docx, refusal: Refusal, change: Callable[[bytes], bytes], words: str
) -> None:
    found = refusal(change(docx()))
    assert next(iter(found)) == "package-invalid"
    assert words in found["package-invalid"]


def test_zip64_offsets_in_the_directory_are_read(docx: Docx, refusal: Refusal) -> None:
    data = docx()
    central, end = data.rindex(_CENTRAL), data.rindex(_END)
    start = struct.unpack_from("<L", data, central + 42)[0]
    extra = struct.pack("<2HB2HQ", 0x9999, 1, 0, 1, 8, start)
    wide = bytearray(data[:end] + extra + data[end:])
    struct.pack_into("<H", wide, central + 30, len(extra))
    struct.pack_into("<L", wide, central + 42, 0xFFFFFFFF)
    size = struct.unpack_from("<L", wide, end + len(extra) + 12)[0]
    struct.pack_into("<L", wide, end + len(extra) + 12, size + len(extra))
    assert refusal(bytes(wide)) == {}
