from __future__ import annotations

import shutil
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bluf.pipeline.render import _RENDERERS
from octavo.ooxml import read_package, write_package

if TYPE_CHECKING:
    from bluf.pipeline import Order
    from bluf.views import BriefView

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
    word, markdown = _RENDERERS["docx"], _RENDERERS["md"]

    def numbered_word(template: Path, shown: BriefView, order: Order) -> bytes:
        package = read_package(word(template, shown, order), "output.docx")
        main = package.parts[package.main].data
        number = f"{next(numbers)} – ".encode()
        changed = main.replace("Serbia–United".encode(), number + "Serbia–United".encode())
        return write_package(package, {package.main: changed})

    def numbered_markdown(template: Path, shown: BriefView, order: Order) -> bytes:
        return markdown(template, shown, order) + f"{next(numbers)}\n".encode()

    monkeypatch.setitem(_RENDERERS, "docx", numbered_word)
    monkeypatch.setitem(_RENDERERS, "md", numbered_markdown)
