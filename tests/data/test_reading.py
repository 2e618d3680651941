from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from bluf.data import DataError, read, read_tree
from octavo.location import FileLocation, TextLocation

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_a_whole_data_file_becomes_a_brief(tmp_path: Path, whole: str) -> None:
    path = tmp_path / "brief.yaml"
    path.write_text(whole, encoding="utf-8")

    file = read(path)

    assert file.path == path.as_posix()
    assert file.text == whole
    assert file.warnings == ()
    assert file.brief.date == dt.date(2025, 8, 7)
    assert file.brief.bottom_line == "The two sides agreed to hold a dialogue. It has no date."
    assert file.brief.requests[0].priority == 1
    assert file.brief.requests[0].from_ == "rs"
    assert file.brief.follow_ups[0].due is not None
    assert file.brief.follow_ups[0].due.latest == dt.date(2025, 12, 31)
    assert list(file.brief.sources) == ["mfa", "state"]


def test_every_value_knows_its_place_and_its_line(tmp_path: Path, whole: str) -> None:
    path = tmp_path / "brief.yaml"
    path.write_text(whole, encoding="utf-8")

    file = read(path)
    place = file.places.at("requests", 0, "ask")

    assert place == TextLocation(path.as_posix(), 39, 10)
    assert file.excerpt(place) == "    ask: Understanding over the verdicts"
    assert file.places.key("requests", 0, "ask") == TextLocation(path.as_posix(), 39, 5)


def test_a_path_that_is_not_there_has_the_place_of_its_parent(tmp_path: Path, whole: str) -> None:
    path = tmp_path / "brief.yaml"
    path.write_text(whole, encoding="utf-8")

    places = read(path).places

    assert places.at("requests", 0, "topic") == places.at("requests", 0)
    assert places.at("requests", 7, "ask") == places.at("requests")
    assert places.key("requests", 0) == places.at("requests", 0)
    assert places.key("requests", 7, "ask") == places.at("requests")
    assert places.find("requests", 7, "ask") is None
    assert places.excerpt(FileLocation("elsewhere")) == ""
    assert places.excerpt(TextLocation("elsewhere", 1)) == ""
    assert places.excerpt(TextLocation(path.as_posix(), 4711)) == ""


def test_a_tree_keeps_every_scalar_as_it_was_typed(tmp_path: Path) -> None:
    path = tmp_path / "any.yaml"
    path.write_text(
        "country: NO\nsure: no\nroom: 010\nversion: 1.10\nat: 12:30\nday: 2026-03-01\n"
        "none: null\ntilde: ~\nempty:\nword: 'null'\nlist: [1, on]\n",
        encoding="utf-8",
    )

    assert read_tree(path).values == {
        "country": "NO",
        "sure": "no",
        "room": "010",
        "version": "1.10",
        "at": "12:30",
        "day": "2026-03-01",
        "none": None,
        "tilde": None,
        "empty": None,
        "word": "null",
        "list": ["1", "on"],
    }


def test_a_tree_is_warned_of_and_refused_for_its_characters(tmp_path: Path) -> None:
    path = tmp_path / "any.yaml"
    path.write_text("title: 'pаypal'\n", encoding="utf-8")
    assert [finding.rule for finding in read_tree(path).warnings] == ["mixed-script"]

    path.write_text("- a list\n", encoding="utf-8")
    with pytest.raises(DataError, match="not a list"):
        read_tree(path)


def test_an_unknown_format_is_named(said: Callable[..., list[str]]) -> None:
    (line,) = said("x", "brief.odt")
    assert "file-format: unsupported file type “.odt”; known: .yaml" in line
