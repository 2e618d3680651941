from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from octavo.inputs import Content, name_of, read_input, reason_of

if TYPE_CHECKING:
    from octavo.inputs import Input


def test_a_path_bytes_and_an_open_file_give_the_same(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"words")
    name = path.as_posix()
    with path.open("rb") as file:
        given: list[Input] = [path, str(path), b"words", memoryview(b"words"), file]
        found = [read_input(each, 100) for each in given]
    assert found == [Content(each, b"words") for each in (name, name, "", "", name)]


def test_one_byte_more_than_the_most_tells_that_it_is_too_long() -> None:
    assert read_input(b"words", 3).data == read_input(io.BytesIO(b"words"), 3).data == b"word"


def test_an_open_file_has_to_be_one_of_bytes() -> None:
    with pytest.raises(TypeError, match="one of bytes"):
        read_input(io.StringIO("words"), 3)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="it is not a regular file") as caught:
        read_input(tmp_path, 3)
    assert reason_of(caught.value) == "it is not a regular file"
    assert name_of(Path("a") / "b") == "a/b"
