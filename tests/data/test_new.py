from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from bluf.data import read
from bluf.data.edit import create
from bluf.data.new import is_id, missing_schema, starter, starter_workbook

if TYPE_CHECKING:
    from pathlib import Path

DAY = dt.date(2026, 3, 1)


def test_a_new_brief_is_sound_and_its_quotations_stand_in_its_source(tmp_path: Path) -> None:
    files = starter("talks", DAY)
    create({tmp_path / name: content for name, content in files.items()})

    file = read(tmp_path / "brief.yaml")

    assert (file.brief.id, file.brief.date) == ("talks", DAY)
    source = " ".join(files["sources/release.txt"].decode().split())
    items = (*file.brief.requests, *file.brief.outcomes, *file.brief.follow_ups)
    quotations = [evidence.quote for item in items for evidence in item.evidence]
    assert len(quotations) == 4
    assert all(quotation in source for quotation in quotations)


def test_its_first_line_names_the_schema(tmp_path: Path) -> None:
    first = starter("talks", DAY)["brief.yaml"].decode().splitlines()[0]
    assert first == "# yaml-language-server: $schema=../brief.schema.json"
    ((path, schema),) = missing_schema(tmp_path).items()
    assert path.name == "brief.schema.json"
    assert schema.startswith(b"{")
    path.write_bytes(schema)
    assert missing_schema(tmp_path) == {}


@pytest.mark.parametrize(
    "name",
    ["a b", "", "../x", "a/b", "a\\b", ".", "-x", "a.", "nul", "COM1.x", "a\u202eb", "“a”", "a\n"],
)
def test_an_id_is_no_path(name: str) -> None:
    assert not is_id(name)


@pytest.mark.parametrize("name", ["Састанак-1", "اجتماع", "会谈", "2026-03-01-talks", "null", "č"])
def test_an_id_is_of_any_script(name: str) -> None:
    assert is_id(name)


def test_nothing_is_written_over_what_is_there(tmp_path: Path) -> None:
    there, other = tmp_path / "there", tmp_path / "other"
    there.write_text("kept", encoding="utf-8")

    with pytest.raises(FileExistsError):
        create({other: b"new", there: b"new"})

    assert there.read_text(encoding="utf-8") == "kept"
    assert not other.exists()


def test_of_files_that_cannot_all_be_written_none_stays(tmp_path: Path) -> None:
    first, in_the_way = tmp_path / "first", tmp_path / "file"
    in_the_way.write_text("kept", encoding="utf-8")

    with pytest.raises(OSError, match="file"):
        create({first: b"new", in_the_way / "second": b"new"})

    assert list(tmp_path.iterdir()) == [in_the_way]


def test_a_new_workbook_records_the_same(tmp_path: Path) -> None:
    create({tmp_path / name: data for name, data in starter_workbook("talks", DAY).items()})
    create({tmp_path / "brief.yaml": starter("talks", DAY)["brief.yaml"]})

    assert read(tmp_path / "brief.xlsx").brief == read(tmp_path / "brief.yaml").brief
    assert (tmp_path / "sources" / "release.txt").is_file()
