from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from bluf.settings import Settings, SettingsError, read_settings

if TYPE_CHECKING:
    from pathlib import Path


def refused(folder: Path, environment: dict[str, str] | None = None) -> list[str]:
    with pytest.raises(SettingsError) as caught:
        read_settings(folder, environment or {})
    return [f"{f.location}: {f.rule}: {f.message} {f.hint}".strip() for f in caught.value.findings]


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert read_settings(tmp_path, {}) == (Settings(), tmp_path)


def test_the_nearest_file_above_counts(tmp_path: Path) -> None:
    (tmp_path / "bluf.toml").write_text('paper = "letter"\n')
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    settings, folder = read_settings(inner, {})
    assert (settings.paper, folder) == ("letter", tmp_path)


@pytest.mark.parametrize("kind", ["pipe", "folder", "link to nothing"])
def test_settings_that_are_no_file_are_never_passed_over(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "bluf.toml"
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    else:
        path.symlink_to(tmp_path / "nothing")
    with pytest.raises(SettingsError) as caught:
        read_settings(tmp_path, {})
    assert [found.rule for found in caught.value.findings] == ["file-unreadable"]


def test_a_table_of_pyproject_counts(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.bluf.pages]\nlimit = 2\n")
    assert read_settings(tmp_path, {})[0].pages.limit == 2


def test_a_pyproject_of_others_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.other]\nx = 1\n")
    assert read_settings(tmp_path, {})[1] == tmp_path


def test_the_environment_goes_before_the_file(tmp_path: Path) -> None:
    (tmp_path / "bluf.toml").write_text('paper = "letter"\n[pages]\nlimit = 2\n')
    environment = {"BLUF_PAPER": "a4", "BLUF_FORMAT": "md, docx", "BLUF_PAGES_CONFIRM": "always"}
    settings, _ = read_settings(tmp_path, environment)
    assert (settings.paper, settings.format) == ("a4", ("md", "docx"))
    assert (settings.pages.limit, settings.pages.confirm) == (2, "always")


def test_every_fault_is_named_at_its_line(tmp_path: Path) -> None:
    file = tmp_path / "bluf.toml"
    file.write_text('papr = "a4"\npaper = "a5"\n[pages]\nlimit = 0\n')
    assert refused(tmp_path) == [
        f"{file}:1:1: unknown-key: “papr”: is not a setting did you mean “paper”?",
        f"{file}:2:1: data-type: “paper”: the value should be a4 or letter",
        f"{file}:4:1: data-type: “pages.limit”: the value should be a whole number, 1 to 1000",
    ]


def test_an_unknown_key_of_a_table_is_held_against_that_table(tmp_path: Path) -> None:
    (tmp_path / "bluf.toml").write_text("[pages]\nlimt = 1\n")
    assert refused(tmp_path)[0].endswith("did you mean “limit”?")


def test_what_is_not_toml_is_refused_at_its_place(tmp_path: Path) -> None:
    file = tmp_path / "bluf.toml"
    file.write_text('paper = "a4"\nfit =\n')
    assert refused(tmp_path)[0].startswith(f"{file}:2:6: data-syntax: this is not a value")


def test_a_wrong_variable_is_named(tmp_path: Path) -> None:
    assert refused(tmp_path, {"BLUF_PAGES_LIMIT": "two"})[0].startswith(
        "environment variable BLUF_PAGES_LIMIT: data-type: “pages.limit”: the value"
    )


def test_a_wrong_word_in_a_list_names_its_key(tmp_path: Path) -> None:
    file = tmp_path / "bluf.toml"
    file.write_text('format = ["docx", "odt"]\n')
    assert refused(tmp_path)[0].startswith(f"{file}:1:1: data-type: “format”:")


def test_a_wrong_word_in_a_variable_is_laid_to_the_variable(tmp_path: Path) -> None:
    (tmp_path / "bluf.toml").write_text('paper = "a4"\n')
    (message,) = refused(tmp_path, {"BLUF_FORMAT": "docx,odt"})
    assert message.startswith("environment variable BLUF_FORMAT: data-type: “format”:")


@pytest.mark.parametrize("environment", [{}, {"BLUF_PAGES_VERIFY": "1"}])
def test_a_setting_by_its_former_name_is_refused_with_the_new_one(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    if not environment:
        (tmp_path / "bluf.toml").write_text("[pages]\nverify = true\n", encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        read_settings(tmp_path, environment)
    (finding,) = caught.value.findings
    assert "“pages.verify”: is not a setting" in finding.message
    assert "it is now “pages.confirm”" in finding.hint


def test_settings_in_another_encoding_are_to_be_saved_in_utf_8(tmp_path: Path) -> None:
    (tmp_path / "bluf.toml").write_bytes('font = "Gräfin"'.encode("cp1252"))
    with pytest.raises(SettingsError) as caught:
        read_settings(tmp_path, {})
    assert [each.hint for each in caught.value.findings] == ["save it as UTF-8"]
