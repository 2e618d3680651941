from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest
from tests.octavo.pages.fonts_made import make_font

from bluf.pipeline import add_fonts
from octavo.finding import FindingsError
from octavo.pages.fonts import faces

if TYPE_CHECKING:
    from pathlib import Path


def test_faces_of_a_family_are_kept_in_one_file(tmp_path: Path) -> None:
    for name, selection in (("a", 1 << 6), ("b", 1 << 5)):
        make_font(tmp_path / f"{name}.ttf", "Ministry Sans", selection)
    folder = tmp_path / "fonts"
    written = add_fonts([tmp_path / "a.ttf"], folder)
    assert written == {folder / "ministry-sans.figures": "Ministry Sans"}
    add_fonts([tmp_path / "b.ttf", tmp_path / "a.ttf"], folder)
    (figures,) = folder.iterdir()
    assert [line.partition("\t")[0] for line in figures.read_text("utf-8").splitlines()] == [
        "Ministry Sans|",
        "Ministry Sans|b",
    ]
    assert len(faces("ministry sans", bold=True, italic=False, figures=(figures,))) == 1


def test_a_family_without_letters_has_a_file_too(tmp_path: Path) -> None:
    make_font(tmp_path / "a.ttf", "!!", features="")
    assert [path.name for path in add_fonts([tmp_path / "a.ttf"], tmp_path)] == ["font.figures"]


def test_what_is_no_font_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    make_font(tmp_path / "a.ttf", "Ministry Sans")
    (tmp_path / "b.ttf").write_bytes(b"no font")
    with pytest.raises(FindingsError) as caught:
        add_fonts([tmp_path / "a.ttf", tmp_path / "b.ttf"], tmp_path / "fonts")
    (finding,) = caught.value.findings
    assert finding.rule == "file-unreadable"
    assert not (tmp_path / "fonts").exists()


def test_without_fonttools_the_extra_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.ttf").write_bytes(b"")
    monkeypatch.setitem(sys.modules, "fontTools.ttLib", None)
    with pytest.raises(FindingsError) as caught:
        add_fonts([tmp_path / "a.ttf"], tmp_path)
    (finding,) = caught.value.findings
    assert (finding.rule, finding.hint) == ("tool-missing", "pip install fonttools")


@pytest.mark.parametrize("kind", ["pipe", "folder", "missing"])
def test_what_is_no_file_is_refused_at_once(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "a.ttf"
    if kind == "pipe":
        os.mkfifo(path)
    if kind == "folder":
        path.mkdir()
    with pytest.raises(FindingsError) as caught:
        add_fonts([path], tmp_path / "fonts")
    (finding,) = caught.value.findings
    told = "there is no such file" if kind == "missing" else "it is not a regular file"
    assert finding.message == f"the font cannot be read: {told}"
