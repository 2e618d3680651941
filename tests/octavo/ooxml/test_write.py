from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from octavo.ooxml import NewPart, read_package, write_package

if TYPE_CHECKING:
    from collections.abc import Callable


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


def test_unchanged_parts_are_copied_compressed_and_changed_ones_stored(
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
    written = write_package(
        package,
        {},
        removed=["word/media/old.png"],
        added={"word/media/é.jpeg": NewPart("image/jpeg", b"y")},
    )
    again = read_package(written, "a.docx")
    assert "word/media/old.png" not in again.parts
    assert again.parts["word/media/é.jpeg"].content_type == "image/jpeg"
    assert b"old.png" not in again.types_member.data


def test_a_changed_part_has_to_be_there(docx: Callable[..., bytes]) -> None:
    package = read_package(docx(), "a.docx")
    with pytest.raises(KeyError, match="none"):
        write_package(package, {"word/none.xml": b""})
