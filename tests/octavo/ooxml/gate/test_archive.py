"""Archives that are damaged, ambiguous or bombs."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

import pytest
from tests.octavo.ooxml.gate.conftest import patch

from octavo.ooxml import Limits, PackageError, read_package

if TYPE_CHECKING:
    from collections.abc import Callable

    Docx = Callable[..., bytes]
    Refusal = Callable[[bytes], dict[str, str]]

_CENTRAL = b"PK\x01\x02"
_LOCAL = b"PK\x03\x04"
_END = b"PK\x05\x06"


def test_a_good_archive_passes(docx: Docx, refusal: Refusal) -> None:
    assert refusal(docx()) == {}
    assert refusal(docx(parts={"word/": "", "mimetype": "x"})) == {}


def test_a_comment_of_the_archive_is_part_of_it(docx: Docx, refusal: Refusal) -> None:
    assert refusal(docx()[:-2] + b"\x05\x00hello") == {}


def test_bytes_between_members_are_refused(docx: Docx, refusal: Refusal) -> None:
    data = docx()
    at = data.rindex(_LOCAL)
    longer = bytearray(data[:at] + b"hidden" + data[at:])
    central = longer.rindex(_CENTRAL)
    struct.pack_into("<L", longer, central + 42, at + 6)
    end = longer.rindex(_END)
    struct.pack_into("<L", longer, end + 16, struct.unpack_from("<L", longer, end + 16)[0] + 6)
    assert "between its members" in refusal(bytes(longer))["package-invalid"]


@pytest.mark.parametrize("size", [0, 5, 10_000])
def test_data_that_is_not_as_long_as_the_archive_says_is_refused(
    docx: Docx, refusal: Refusal, size: int
) -> None:
    data = docx(parts={"word/a.png": b"x" * 100})
    for signature, offset in ((_CENTRAL, 24), (_LOCAL, 22)):
        data = patch(data, signature, offset, "<L", size)
    assert refusal(data).keys() == {"limit-exceeded" if size < 100 else "package-invalid"}


def test_a_broken_deflate_stream_is_refused(docx: Docx, refusal: Refusal) -> None:
    data = docx(parts={"word/a.png": bytes(range(256)) * 4})
    start = data.rindex(_LOCAL) + 30 + len("word/a.png")
    broken = data[:start] + b"\xff" * 8 + data[start + 8 :]
    assert "damaged" in refusal(broken)["package-invalid"]


@pytest.mark.parametrize(
    ("shorter", "words"), [(1, "cut off"), (-1, "bytes after its compressed data")]
)
def test_a_stream_that_ends_early_or_late_is_refused(
    docx: Docx, refusal: Refusal, shorter: int, words: str
) -> None:
    data = docx(parts={"word/a.png": b"x" * 100})
    at, directory = data.rindex(_LOCAL), data.index(_CENTRAL)
    packed = struct.unpack_from("<L", data, at + 18)[0] - shorter
    body = data[:directory][:-1] if shorter > 0 else data[:directory] + b"x"
    changed = body + data[directory:]
    for signature, offset in ((_CENTRAL, 20), (_LOCAL, 18)):
        changed = patch(changed, signature, offset, "<L", packed)
    changed = patch(changed, _END, 16, "<L", directory - shorter)
    assert words in refusal(changed)["package-invalid"]


@pytest.mark.parametrize(
    "name",
    [
        "/abs/name",
        "C:\\evil",
        "..\\evil",
        "../evil",
        "%2e%2e/evil",
        "a//b",
        "a/./b",
        "word/x.",
        "a\tb",
        "word/..",
        "../evil/",
    ],
)
def test_a_name_that_leaves_the_folder_is_refused(docx: Docx, refusal: Refusal, name: str) -> None:
    assert "not a valid part name" in refusal(docx(parts={name: "x"}))["package-invalid"]


def test_names_that_differ_in_case_or_escapes_alone_are_refused(
    docx: Docx, refusal: Refusal
) -> None:
    found = refusal(docx(parts={"word/docu%6Dent.xml": "x", "Word/Document.xml": "y"}))
    assert "differ in case alone" in found["package-invalid"]


def test_a_name_that_is_not_utf8_is_refused(docx: Docx, refusal: Refusal) -> None:
    data = docx(parts={"word/é.png": "x"}).replace("é".encode(), b"\xff\xff")
    assert "not UTF-8" in refusal(data)["package-invalid"]


def test_a_name_in_the_old_code_page_is_read(docx: Docx) -> None:
    data = docx(parts={"word/zz.png": "x"}).replace(b"zz", b"\x81\x82")
    assert "word/üé.png" in read_package(data, "a.docx").parts


def test_members_with_sizes_after_them_are_read() -> None:
    class Unseekable(io.BytesIO):
        def tell(self) -> int:
            raise io.UnsupportedOperation

    target = Unseekable()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", "x")
    with pytest.raises(PackageError, match="Content_Types"):
        read_package(target.getvalue(), "a.docx")


def test_zip64_sizes_are_read() -> None:
    target = io.BytesIO()
    with (
        zipfile.ZipFile(target, "w") as archive,
        archive.open("a", "w", force_zip64=True) as member,
    ):
        member.write(b"x")
    with pytest.raises(PackageError, match="Content_Types"):
        read_package(target.getvalue(), "a.docx")


def _zip64(data: bytes, record: int | None = None) -> bytes:
    """The archive with zip64 end records, and the narrow ones deferring to them."""
    end = data.rindex(_END)
    count, size, start = struct.unpack_from("<H2L", data, end + 10)
    wide = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, size, start)
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, end if record is None else record, 1)
    return data[:end] + wide + locator + data[end:]


def test_a_zip64_directory_is_read(docx: Docx, refusal: Refusal) -> None:
    assert refusal(_zip64(docx())) == {}
    assert "zip64 end record" in refusal(_zip64(docx(), 0))["package-invalid"]


def test_overlapping_members_are_a_bomb(docx: Docx, refusal: Refusal) -> None:
    data = docx()
    first, second = data.index(_CENTRAL), data.index(_CENTRAL, data.index(_CENTRAL) + 1)
    start = struct.unpack_from("<L", data, first + 42)[0]
    changed = bytearray(data)
    struct.pack_into("<L", changed, second + 42, start)
    assert "shares its bytes" in refusal(bytes(changed))["limit-exceeded"]


def test_a_member_that_reaches_into_the_directory_is_a_bomb(docx: Docx, refusal: Refusal) -> None:
    data = patch(docx(), _CENTRAL, 20, "<L", 5000)
    assert "reaches into the directory" in refusal(data)["limit-exceeded"]


def test_a_hostile_archive_does_not_flood_the_report(docx: Docx) -> None:
    parts = {f"word/{number}.png": bytes(100) for number in range(50)}
    broken = docx(parts=parts).replace(zlib.crc32(bytes(100)).to_bytes(4, "little"), b"wxyz")
    with pytest.raises(PackageError) as caught:
        read_package(broken, "a.docx")
    assert len(caught.value.findings) == 20


def test_encrypted_members_are_refused_by_name(docx: Docx, refusal: Refusal) -> None:
    assert "is encrypted" in refusal(patch(docx(), _CENTRAL, 8, "<H", 1))["package-encrypted"]


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        (Limits(members=2), "more than 2 members"),
        (Limits(file_size=100), "the file is larger"),
        (Limits(part_size=100), "is larger than 100 bytes"),
        (Limits(total_size=1000), "the parts together are larger"),
        (Limits(ratio=2, ratio_from=1000), "more than 2 times its size"),
        (Limits(marks=5), "more than 5 elements and attributes"),
    ],
)
def test_every_limit_is_kept(docx: Docx, limits: Limits, words: str) -> None:
    with pytest.raises(PackageError, match=words) as caught:
        read_package(docx(), "a.docx", limits=limits)
    assert {finding.rule for finding in caught.value.findings} == {"limit-exceeded"}
