from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.data import Edits
from bluf.data.edit import FileChangedError, create, edited, rewrite
from bluf.data.splice import SpliceError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bluf.data import DataFile


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


@pytest.mark.parametrize(
    ("ending", "edits", "reason"),
    [
        (".json", Edits(removed=(("requests", 0),)), "whole items are changed by hand"),
        (".csv", Edits({("outcomes", 0): "x"}), "no value of its own"),
        (".csv", Edits({("outcomes", 0, "answers", 0): "x"}), "no value of its own"),
        (".xlsx", Edits({("to",): "x"}), "a workbook is changed in its own program"),
    ],
)
def test_what_a_format_does_not_admit_is_refused(
    in_format: Callable[[str], DataFile], ending: str, edits: Edits, reason: str
) -> None:
    with pytest.raises(SpliceError, match=reason):
        edited(in_format(ending), edits)


def test_an_item_is_added_above_the_first(listed: DataFile) -> None:
    after = edited(listed, Edits(added=((("lines_to_take", 0), "zero"),)))
    assert after.brief.lines_to_take[:2] == ("zero", "one")
    assert "  # the first\n  - zero\n  - one  # 1\n" in after.text


@pytest.mark.parametrize(
    "edits",
    [
        Edits(orders={("cc",): (0, 1)}),
        Edits(orders={("to",): (0,)}),
        Edits(added=((("to", 0), "x"),)),
    ],
)
def test_what_is_no_such_list_is_refused(listed: DataFile, edits: Edits) -> None:
    with pytest.raises(SpliceError, match="list"):
        edited(listed, edits)
