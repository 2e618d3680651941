"""What the settings name lies in their folder: nothing is read through a path or link out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.settings import SettingsError, read_settings

if TYPE_CHECKING:
    from pathlib import Path


def refused(home: Path) -> str:
    with pytest.raises(SettingsError) as caught:
        read_settings(home, {})
    return "\n".join(
        f"{each.location} {each.message} {each.hint}" for each in caught.value.findings
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('languages = "../elsewhere"', "languages"),
        ('templates = "../elsewhere"', "templates"),
        ('[letterhead]\nlogo = "../elsewhere/logo.png"', "letterhead.logo"),
        ('template = "../elsewhere/brief.docx"', "template"),
    ],
)
def test_a_path_out_of_the_folder_is_refused(tmp_path: Path, text: str, name: str) -> None:
    (tmp_path / "bluf.toml").write_text(text, encoding="utf-8")
    told = refused(tmp_path)
    assert "leads out of the folder of the settings" in told
    assert f"“{name}”" in told
    assert f"BLUF_{name.replace('.', '_').upper()}" in told


@pytest.mark.parametrize("settings", ["", 'paper = "a4"'])
@pytest.mark.parametrize("name", ["templates", "languages", "fonts", "markings", "briefs"])
def test_a_folder_that_is_a_link_is_refused(tmp_path: Path, name: str, settings: str) -> None:
    home = tmp_path / "sent"
    home.mkdir()
    (tmp_path / "elsewhere").mkdir()
    (home / name).symlink_to(tmp_path / "elsewhere")
    if settings:
        (home / "bluf.toml").write_text(settings, encoding="utf-8")
    assert name in refused(home)
    assert read_settings(home, {f"BLUF_{name.upper()}": str(tmp_path / "elsewhere")})


def test_a_file_that_is_a_link_is_refused_and_not_shown(tmp_path: Path) -> None:
    home = tmp_path / "sent"
    (home / "languages").mkdir(parents=True)
    (tmp_path / "secret").write_text("key = hunter2", encoding="utf-8")
    (home / "languages" / "fr.toml").symlink_to(tmp_path / "secret")
    told = refused(home)
    assert "link out of its folder" in told
    assert "hunter2" not in told


def test_a_logo_within_the_folder_is_fine(tmp_path: Path) -> None:
    text = '[letterhead]\nlogo = "art/logo.png"'
    (tmp_path / "bluf.toml").write_text(text, encoding="utf-8")
    settings, home = read_settings(tmp_path, {})
    assert (settings.letterhead.logo, home) == ("art/logo.png", tmp_path)


def test_files_of_ones_own_are_fine(tmp_path: Path) -> None:
    (tmp_path / "languages").mkdir()
    (tmp_path / "languages" / "fr.toml").write_text("", encoding="utf-8")
    assert read_settings(tmp_path, {})[1] == tmp_path
