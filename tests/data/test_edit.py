from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.data import read
from bluf.data.edit import FileChangedError, create, edited, rewrite
from bluf.data.splice import SpliceError

if TYPE_CHECKING:
    from pathlib import Path


def test_files_are_created_with_their_folders(tmp_path: Path) -> None:
    create({tmp_path / "a/brief.yaml": b"id: a\n"})
    assert (tmp_path / "a/brief.yaml").read_bytes() == b"id: a\n"


def test_nothing_is_created_where_one_file_is_there(tmp_path: Path) -> None:
    there = tmp_path / "brief.yaml"
    there.write_bytes(b"id: a\n")
    with pytest.raises(FileExistsError):
        create({tmp_path / "other.yaml": b"id: b\n", there: b"id: c\n"})
    assert [path.name for path in tmp_path.iterdir()] == ["brief.yaml"]


def test_a_file_is_rewritten_with_the_rights_it_had(tmp_path: Path) -> None:
    path = tmp_path / "brief.yaml"
    path.write_bytes(b"old")
    path.chmod(0o640)
    rewrite(path, b"old", b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "brief.yaml"
    path.write_bytes(b"newer")
    with pytest.raises(FileChangedError, match="run the command again"):
        rewrite(path, b"old", b"new")
    assert path.read_bytes() == b"newer"
    assert list(tmp_path.iterdir()) == [path]


def test_only_yaml_is_edited_in_place(tmp_path: Path) -> None:
    path = tmp_path / "brief.json"
    path.write_text(
        '{"id": "x", "title": "T", "date": "2026-01-01", "to": "A", "from": "B", '
        '"bottom_line": "C"}',
        encoding="utf-8",
    )
    with pytest.raises(SpliceError, match=r"only YAML can be changed in place, not “brief\.json”"):
        edited(read(path), {("to",): "Z"})
