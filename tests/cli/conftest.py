from __future__ import annotations

import shutil
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bluf.pipeline.render import Renderer
from octavo.ooxml import edited

if TYPE_CHECKING:
    from bluf.views import BriefView
    from octavo.ooxml import Package

ROOT = Path(__file__).parents[2]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the shipped briefs as they are committed, which is also the current one."""
    shutil.copytree(ROOT / "briefs", tmp_path / "briefs")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def unsteady(monkeypatch: pytest.MonkeyPatch) -> None:
    """Renderers that number what they render, since no template can ask for what changes."""
    numbers = count(1)
    word, markdown = Renderer.word, Renderer.markdown

    def numbered_word(press: Renderer, shown: BriefView) -> Package:
        package = word(press, shown)
        main = package.parts[package.main].data
        number = f"{next(numbers)} – ".encode()
        changed = main.replace("Serbia–United".encode(), number + "Serbia–United".encode())
        return edited(package, {package.main: changed})

    def numbered_markdown(press: Renderer, shown: BriefView) -> bytes:
        return markdown(press, shown) + f"{next(numbers)}\n".encode()

    monkeypatch.setattr(Renderer, "word", numbered_word)
    monkeypatch.setattr(Renderer, "markdown", numbered_markdown)
