from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from tests.data.tables.conftest import folder

from bluf.data import DataError, read, read_tree
from octavo.location import TextLocation

if TYPE_CHECKING:
    from pathlib import Path

    from bluf.data import DataFile


@pytest.fixture
def whole_folder(tmp_path: Path) -> DataFile:
    return read(folder(tmp_path))


def test_rows_become_records(whole_folder: DataFile) -> None:
    brief = whole_folder.brief
    assert (brief.id, brief.from_, brief.bottom_line) == ("talks", "Desk", "Nothing came of it.")
    assert brief.parties["rs"].short is None
    assert brief.parties["us"].short == "U.S."
    assert list(brief.sources) == ["mfa"]


def test_participants_take_their_seats(whole_folder: DataFile) -> None:
    first, second = whole_folder.brief.events
    assert [person.name for person in first.participants] == ["Đurić", "Rubio"]
    assert first.participants[0].also == ("Djuric", "Ђурић")
    assert [person.name for person in second.participants] == ["Landau"]


def test_a_record_within_a_record_is_there_if_one_of_its_cells_is_filled(
    whole_folder: DataFile,
) -> None:
    first, second = whole_folder.brief.requests
    assert [each.quote for each in first.evidence] == ["We asked", "and asked"]
    assert [each.quote for each in second.evidence] == ["again"]
    dated, undated = whole_folder.brief.events
    assert dated.date is not None
    assert (dated.date.value, dated.date.source) == (dt.date(2025, 8, 6), "mfa")
    assert undated.date is None


def test_a_due_date_is_a_day_where_it_looks_like_one(whole_folder: DataFile) -> None:
    first, second, third = whole_folder.brief.follow_ups
    assert first.due is not None
    assert second.due is not None
    assert (first.due.date, first.due.wording) == (dt.date(2025, 12, 31), None)
    assert (second.due.date, second.due.wording, second.due.source) == (
        *(None, "later this year", "mfa"),
    )
    assert third.due is None
    assert first.follows == ("R1", "R2")
    assert first.history[0].status == "open"


def test_every_value_knows_its_file_line_and_column(whole_folder: DataFile) -> None:
    place = whole_folder.places.at("requests", 1, "ask")
    assert place == TextLocation(f"{whole_folder.path}/requests.csv", 3, 11)
    assert whole_folder.excerpt(place) == "R2,,rs,us,More,,,mfa,again"
    assert whole_folder.text == ""


def test_a_tree_of_a_brief_is_that_of_the_other_formats(tmp_path: Path) -> None:
    values = read_tree(folder(tmp_path)).values
    assert values["title"] == "Talks"
    assert isinstance(values["parties"], dict)

    with pytest.raises(DataError, match="not a sheet"):
        read_tree(folder(tmp_path, other="a\n1\n"))
