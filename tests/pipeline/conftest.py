from __future__ import annotations

import shutil
import zipfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bluf.pipeline.order import Product

if TYPE_CHECKING:
    from collections.abc import Callable

    from bluf.pipeline import Product

    Edit = Callable[[str, str], None]

ROOT = Path(__file__).parents[2]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the shipped briefs, unbuilt, which is also the current one."""
    for brief in (ROOT / "briefs").glob("*/brief.yaml"):
        target = tmp_path / "briefs" / brief.parent.name
        shutil.copytree(brief.parent, target, ignore=shutil.ignore_patterns("20*.docx", "20*.md"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def brief(home: Path) -> Path:
    """The data file of the first shipped brief, in the current folder."""
    del home
    return Path("briefs/2025-08-06-serbia-us/brief.yaml")


@pytest.fixture
def edit(brief: Path) -> Callable[[str, str], None]:
    """Change one place of the data file of the brief; it must be there."""

    def change(old: str, new: str) -> None:
        text = brief.read_text(encoding="utf-8")
        assert old in text
        brief.write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def double(number: int) -> int:
    return number * 2


LONG = "Serbia and the United States went through the whole of their relations at length. "


@pytest.fixture
def long(brief: Path, edit: Edit) -> Path:
    """A brief that runs over by more than its background."""
    edit("bottom_line: >-\n", f"bottom_line: >-\n  {LONG * 19}\n")
    return brief


def errors(product: Product) -> list[str]:
    return [each.rule for each in product.findings if each.level == "error"]


def word_text(product: Product) -> str:
    (content,) = (each.content for each in product.outputs if each.path.suffix == ".docx")
    return zipfile.ZipFile(BytesIO(content)).read("word/document.xml").decode()
