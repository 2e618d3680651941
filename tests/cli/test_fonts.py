from __future__ import annotations

import sys
from io import BytesIO, TextIOWrapper
from typing import TYPE_CHECKING

from tests.octavo.pages.fonts_made import make_font

from bluf.cli.app import run
from bluf.pipeline.order import order_from
from bluf.settings import read_settings

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from bluf.pipeline import Order


def test_a_font_may_come_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    make_font(tmp_path / "a.ttf", "Ministry Sans")
    content = (tmp_path / "a.ttf").read_bytes()
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(content)))
    assert run(["fonts", "add", "-"]) == 0
    assert "Ministry Sans: figures in" in capsys.readouterr().out
    assert run(["fonts", "add", "-", "-"]) == 2


def test_figures_are_taken_into_the_project_and_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["fonts", "list"]) == 0
    assert "no figures yet" in capsys.readouterr().err
    make_font(tmp_path / "a.ttf", "Ministry Sans")
    assert run(["fonts", "add", "a.ttf"]) == 0
    assert "Ministry Sans: figures in" in capsys.readouterr().out
    assert run(["fonts", "list"]) == 0
    assert "ministry-sans.figures" in capsys.readouterr().out
    order: Order = order_from(*read_settings(tmp_path, {}))
    assert order.pages.figures == (tmp_path / "fonts/ministry-sans.figures",)
