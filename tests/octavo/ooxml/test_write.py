from __future__ import annotations

import hashlib
import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from octavo.ooxml import (
    Part,
    edited,
    packed,
    read_package,
    same_parts,
    write_archive,
    write_package,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_what_is_written_is_read_again_with_the_change(docx: Callable[..., bytes]) -> None:
    package = read_package(docx(), "a.docx")
    changed = package.parts["word/document.xml"].data.replace(b"Text", b"Else")
    again = read_package(write_package(package, {"word/document.xml": changed}), "a.docx")
    assert again.parts["word/document.xml"].data == changed
    assert list(again.parts) == list(package.parts)


def test_the_same_parts_give_the_same_bytes_whatever_the_times(docx: Callable[..., bytes]) -> None:
    package = read_package(docx(), "a.docx")
    first = write_package(package, {"word/document.xml": b"<a/>"})
    assert write_package(read_package(docx(), "b.docx"), {"word/document.xml": b"<a/>"}) == first


def test_unchanged_parts_are_copied_as_they_are_packed_and_changed_ones_packed_anew(
    docx: Callable[..., bytes],
) -> None:
    data = docx()
    written = write_package(read_package(data, "a.docx"), {"word/document.xml": b"<a/>"})
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        methods = {info.filename: info.compress_type for info in archive.infolist()}
        days = {info.date_time for info in archive.infolist()}
    assert methods == {"[Content_Types].xml": 8, "_rels/.rels": 8, "word/document.xml": 0}
    assert days == {(1980, 1, 1, 0, 0, 0)}


def test_an_added_part_gets_a_type_and_a_removed_one_loses_it(docx: Callable[..., bytes]) -> None:
    package = read_package(
        docx(parts={"word/media/old.png": b"x"}, types_of={"word/media/old.png": "image/png"}),
        "a.docx",
    )
    added = [Part("word/media/é.jpeg", "image/jpeg", data=b"y")]
    changed = edited(package, {}, removed=["word/media/old.png"], added=added)
    again = read_package(write_package(changed), "a.docx")
    assert "word/media/old.png" not in again.parts
    assert again.parts["word/media/é.jpeg"].content_type == "image/jpeg"
    assert b"old.png" not in again.types_member.data


def test_a_changed_part_has_to_be_there(docx: Callable[..., bytes]) -> None:
    package = read_package(docx(), "a.docx")
    with pytest.raises(KeyError, match="none"):
        write_package(package, {"word/none.xml": b""})


def test_libdeflate_gives_these_bytes_on_every_python() -> None:
    """Known bytes: 4,096 words of a fixed sequence, packed."""
    words, state = [], 1
    for _ in range(4096):
        state = state * 1_103_515_245 + 12_345 & 0x7FFF_FFFF
        words.append(f"w{state >> 20}")
    member = packed("a", " ".join(words).encode())
    assert len(member.packed) == 8_475
    assert hashlib.sha256(member.packed).hexdigest() == (
        "b85bcba72ef3c1156e96292e3dfb0113dc3a87a062038a385a7563d40e91e2e0"
    )


def test_what_packing_does_not_make_smaller_is_stored() -> None:
    assert packed("a", b"ab").packed == b"ab"


def test_files_are_the_same_however_they_are_packed(tmp_path: Path) -> None:
    data = write_archive([packed("a", b"a" * 99), packed("b", b"b")])
    with zipfile.ZipFile(tmp_path / "stored.zip", "w") as archive:
        archive.writestr("a", b"a" * 99)
        archive.writestr("b", b"b")
    assert same_parts((tmp_path / "stored.zip").read_bytes(), data)
    assert not same_parts(data, write_archive([packed("a", b"a" * 98), packed("b", b"b")]))
    assert same_parts(b"text", b"text")
    assert not same_parts(b"text", data)
