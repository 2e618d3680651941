from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.pipeline import NoBriefError, find_briefs

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def briefs(tmp_path: Path) -> Path:
    for name in ("b/brief.yaml", "a/brief.toml", "a/deep/brief.json", ".hidden/brief.yaml"):
        file = tmp_path / "briefs" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    return tmp_path / "briefs"


def test_a_folder_gives_every_brief_below_it_in_order(briefs: Path) -> None:
    assert find_briefs([briefs]) == (
        briefs / "a" / "brief.toml",
        briefs / "a" / "deep" / "brief.json",
        briefs / "b" / "brief.yaml",
    )


def test_a_table_of_a_brief_is_no_brief(briefs: Path) -> None:
    table = briefs / "b" / "brief.csv" / "brief.csv"
    table.parent.mkdir()
    table.touch()
    assert find_briefs([briefs / "b"]) == (table.parent, briefs / "b" / "brief.yaml")


def test_a_brief_is_found_by_its_folder_or_its_file_and_only_once(briefs: Path) -> None:
    file = briefs / "b" / "brief.yaml"
    assert find_briefs([briefs / "b", file]) == (file,)


def test_a_data_file_may_have_any_name_where_it_is_named(briefs: Path) -> None:
    file = briefs / "record.yaml"
    file.touch()
    assert find_briefs([file]) == (file,)


def test_every_path_that_leads_to_no_brief_is_named(briefs: Path) -> None:
    empty = briefs / "empty"
    empty.mkdir()
    with pytest.raises(NoBriefError) as caught:
        find_briefs([empty, briefs / "nothing.yaml"])
    first, second = caught.value.findings
    assert first.message == "no data file lies in or below this folder"
    assert "“bluf new ID” makes one" in first.hint
    assert second.message == "there is no such file"
    assert second.hint.startswith("give the path of a data file")
