from __future__ import annotations

import shutil
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bluf.cli.app import run
from bluf.pipeline.render import Renderer
from octavo.ooxml import edited

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

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


BRIEF = """\
id: {id}
title: Talks
date: {date}
to: Minister
from: Desk
bottom_line: They met.
parties:
  rs: {{name: Serbia}}
  us: {{name: United States, short: U.S.}}
"""


FIRST = """\
requests:
  - {id: R1, from: rs, to: us, ask: Lower tariffs}
follow_ups:
  - {id: F1, action: Launch the dialogue, owner: us, due: 2025-12-31}
  - {id: F2, action: Think about it, owner: rs, due: very soon}
"""


SECOND = """\
follow_ups:
  - {id: F1, action: Launch the dialogue, owner: us, carried_from: 2025-01-01-a#F1}
"""


@pytest.fixture
def put(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """Write a brief into the folder of the briefs of a project, and stand in the project."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")

    def write(brief: str, body: str) -> Path:
        path = Path("briefs") / brief / "brief.yaml"
        path.parent.mkdir(parents=True)
        path.write_text(BRIEF.format(id=brief, date=brief[:10]) + body, encoding="utf-8")
        return path

    return write


@pytest.fixture
def two(put: Callable[..., Path]) -> None:
    put("2025-01-01-a", FIRST)
    put("2025-02-01-b", SECOND)


_SHIPPED = Path(__file__).parents[2] / "briefs"


@pytest.fixture
def briefs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a copy of the shipped briefs, from which the command is called."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "110")
    shutil.copytree(_SHIPPED, tmp_path / "briefs")
    return tmp_path / "briefs"


def called(capsys: pytest.CaptureFixture[str], arguments: Sequence[str]) -> tuple[int, str, str]:
    code = run(["sources", *arguments])
    printed = capsys.readouterr()
    return code, printed.out, printed.err
