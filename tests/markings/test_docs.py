"""What docs/markings.md shows works as it says."""

from __future__ import annotations

import contextlib
import re
from pathlib import Path
from typing import TYPE_CHECKING

from bluf.cli.app import run
from bluf.markings import schemes

if TYPE_CHECKING:
    import pytest

PAGE = (Path(__file__).parents[2] / "docs" / "markings.md").read_text(encoding="utf-8")
BRIEF = """
id: talks
title: Talks
date: 2025-08-07
to: Board
from: Desk
marking: BOARD//LEGAL
portions: {title: P, head: P, bottom_line: B//LEGAL}
bottom_line: {all: They settled., staff: They met.}
"""


def _block(start: str) -> str:
    (found,) = [
        block for block in re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL) if start in block
    ]
    return str(found)


def test_a_scheme_of_ones_own_takes_ten_lines(tmp_path: Path) -> None:
    text = _block("# markings/house.toml")
    assert len(text.splitlines()) <= 10
    (tmp_path / "house.toml").write_text(text, encoding="utf-8")
    own = schemes(tmp_path)
    assert own.banner(["P", "I//LEGAL", "B//HO"]) == "BOARD//LEGAL/HEAD OFFICE"
    assert own.weight("BOARD") == 2


def test_a_brief_is_made_by_it_for_an_audience(tmp_path: Path) -> None:
    (tmp_path / "markings").mkdir()
    scheme = tmp_path / "markings" / "house.toml"
    scheme.write_text(_block("# markings/house.toml"), encoding="utf-8")
    settings = '[audiences.staff]\nlevels = ["INTERNAL"]\n'
    (tmp_path / "bluf.toml").write_text(settings, encoding="utf-8")
    (tmp_path / "brief.yaml").write_text(BRIEF, encoding="utf-8")
    with contextlib.chdir(tmp_path):
        assert run(["build", "brief.yaml", "--for", "staff", "--format", "md"]) == 0
    (made,) = (tmp_path / "staff").iterdir()
    assert made.name == "2025-08-07-talks.md"
    page = made.read_text(encoding="utf-8")
    assert page.startswith("**INTERNAL**")
    assert "(P) Talks" in page
    assert "(I) They met." in page


def test_every_scheme_of_the_table_ships() -> None:
    named = re.findall(r"^\| ([^|]+?) \| [A-ZČ]", PAGE, re.MULTILINE)
    shipped = {each.name for each in schemes().each}
    assert {"Serbia" if name in {"Srbija", "Србија"} else name for name in shipped} == {
        "Four levels" if name == "four levels" else name for name in named
    }


def test_finished_files_are_held_to_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "markings").mkdir()
    scheme = tmp_path / "markings" / "house.toml"
    scheme.write_text(_block("# markings/house.toml"), encoding="utf-8")
    (tmp_path / "bluf.toml").touch()
    page = "**INTERNAL**\n\n# (P) Talks\n\n(I) They met.\n\n(B) They settled.\n"
    (tmp_path / "page.md").write_text(page, encoding="utf-8")
    with contextlib.chdir(tmp_path):
        assert run(["check", "page.md"]) == 1
    told = capsys.readouterr().out
    assert "page.md:7:1: error portion-above-banner: “(B)” is more than the banner" in told
