from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from bluf.data import DataError, limits, read, read_tree
from bluf.data.load import load_bytes

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_utf_8_and_what_a_mark_names_are_read(tmp_path: Path, small: str, encoding: str) -> None:
    path = tmp_path / "brief.yaml"
    path.write_bytes(small.replace("Desk", "Ђурић").encode(encoding))
    assert read(path).brief.from_ == "Ђурић"
    assert read(path).text.startswith("id:")


def test_a_byte_that_is_not_utf_8_is_named_with_its_offset(
    said: Callable[..., list[str]],
) -> None:
    (line,) = said("id: a\ntitle: Ђ Caf\xe9\n".encode().replace(b"\xc3\xa9", b"\xe9"))
    assert line == (
        "2:13 encoding: byte 0xE9 at offset 19 is not UTF-8; "
        "save it as UTF-8, or name it to bluf convert or render: --encoding cp1252"
    )


def test_a_named_encoding_is_taken(tmp_path: Path, small: str) -> None:
    path = tmp_path / "brief.yaml"
    path.write_bytes(small.replace("Desk", "Café – “x”").encode("cp1252"))
    assert read(path, "cp1252").brief.from_ == "Café – “x”"


def test_utf_16_that_breaks_off_is_refused(said: Callable[..., list[str]]) -> None:
    (line,) = said("title: x".encode("utf-16")[:-1])
    assert "encoding: byte 0x78 at offset 16 is not UTF-16" in line


def test_half_a_surrogate_pair_is_not_utf_8(said: Callable[..., list[str]]) -> None:
    (line,) = said(b"title: a\xed\xa0\x80b\n")
    assert line.startswith("1:9 encoding: byte 0xED at offset 8")


def test_each_control_character_is_said_at_its_place(said: Callable[..., list[str]]) -> None:
    lines = said("title: a\x1bb\nto: \x00\x9b\n")
    assert [line.partition(";")[0] for line in lines] == [
        "1:9 bad-character: the file holds U+001B, a control character",
        "2:5 bad-character: the file holds U+0000, a control character",
        "2:6 bad-character: the file holds U+009B, a control character",
    ]
    assert lines[0].endswith("; no document can hold it")
    assert lines[1].endswith("; save the file as text in UTF-8")


def test_an_excerpt_shows_no_control_character(refused: Callable[..., list[object]]) -> None:
    (finding,) = refused("title: a\x1b[2Jb\n")
    assert finding.excerpt == "title: a\ufffd[2Jb"  # type: ignore[attr-defined]


def test_of_many_control_characters_the_first_are_listed_and_all_counted(
    said: Callable[..., list[str]],
) -> None:
    lines = said("title: " + "\x07" * 1234 + "\n")
    assert len(lines) == limits.REPORTED
    assert "a control character (1,214 more follow)" in lines[-1]


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="cannot be read: no such file or directory"):
        read(tmp_path / "none.yaml")


@pytest.mark.parametrize("make", [os.mkfifo])
def test_what_is_not_a_regular_file_is_not_opened(
    tmp_path: Path, make: Callable[[Path], None]
) -> None:
    path = tmp_path / "brief.yaml"
    make(path)
    with pytest.raises(DataError, match="not a regular file"):
        read_tree(path)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_a_file_that_nobody_writes_to_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "brief.yaml"
    os.mkfifo(path)
    with pytest.raises(DataError, match="not a regular file"):
        load_bytes(path)


def test_a_file_beyond_any_brief_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "brief.yaml"
    path.write_bytes(b"#" * (limits.BYTES + 1))
    with pytest.raises(DataError, match="larger than 4 MiB"):
        read(path)
